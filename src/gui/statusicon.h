// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QPalette;

namespace Gui {

//! Each has an outline of its own, so that none is told apart by colour alone.
enum class StatusShape {
    Unknown, //!< question mark in a dashed ring
    Prepared, //!< ring
    Running, //!< triangle
    Stopped, //!< square
    UnderWay, //!< three dots
    Confirmed, //!< tick
    Failed, //!< cross
    Warning, //!< triangle with an exclamation mark
};

//! Drawn as vectors, sharp at every scale, in a colour that contrasts with the palette's base; white or the
//! palette's highlighted text on a selected row.
[[nodiscard]] QIcon statusIcon(StatusShape shape, const QPalette &palette);

} // namespace Gui
