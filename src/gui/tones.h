// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace Gui {

//! What a colour says beside a shape, a pattern or a word: never alone.
enum class Tone { Good, Bad, Careful, Busy, Quiet };

//! Readable as text on `ground`, light or dark: 4.5 : 1 and more on each ground of our palettes.
[[nodiscard]] QColor toneColor(Tone tone, const QColor &ground);

} // namespace Gui
