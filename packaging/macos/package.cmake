# SPDX-License-Identifier: GPL-3.0-or-later
# macOS: a disk image with the console as an application, with what macdeployqt finds inside. Not built here.
find_program(MACDEPLOYQT_PROGRAM macdeployqt HINTS ${QT6_INSTALL_PREFIX}/bin REQUIRED)

install(CODE "
    execute_process(
        COMMAND \"${MACDEPLOYQT_PROGRAM}\" \"\${CMAKE_INSTALL_PREFIX}/whiteboard-push-console.app\" -always-overwrite
        COMMAND_ERROR_IS_FATAL ANY)"
    COMPONENT console)

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME "Whiteboard Push Console ${PROJECT_VERSION}")
set(CPACK_DMG_FORMAT UDZO)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
