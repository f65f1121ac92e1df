// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Cli {

//! Columns a text takes on a terminal: wide East Asian characters take two.
[[nodiscard]] qsizetype displayWidth(const QString &text);

//! Aligned columns for people, written row by row.
class Table
{
public:
    //! `headings` and the least width of each column; the last one is not padded.
    Table(const QStringList &headings, const QList<qsizetype> &widths);
    //! Widths are made to fit all these rows.
    Table(const QStringList &headings, const QList<QStringList> &rows);

    [[nodiscard]] QString heading() const { return row(m_headings); }
    [[nodiscard]] QString row(const QStringList &cells) const;

private:
    void fit(const QStringList &cells);

    QStringList m_headings;
    QList<qsizetype> m_widths;
};

} // namespace Cli
