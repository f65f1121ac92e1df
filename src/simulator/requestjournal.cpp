// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/requestjournal.h"

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t capacity = 100'000;
} // namespace

QJsonObject JournalEntry::toJson() const
{
    return {
        {u"number"_s, number},
        {u"arrivalMs"_s, arrivalMs},
        {u"arrivalTime"_s, arrivalTime.toString(Qt::ISODateWithMs)},
        {u"connection"_s, connection},
        {u"method"_s, method},
        {u"action"_s, action},
        {u"region"_s, region},
        {u"secretId"_s, secretId},
        {u"sdkAppId"_s, sdkAppId},
        {u"taskId"_s, taskId},
        {u"scheme"_s, scheme},
        {u"signatureOk"_s, isSignatureGood},
        {u"requestId"_s, requestId},
        {u"errorCode"_s, errorCode},
        {u"httpStatus"_s, httpStatus},
        {u"executed"_s, isExecuted},
        {u"fault"_s, faults},
        {u"hash"_s, QString::fromLatin1(hash)},
        {u"delivery"_s, delivery},
    };
}

qint64 RequestJournal::arrived(JournalEntry entry)
{
    const std::lock_guard lock(m_mutex);
    entry.number = ++m_last;
    if (m_deliveries.size() > static_cast<qsizetype>(2 * capacity)) {
        m_deliveries.clear();
    }
    entry.delivery = ++m_deliveries[entry.hash];
    if (m_entries.size() == capacity) {
        m_entries.pop_front();
    }
    m_entries.push_back(std::move(entry));
    return m_last;
}

void RequestJournal::settled(const JournalEntry &entry)
{
    const std::lock_guard lock(m_mutex);
    if (m_entries.empty() || entry.number < m_entries.front().number
        || entry.number > m_entries.back().number) {
        return; // cleared, or pushed out, meanwhile
    }
    JournalEntry &kept = m_entries[static_cast<std::size_t>(entry.number - m_entries.front().number)];
    const int delivery = kept.delivery;
    kept = entry;
    kept.delivery = delivery;
}

void RequestJournal::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_deliveries.clear();
}

QList<JournalEntry> RequestJournal::entries(qint64 after) const
{
    const std::lock_guard lock(m_mutex);
    QList<JournalEntry> list;
    for (const JournalEntry &entry : m_entries) {
        if (entry.number > after) {
            list.append(entry);
        }
    }
    return list;
}

} // namespace Simulator
