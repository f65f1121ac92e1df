// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfiltermodel.h"

namespace Models {

LogFilterModel::LogFilterModel(LogModel &source, QObject *parent)
    : RowVectorProxy(source, parent)
    , m_source(source)
{
    readSource();
}

void LogFilterModel::setMinimumLevel(Core::LogLevel level)
{
    if (m_minimumLevel != level) {
        m_minimumLevel = level;
        refilter();
    }
}

void LogFilterModel::setText(const QString &text)
{
    const SearchWords words(text);
    if (m_words != words) {
        m_words = words;
        refilter();
    }
}

const Core::LogEntry *LogFilterModel::entryAt(const QModelIndex &proxyIndex) const
{
    const QModelIndex sourceIndex = mapToSource(proxyIndex);
    return sourceIndex.isValid() ? &m_source.entryAt(sourceIndex.row()) : nullptr;
}

bool LogFilterModel::accepts(int sourceRow) const
{
    return m_source.entryAt(sourceRow).level >= m_minimumLevel
        && (m_words.isEmpty() || m_words.matches(m_source.searchText(sourceRow)));
}

} // namespace Models
