// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"

#include <QString>

namespace Text {

//! The Result cell of a journal line: what the step brought, in one line of plain text; "" where the kind of
//! event already says all.
[[nodiscard]] QString resultText(const Core::JournalEvent &event);

} // namespace Text
