// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/desktoplock.h"

#include <QDBusConnection>

namespace Gui {

//! By the screen savers of the session's bus (freedesktop.org's, which KDE and others speak, and GNOME's) and
//! by logind: its session is locked, or the machine goes to sleep. Never waits for an answer.
class DbusDesktopLock final : public DesktopLock
{
    Q_OBJECT
public:
    DbusDesktopLock(const QDBusConnection &session, const QDBusConnection &system, QObject *parent = nullptr);

private Q_SLOTS: // QtDBus connects by name
    void onActiveChanged(bool isActive);
    void onAboutToSleep(bool isBefore);

private:
    void askForSession();

    QDBusConnection m_system;
};

} // namespace Gui
