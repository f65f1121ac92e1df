// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace Gui {

//! The icon `name` of resources/icons, e.g. "stop"; a null icon if there is none of this name.
[[nodiscard]] QIcon icon(const QString &name);

} // namespace Gui
