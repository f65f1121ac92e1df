// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gui {

//! A tool tip that shows `text` as it is, although tool tips guess rich text. Empty stays empty.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace Gui
