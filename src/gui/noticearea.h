// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace Gui {

struct NoticeButton
{
    QString text;
    QString objectName;
    std::function<void()> clicked;
};

struct Notice
{
    QString name; //!< one notice of a name at a time; also the frame's object name
    QString iconName; //!< of resources/icons
    QString text; //!< plain
    QList<NoticeButton> buttons;
    bool canBeDismissed = true;
    std::function<void()> putAway = {}; //!< called when a person dismisses it
};

//! Lines above the tasks that say what holds for the whole window until it is settled or put away.
class NoticeArea : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeArea(QWidget *parent = nullptr);

    //! Shows the notice in place of an older one of its name.
    void show(const Notice &notice);
    void dismiss(const QString &name);

private:
    QVBoxLayout *m_rows;
    QHash<QString, QWidget *> m_frames;
};

} // namespace Gui
