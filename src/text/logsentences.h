// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logstore.h"
#include "text/errorsentences.h"

#include <QString>

//! The log pane's words. Plain text, one line each.
namespace Text {

//! The Text cell of a line, by its topic.
[[nodiscard]] QString sentence(const Core::LogEntry &entry);
//! The Outcome cell: the outcome's word, else the error's code, else the status the answer named.
[[nodiscard]] QString outcomeText(const Core::LogEntry &entry);
//! What the details below the log say of a line: its sentence, an explanation and a remedy (the last two may
//! be empty). The service's own message (error->apiMessage) and error->detail are shown beside it.
[[nodiscard]] ErrorText detail(const Core::LogEntry &entry);

} // namespace Text
