// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gui {

//! A text for a view that wraps its lines, which a line of hundreds of thousands of characters would hold up
//! for seconds: no line is longer than 1,000 characters.
[[nodiscard]] QString foldedText(const QString &text);

} // namespace Gui
