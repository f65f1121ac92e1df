// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/desktoplock.h"

#ifdef CONSOLE_HAS_DBUS
#include "gui/dbusdesktoplock.h"
#endif

namespace Gui {

std::unique_ptr<DesktopLock> desktopLock()
{
#ifdef CONSOLE_HAS_DBUS
    return std::make_unique<DbusDesktopLock>(QDBusConnection::sessionBus(), QDBusConnection::systemBus());
#else
    return {};
#endif
}

} // namespace Gui
