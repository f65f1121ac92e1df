// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Text {

//! What people read for a word of Core::HistoryEntry::outcome; a word that is not known stays as it is.
[[nodiscard]] QString historyOutcome(const QString &word);

} // namespace Text
