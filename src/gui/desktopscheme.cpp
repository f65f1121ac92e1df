// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/desktopscheme.h"

#ifdef CONSOLE_HAS_DBUS
#include "gui/dbusdesktopscheme.h"
#endif

namespace Gui {

std::unique_ptr<DesktopScheme> desktopScheme()
{
#ifdef CONSOLE_HAS_DBUS
    return std::make_unique<DbusDesktopScheme>(QDBusConnection::sessionBus());
#else
    return {};
#endif
}

} // namespace Gui
