# SPDX-License-Identifier: GPL-3.0-or-later
# Menu entry, icons, manual pages, completion and Debian's documents.
set(here ${CMAKE_CURRENT_LIST_DIR})
set(applications ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${here}/whiteboard-push-console.desktop DESTINATION ${applications} COMPONENT console)
set(CONSOLE_SCREENSHOTS_URL "" CACHE STRING
    "https address under which packaging/pictures is published, for software centres; empty: no screenshots")
set(metainfo internal.whiteboard_push_console.Console.metainfo.xml)
execute_process(
    COMMAND ${CMAKE_COMMAND} -DFROM=${here}/${metainfo} -DTO=${CMAKE_CURRENT_BINARY_DIR}/${metainfo}
        -DSCREENSHOTS_URL=${CONSOLE_SCREENSHOTS_URL} -P ${here}/metainfo.cmake
    COMMAND_ERROR_IS_FATAL ANY)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${here}/${metainfo} ${here}/metainfo.cmake)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${metainfo}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT console)

# The icon as it is, in one colour that the desktop chooses, and as pictures for what takes no SVG.
set(icon ${CMAKE_SOURCE_DIR}/resources/icons/whiteboard-push-console)
set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${icon}.svg DESTINATION ${hicolor}/scalable/apps COMPONENT console)
install(FILES ${icon}-symbolic.svg DESTINATION ${hicolor}/symbolic/apps COMPONENT console)
add_executable(icon_picture ${CMAKE_SOURCE_DIR}/resources/icons/picture.cpp)
target_compile_features(icon_picture PRIVATE cxx_std_20)
target_link_libraries(icon_picture PRIVATE Qt6::Svg)
set_target_properties(icon_picture PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
set(icon_pictures "")
foreach(size IN ITEMS 16 22 24 32 48 64 128 256)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/icons/${size}x${size})
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${folder}/whiteboard-push-console.png
        COMMAND icon_picture ${icon}.svg ${size} ${folder}/whiteboard-push-console.png
        DEPENDS ${icon}.svg
        VERBATIM)
    list(APPEND icon_pictures ${folder}/whiteboard-push-console.png)
    install(FILES ${folder}/whiteboard-push-console.png DESTINATION ${hicolor}/${size}x${size}/apps
        COMPONENT console)
endforeach()
add_custom_target(package_icons ALL DEPENDS ${icon_pictures})

find_program(GZIP_PROGRAM gzip)
set(compressed_files "")
# compressed(SOURCE NAME): sets `file` to it gzipped, without time stamps, as Debian wants its documents.
macro(compressed source name)
    set(file ${source})
    if(GZIP_PROGRAM)
        set(file ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz)
        add_custom_command(OUTPUT ${file}
            COMMAND ${GZIP_PROGRAM} -9nc ${source} > ${file}
            DEPENDS ${source}
            VERBATIM)
        list(APPEND compressed_files ${file})
    endif()
endmacro()

compressed(${here}/changelog changelog)
set(changelog ${file})
foreach(pair IN ITEMS "console;whiteboard-push-console" "simulator;tiw-simulator")
    list(GET pair 0 component)
    list(GET pair 1 name) # of the program, and of the package
    set(documents ${CMAKE_INSTALL_DATADIR}/doc/${name})
    install(FILES ${here}/copyright ${changelog} DESTINATION ${documents} COMPONENT ${component})
    configure_file(${here}/lintian-overrides ${CMAKE_CURRENT_BINARY_DIR}/lintian/${name} @ONLY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/lintian/${name}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides COMPONENT ${component})
    configure_file(${here}/man/${name}.1 ${CMAKE_CURRENT_BINARY_DIR}/man/${name}.1 @ONLY)
    compressed(${CMAKE_CURRENT_BINARY_DIR}/man/${name}.1 ${name}.1)
    install(FILES ${file} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})
    string(REPLACE "-" "_" function ${name})
    configure_file(${here}/completion.bash.in ${CMAKE_CURRENT_BINARY_DIR}/completion/${name} @ONLY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/completion/${name}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT ${component})
endforeach()
# The user's guide, readable without the program.
set(guide ${CMAKE_SOURCE_DIR}/resources/guide)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/whiteboard-push-console/guide)
install(FILES ${whole_guides} DESTINATION ${documents} COMPONENT console)
install(DIRECTORY ${guide}/pictures DESTINATION ${documents} COMPONENT console FILES_MATCHING PATTERN *.png)
add_custom_target(package_documents ALL DEPENDS ${compressed_files})
