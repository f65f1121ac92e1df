// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include "core/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! A line break in a cell would begin a line that only looks like ours.
[[nodiscard]] QString cellText(const QString &text)
{
    return Core::oneLine(text);
}

[[nodiscard]] bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

} // namespace

qsizetype displayWidth(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        const bool isOnAnother = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
        width += isOnAnother ? 0 : isWide(c) ? 2 : 1;
    }
    return width;
}

Table::Table(const QStringList &headings, const QList<qsizetype> &widths)
    : m_headings(headings)
    , m_widths(widths)
{
    m_widths.resize(headings.size());
    fit(headings);
}

Table::Table(const QStringList &headings, const QList<QStringList> &rows)
    : Table(headings, QList<qsizetype>())
{
    for (const QStringList &cells : rows) {
        fit(cells);
    }
}

QString Table::row(const QStringList &cells) const
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString cell = cellText(cells.at(i));
        line += cell;
        if (i + 1 < cells.size()) {
            const qsizetype missing = m_widths.at(i) - displayWidth(cell);
            line += QString(std::max<qsizetype>(missing, 0) + 2, u' ');
        }
    }
    while (line.endsWith(u' ')) {
        line.chop(1);
    }
    return line;
}

void Table::fit(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size() && i < m_widths.size(); ++i) {
        m_widths[i] = std::max(m_widths.at(i), displayWidth(cellText(cells.at(i))));
    }
}

} // namespace Cli
