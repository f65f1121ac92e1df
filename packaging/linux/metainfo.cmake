# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFROM=… -DTO=… [-DSCREENSHOTS_URL=…] -P metainfo.cmake: the metainfo as it is installed. Software centres
# take pictures from the web alone, and this project has no address there: who publishes packaging/pictures somewhere
# names the folder's address, and only then are there screenshots.
file(READ ${FROM} text)
if(SCREENSHOTS_URL)
    if(NOT SCREENSHOTS_URL MATCHES "^https://[^ <>\"&]+$")
        message(FATAL_ERROR "the address of the screenshots is not https, or not one: ${SCREENSHOTS_URL}")
    endif()
    string(REGEX REPLACE "/+$" "" SCREENSHOTS_URL ${SCREENSHOTS_URL})
    string(CONCAT screenshots
        "  <screenshots>\n"
        "    <screenshot type=\"default\">\n"
        "      <caption>The list of push tasks, with what is known of one of them and the log</caption>\n"
        "      <caption xml:lang=\"zh-CN\">推流任务列表，以及某一任务的详情与日志</caption>\n"
        "      <image type=\"source\">${SCREENSHOTS_URL}/window.png</image>\n"
        "    </screenshot>\n"
        "    <screenshot>\n"
        "      <caption>The same in the dark theme</caption>\n"
        "      <caption xml:lang=\"zh-CN\">深色主题</caption>\n"
        "      <image type=\"source\">${SCREENSHOTS_URL}/window-dark.png</image>\n"
        "    </screenshot>\n"
        "  </screenshots>\n")
    string(REPLACE "  <developer_name>" "${screenshots}  <developer_name>" text "${text}")
endif()
file(WRITE ${TO} "${text}")
