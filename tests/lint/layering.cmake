# SPDX-License-Identifier: GPL-3.0-or-later
# cmake [-DSCRATCH=DIR] -P layering.cmake
# Fails, with file:line, for every include in src/ that goes against the arrows of ARCHITECTURE.md.
cmake_minimum_required(VERSION 3.25)

get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
if(NOT SCRATCH)
    set(SCRATCH ${root}/build/lint/layering)
endif()

# Every folder of src/ and the folders that it may include, besides itself.
set(folders core explorer api storage secrets config service text models gui simulator cli app)
set(allowed_core "")
set(allowed_explorer core)
set(allowed_api core)
set(allowed_storage core)
set(allowed_secrets core)
set(allowed_config core)
set(allowed_service api storage secrets config explorer core)
set(allowed_text core)
set(allowed_models core)
set(allowed_gui service text models config explorer core)
set(allowed_simulator explorer core)
set(allowed_cli service text config core)
set(allowed_app ${folders})

# Libraries that one place alone may know: header prefix, then the only files that may include it.
set(confined "qt6keychain/")
set(confined_to "^src/secrets/keychainsecretstore\\.(h|cpp)$")

# line_of(CONTENT TEXT OUT): the line on which TEXT first stands in CONTENT
function(line_of content text out)
    string(FIND "${content}" "${text}" position)
    string(SUBSTRING "${content}" 0 ${position} before)
    string(REGEX MATCHALL "\n" breaks "${before}")
    list(LENGTH breaks count)
    math(EXPR line "${count} + 1")
    set(${out} ${line} PARENT_SCOPE)
endfunction()

# violations(ROOT OUT): a list of "file:line: why" for the sources below ROOT/src
function(violations root out)
    set(found "")
    file(GLOB_RECURSE sources RELATIVE ${root} ${root}/src/*.h ${root}/src/*.cpp)
    foreach(source IN LISTS sources)
        string(REGEX REPLACE "^src/([^/]+)/.*$" "\\1" folder "${source}")
        if(NOT folder IN_LIST folders)
            list(APPEND found "${source}:1: not in a folder that the layering knows")
            continue()
        endif()
        file(READ ${root}/${source} content)
        # A leading line break makes the first line match like any other.
        string(REGEX MATCHALL "\n[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n]+/" includes "\n${content}")
        list(REMOVE_DUPLICATES includes)
        foreach(include IN LISTS includes)
            string(REGEX REPLACE "^.*[<\"]" "" path "${include}")
            string(REGEX REPLACE "/.*$" "" target "${path}")
            set(why "")
            if(target IN_LIST folders AND NOT target STREQUAL folder AND NOT target IN_LIST allowed_${folder})
                set(why "${folder} may not include ${target}/")
            elseif(path MATCHES "^${confined}" AND NOT source MATCHES "${confined_to}")
                set(why "only ${confined_to} may include ${confined}")
            elseif(target STREQUAL "..")
                set(why "includes are named from src/, never by ../")
            endif()
            if(why)
                string(SUBSTRING "${include}" 1 -1 text)
                line_of("${content}" "${text}" line)
                list(APPEND found "${source}:${line}: ${why}")
            endif()
        endforeach()
    endforeach()
    set(${out} "${found}" PARENT_SCOPE)
endfunction()

# A check that never fails checks nothing: it has to find these, on these lines, and nothing else.
file(REMOVE_RECURSE ${SCRATCH})
file(WRITE ${SCRATCH}/src/gui/planted.cpp "// one\n#include \"core/error.h\"\n#include \"api/signer.h\"\n")
file(WRITE ${SCRATCH}/src/models/planted.h "#include \"service/stopservice.h\"\n")
file(WRITE ${SCRATCH}/src/simulator/planted.cpp "#include <QString>\n# include <api/signer.h>\n")
file(WRITE ${SCRATCH}/src/service/planted.cpp "#include <qt6keychain/keychain.h>\n#include \"api/signer.h\"\n")
file(WRITE ${SCRATCH}/src/app/planted.cpp "#include \"../api/signer.h\"\n#include \"gui/mainwindow.h\"\n")
file(WRITE ${SCRATCH}/src/misc/planted.h "\n")
violations(${SCRATCH} planted)
list(JOIN planted "\n" planted)
string(CONCAT expected
    "src/app/planted.cpp:1: includes are named from src/, never by ../\n"
    "src/gui/planted.cpp:3: gui may not include api/\n"
    "src/misc/planted.h:1: not in a folder that the layering knows\n"
    "src/models/planted.h:1: models may not include service/\n"
    "src/service/planted.cpp:1: only ${confined_to} may include ${confined}\n"
    "src/simulator/planted.cpp:2: simulator may not include api/")
if(NOT planted STREQUAL expected)
    message(FATAL_ERROR "the layering check does not find the planted faults:\n${planted}\nexpected:\n${expected}")
endif()

violations(${root} real)
if(real)
    list(JOIN real "\n" real)
    message(FATAL_ERROR "includes against the arrows of ARCHITECTURE.md:\n${real}")
endif()
