// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPair>
#include <QString>

class QMenuBar;
class QTableWidget;

namespace Gui {

//! Keys that belong together: what each does, and the keys as they are shown.
struct ShortcutGroup
{
    QString title;
    QList<QPair<QString, QString>> rows;
};

//! Every key of a window, read from its actions, so that the list is never out of date: menu by menu, then
//! what belongs to one of its panes alone, by the pane's accessible name.
[[nodiscard]] QList<ShortcutGroup> shortcutGroups(const QWidget &window, const QMenuBar &menuBar);

//! The keys of the window, under headings.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<ShortcutGroup> &groups, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    //! Keys that are no actions.
    [[nodiscard]] static ShortcutGroup keysOfTheTable();
    void add(const ShortcutGroup &group);

    QTableWidget *m_table;
};

} // namespace Gui
