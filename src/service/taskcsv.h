// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/findings.h"

namespace Service {

//! Reads a table whose first line names its columns, among them TaskId; SdkAppId, RoomId and Label (or Class)
//! may stand beside it, in any order and however capitals, blanks and underscores are set. Separated by
//! comma, semicolon, tab or bar; a first line "sep=;" is passed over. `text` has line ends of LF only. False,
//! and nothing found, if the text is no such table.
[[nodiscard]] bool readTaskTable(QStringView text, Findings &findings);

} // namespace Service
