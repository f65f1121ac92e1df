// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gui {

//! A text for a view that wraps its lines, which a line of hundreds of thousands of characters would hold up
//! for seconds: lines of more than 32 Ki characters are broken after each 1,000, others are left as they are.
[[nodiscard]] QString foldedText(const QString &text);

} // namespace Gui
