// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rowtext.h"

#include "core/redaction.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace Gui {

namespace {

//! Neither a tab nor a line break of a label can make one cell look like two.
QString oneCell(const QString &text)
{
    QString cell = Core::plainText(text);
    std::replace_if(
        cell.begin(), cell.end(), [](QChar character) { return character.isSpace(); }, u' ');
    return cell;
}

} // namespace

QString selectedRowsAsText(const QTableView &view)
{
    QModelIndexList rows = view.selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {};
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });

    const QHeaderView *header = view.horizontalHeader();
    QList<int> columns;
    QStringList names;
    for (int position = 0; position < header->count(); ++position) {
        const int column = header->logicalIndex(position);
        if (header->isSectionHidden(column))
            continue;
        columns.append(column);
        names.append(view.model()->headerData(column, Qt::Horizontal).toString());
    }
    QStringList lines{names.join(u'\t')};
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : std::as_const(columns))
            cells.append(oneCell(row.siblingAtColumn(column).data().toString()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace Gui
