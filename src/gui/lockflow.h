// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/notification.h"
#include "service/keylock.h"
#include "service/services.h"

#include <QObject>

class QAction;

namespace Gui {

class NoticeArea;

//! Locks the keys up when asked to, says in the window that they are and how to go on, and empties the fields
//! in which secrets were typed.
class LockFlow : public QObject
{
    Q_OBJECT
public:
    //! `lockAction` locks, and does nothing else while it is locked. Its window holds the fields.
    LockFlow(const Service::Services &services, NoticeArea &notices, QAction &lockAction, QWidget *window);

    [[nodiscard]] Service::KeyLock &lock() { return m_lock; }
    //! The keys stayed because rules need them.
    void tellHeldOff();

Q_SIGNALS:
    void accountSettingsRequested(const QString &accountId);
    //! For a person who does not look at the window.
    void notified(const Gui::Notification &notification);

private:
    void onLocked(Service::LockReason reason);
    void onUnlocked();
    void onKeyMissing(const Core::Account &account, const Core::Error &error);
    void showLocked();
    void emptyFields();
    void log(const QString &text);

    const Service::Services m_services;
    NoticeArea &m_notices;
    QWidget *m_window;
    Service::KeyLock m_lock;
};

} // namespace Gui
