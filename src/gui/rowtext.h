// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

namespace Gui {

//! The selected rows of a table as text for the clipboard: the columns shown, in the order shown, separated
//! by tabs, one line a row, after a line with their names. Empty if nothing is selected.
[[nodiscard]] QString selectedRowsAsText(const QTableView &view);

} // namespace Gui
