// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

#include <optional>

namespace Service {

//! One row of a table: a field may hold separators, doubled quotes and line ends between quotes.
struct CsvRow
{
    QStringList fields; //!< trimmed, without their quotes
    int line = 0; //!< in which it begins, from 1
    bool hasOpenQuote = false; //!< a quote never ended: the line was read as it stands
};

//! Reads RFC 4180 and what else calls itself CSV: any separator, lines that end in LF (CR LF and CR are to be
//! made LF before). A quote counts at the beginning of a field only. Every text can be read to its end.
class CsvReader
{
public:
    //! `text` outlives the reader.
    CsvReader(QStringView text, QChar separator);

    //! The next row that is not empty; nothing at the end.
    [[nodiscard]] std::optional<CsvRow> next();

private:
    [[nodiscard]] CsvRow readRow(bool areQuotesRead);
    //! The field that begins here, up to the separator or the end of the line; nothing if a quote stays open.
    [[nodiscard]] std::optional<QString> readField(bool areQuotesRead);
    [[nodiscard]] std::optional<QString> readQuoted();

    QStringView m_text;
    QChar m_separator;
    qsizetype m_position = 0;
    int m_line = 1;
    int m_openQuotes = 0;
};

} // namespace Service
