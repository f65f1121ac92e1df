// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tones.h"

namespace Gui {

QColor toneColor(Tone tone, const QColor &ground)
{
    const bool isDark = ground.lightness() < 128;
    switch (tone) {
    case Tone::Good:
        return isDark ? QColor(0x6c, 0xd0, 0x83) : QColor(0x1d, 0x7a, 0x36);
    case Tone::Bad:
        return isDark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e);
    case Tone::Careful:
        return isDark ? QColor(0xf2, 0xb8, 0x4b) : QColor(0x8f, 0x5a, 0x00);
    case Tone::Busy:
        return isDark ? QColor(0x8a, 0xb4, 0xf8) : QColor(0x1a, 0x5f, 0xb4);
    case Tone::Quiet:
        break;
    }
    return isDark ? QColor(0xb0, 0xb4, 0xba) : QColor(0x5a, 0x5e, 0x66);
}

} // namespace Gui
