// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tasktablemodel.h"

namespace Models {

//! What a row is ordered by in one column. Texts compare by their first characters as one number and only on
//! a tie as texts, which is most of what makes 100,000 of them sort in a blink.
struct TaskSortKey
{
    quint64 number = 0;
    QString text; //!< case-folded; empty for numbers

    friend bool operator<(const TaskSortKey &a, const TaskSortKey &b)
    {
        return a.number != b.number ? a.number < b.number : a.text < b.text;
    }
};

//! Unknown values come first.
[[nodiscard]] TaskSortKey sortKeyOf(const TaskTableModel &model, int row, TaskTableModel::Column column);

} // namespace Models
