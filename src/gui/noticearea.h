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

//! Called again when the language changes: only the words may differ then.
using WordedNotice = std::function<Notice()>;

//! Lines above the tasks that say what holds for the whole window until it is settled or put away. A screen
//! reader reads each out when it appears.
class NoticeArea : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeArea(QWidget *parent = nullptr);

    //! Shows the notice in place of an older one of its name.
    void show(const WordedNotice &worded);
    void dismiss(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Shown
    {
        QWidget *frame = nullptr;
        WordedNotice worded;
    };

    static void word(QWidget &frame, const Notice &notice);

    QVBoxLayout *m_rows;
    QHash<QString, Shown> m_shown; //!< by name
};

} // namespace Gui
