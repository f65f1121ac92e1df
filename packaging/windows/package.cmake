# SPDX-License-Identifier: GPL-3.0-or-later
# Windows: an installer made by NSIS, with what windeployqt finds beside the programs. Not built here.
find_program(WINDEPLOYQT_PROGRAM windeployqt HINTS ${QT6_INSTALL_PREFIX}/bin REQUIRED)

# windeployqt follows the console's imports; SQLite's driver, TLS and SVG it knows by their modules.
install(CODE "
    execute_process(
        COMMAND \"${WINDEPLOYQT_PROGRAM}\" --release --compiler-runtime --no-opengl-sw --no-system-d3d-compiler
            --translations zh_CN,en \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/whiteboard-push-console.exe\"
        COMMAND_ERROR_IS_FATAL ANY)"
    COMPONENT console)
# What is not Qt's: the keyring's library, cpp-httplib and OpenSSL, from where the build found them.
set(not_ours "api-ms-.*" "ext-ms-.*" "[Qq]t6.*")
install(CODE "
    file(GET_RUNTIME_DEPENDENCIES
        EXECUTABLES \"$<TARGET_FILE:whiteboard-push-console>\" \"$<TARGET_FILE:tiw-simulator>\"
        RESOLVED_DEPENDENCIES_VAR found
        UNRESOLVED_DEPENDENCIES_VAR missing
        DIRECTORIES \"$<TARGET_FILE_DIR:Qt6Keychain::Qt6Keychain>\" \"${OPENSSL_INCLUDE_DIR}/../bin\"
        PRE_EXCLUDE_REGEXES ${not_ours}
        POST_EXCLUDE_REGEXES \".*[/\\\\\\\\]system32[/\\\\\\\\].*\")
    if(missing)
        message(FATAL_ERROR \"not found: \${missing}\")
    endif()
    file(INSTALL \${found} DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")"
    COMPONENT console)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION . RENAME LICENSE.txt COMPONENT console)

set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_INSTALL_DIRECTORY "Whiteboard Push Console")
set(CPACK_PACKAGE_EXECUTABLES whiteboard-push-console "Whiteboard Push Console")
set(CPACK_COMPONENT_CONSOLE_REQUIRED ON)
set(CPACK_NSIS_DISPLAY_NAME "Whiteboard Push Console")
set(CPACK_NSIS_INSTALLED_ICON_NAME ${CMAKE_INSTALL_BINDIR}/whiteboard-push-console.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
# Links tiwpush:… open the console; the command line is one argument, and the console asks before it adds.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
    WriteRegStr HKLM 'Software\Classes\tiwpush' '' 'URL:Whiteboard push task'
    WriteRegStr HKLM 'Software\Classes\tiwpush' 'URL Protocol' ''
    WriteRegStr HKLM 'Software\Classes\tiwpush\shell\open\command' '' '"$INSTDIR\bin\whiteboard-push-console.exe" "%1"']])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
    DeleteRegKey HKLM 'Software\Classes\tiwpush']])
