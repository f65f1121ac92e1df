// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/csvreader.h"

#include <algorithm>

namespace Service {

namespace {

//! Each open quote is looked for to the end of the text; after so many of them, quotes are just characters.
constexpr int mostOpenQuotes = 16;

} // namespace

CsvReader::CsvReader(QStringView text, QChar separator)
    : m_text(text)
    , m_separator(separator)
{
}

std::optional<CsvRow> CsvReader::next()
{
    while (m_position < m_text.size()) {
        const qsizetype begin = m_position;
        const int line = m_line;
        CsvRow row = readRow(m_openQuotes < mostOpenQuotes);
        if (row.hasOpenQuote) {
            ++m_openQuotes;
            m_position = begin;
            m_line = line;
            row = readRow(false);
            row.hasOpenQuote = true;
        }
        row.line = line;
        const bool isBlank = std::ranges::all_of(row.fields, &QString::isEmpty);
        if (!isBlank) {
            return row;
        }
    }
    return {};
}

CsvRow CsvReader::readRow(bool areQuotesRead)
{
    CsvRow row;
    while (true) {
        const std::optional<QString> field = readField(areQuotesRead);
        if (!field) {
            row.hasOpenQuote = true;
            return row;
        }
        row.fields.append(*field);
        const bool hasMore = m_position < m_text.size() && m_text.at(m_position) == m_separator;
        if (m_position < m_text.size()) {
            ++m_position; // the separator or the line's end
        }
        if (!hasMore) {
            ++m_line;
            return row;
        }
    }
}

std::optional<QString> CsvReader::readField(bool areQuotesRead)
{
    const auto isEnd = [this](QChar c) { return c == m_separator || c == u'\n'; };
    while (m_position < m_text.size() && m_text.at(m_position).isSpace() && !isEnd(m_text.at(m_position))) {
        ++m_position;
    }
    QString field;
    if (areQuotesRead && m_position < m_text.size() && m_text.at(m_position) == u'"') {
        std::optional<QString> quoted = readQuoted();
        if (!quoted) {
            return {};
        }
        field = *quoted;
    }
    const QStringView rest = m_text.sliced(m_position);
    const auto end = std::ranges::find_if(rest, isEnd);
    field += rest.first(end - rest.begin());
    m_position += end - rest.begin();
    return field.trimmed();
}

std::optional<QString> CsvReader::readQuoted()
{
    QString field;
    ++m_position;
    while (m_position < m_text.size()) {
        const QChar c = m_text.at(m_position);
        ++m_position;
        if (c != u'"') {
            m_line += c == u'\n' ? 1 : 0;
            field += c;
        } else if (m_position < m_text.size() && m_text.at(m_position) == u'"') {
            field += c;
            ++m_position;
        } else {
            return field;
        }
    }
    return {};
}

} // namespace Service
