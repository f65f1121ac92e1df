// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

//! A flat model as text, for one comparison of the whole: a line per row, cells joined by " | ".
//! \p columns picks and orders the columns; empty means all.
[[nodiscard]] inline QStringList dumpModel(const QAbstractItemModel &model, const QList<int> &columns = {},
                                           int role = Qt::DisplayRole)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        const int count = columns.isEmpty() ? model.columnCount() : static_cast<int>(columns.size());
        for (int i = 0; i < count; ++i) {
            cells.append(model.index(row, columns.isEmpty() ? i : columns.at(i)).data(role).toString());
        }
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines;
}
