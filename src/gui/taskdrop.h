// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace Gui {

//! What the clipboard or a drop holds that may name tasks: files of this computer, else a text.
struct OfferedTasks
{
    QStringList files;
    QString text; //!< empty if there are files

    [[nodiscard]] bool isEmpty() const { return files.isEmpty() && text.isEmpty(); }
};
[[nodiscard]] OfferedTasks offeredTasks(const QMimeData *data);
//! The same without reading the text, for the many events of a drag.
[[nodiscard]] bool mayOfferTasks(const QMimeData *data);

//! Takes files and text that are dropped on a widget, or on children of it that do not take them.
class TaskDrop : public QObject
{
    Q_OBJECT
public:
    //! A child of `target`.
    explicit TaskDrop(QWidget *target);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void dropped(const Gui::OfferedTasks &tasks);
};

} // namespace Gui
