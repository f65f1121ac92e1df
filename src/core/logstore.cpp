// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logstore.h"

#include <utility>

namespace Core {

LogStore::LogStore(qsizetype capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(qMax<qsizetype>(1, capacity))
{
}

void LogStore::append(LogEntry entry)
{
    entry.id = m_nextId++;
    if (!entry.time.isValid()) {
        entry.time = QDateTime::currentDateTimeUtc();
    }
    int dropped = 0;
    if (std::cmp_greater_equal(m_entries.size(), m_capacity)) {
        m_entries.pop_front();
        dropped = 1;
    }
    m_entries.push_back(std::move(entry));
    const LogEntry announced = m_entries.back();
    Q_EMIT appended(announced, dropped);
}

void LogStore::clear()
{
    m_entries.clear();
    Q_EMIT cleared();
}

} // namespace Core
