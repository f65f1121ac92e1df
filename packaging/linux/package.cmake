# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages, one a component. The bundle for other systems is made by packaging/bundle/make.sh.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
# Package modes are Debian's, whatever umask the build ran under.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SOURCE ${package})
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each component's description begins with its own

set(CPACK_DEBIAN_CONSOLE_PACKAGE_NAME whiteboard-push-console)
# Loaded at run time, so that no linker knows of them: SQLite's driver, SVG icons, the keyring, root certificates, and
# Qt's own words in Chinese, without which a Chinese window would say Cancel and Save.
set(CPACK_DEBIAN_CONSOLE_PACKAGE_DEPENDS
    "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, ca-certificates, qt6-translations-l10n")
# A keyring to keep keys in, and a window of its own kind for Wayland, which Debian's desktop runs on.
set(CPACK_DEBIAN_CONSOLE_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland")
set(CPACK_DEBIAN_CONSOLE_PACKAGE_SUGGESTS "tiw-simulator")
set(CPACK_COMPONENT_CONSOLE_DESCRIPTION
"stop whiteboard push tasks and confirm that they ended
A whiteboard push task films an interactive whiteboard and sends the picture
into a live room. This console lists such tasks, stops the ones that should
no longer run, and shows a task as stopped only when the service says so.

Every request is journaled before it is sent, requests keep to the service's
rate limit, and secret keys live in the desktop's keyring. The package holds
the window and its command line; the window has a simulator built in, to try
it without an account.")

set(CPACK_DEBIAN_SIMULATOR_PACKAGE_NAME tiw-simulator)
set(CPACK_DEBIAN_SIMULATOR_PACKAGE_SUGGESTS whiteboard-push-console)
set(CPACK_COMPONENT_SIMULATOR_DESCRIPTION
"local stand-in for the whiteboard push service
Serves the whiteboard push actions of Tencent Cloud's Interactive Whiteboard
on a loopback address: it checks signatures, times and parameters, lets tasks
live and end with the service's delays, keeps to its limits, and makes faults
where asked to.

It needs no account and reaches no network. It is for trying the console and
for testing programs that call the service.")
