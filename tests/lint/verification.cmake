# SPDX-License-Identifier: GPL-3.0-or-later
# cmake [-DSCRATCH=DIR] -P verification.cmake
# Fails for every source of the console that could weaken how the other side of a connection is verified: nothing
# ignores a certificate's faults, asks for less than verification, or allows TLS before 1.2.
cmake_minimum_required(VERSION 3.25)

get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
if(NOT SCRATCH)
    set(SCRATCH ${root}/build/lint/verification)
endif()
set(weakening "ignoreSslErrors|VerifyNone|QueryPeer|AutoVerifyPeer|setPeerVerifyDepth|setPeerVerifyName\
|TlsV1_0|TlsV1_1|AnyProtocol|UnknownProtocol|SecureProtocols|setSslOption|setDefaultConfiguration|FollowRedirects\
|NoLessSafeRedirectPolicy|SameOriginRedirectPolicy|UserVerifiedRedirectPolicy")

# weakened(ROOT OUT): the sources below ROOT that name any of these. The simulator is a server: it verifies nobody.
function(weakened root out)
    file(GLOB_RECURSE sources RELATIVE ${root} ${root}/src/*.h ${root}/src/*.cpp)
    list(FILTER sources EXCLUDE REGEX "^src/simulator/")
    set(found "")
    foreach(source IN LISTS sources)
        file(STRINGS ${root}/${source} lines REGEX "${weakening}")
        if(lines)
            list(APPEND found ${source})
        endif()
    endforeach()
    set(${out} "${found}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(WRITE ${SCRATCH}/src/api/good.cpp "tls.setPeerVerifyMode(QSslSocket::VerifyPeer);\n")
file(WRITE ${SCRATCH}/src/api/ignoring.cpp "reply->ignoreSslErrors();\n")
file(WRITE ${SCRATCH}/src/gui/lax.h "tls.setPeerVerifyMode(QSslSocket::VerifyNone);\n")
file(WRITE ${SCRATCH}/src/api/old.cpp "tls.setProtocol(QSsl::TlsV1_0OrLater);\n")
file(WRITE ${SCRATCH}/src/simulator/server.cpp "tls.setPeerVerifyMode(QSslSocket::VerifyNone);\n")
weakened(${SCRATCH} planted)
list(SORT planted)
if(NOT planted STREQUAL "src/api/ignoring.cpp;src/api/old.cpp;src/gui/lax.h")
    message(FATAL_ERROR "the check does not find the planted faults, but: ${planted}")
endif()

weakened(${root} real)
if(real)
    list(JOIN real "\n" real)
    message(FATAL_ERROR "could weaken how the service is verified:\n${real}")
endif()

# And the one place that decides says so.
file(READ ${root}/src/api/connectionpool.cpp pool)
foreach(promise IN ITEMS "setPeerVerifyMode(QSslSocket::VerifyPeer)" "setProtocol(QSsl::TlsV1_2OrLater)")
    string(FIND "${pool}" "${promise}" position)
    if(position EQUAL -1)
        message(FATAL_ERROR "src/api/connectionpool.cpp no longer says ${promise}")
    endif()
endforeach()
