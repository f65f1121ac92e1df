// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <deque>
#include <mutex>

namespace Simulator {

//! One delivery of a request, whatever became of it. No secret and no body is kept.
struct JournalEntry
{
    qint64 number = 0; //!< from 1, in the order of arrival
    qint64 arrivalMs = 0; //!< since the simulator started
    QDateTime arrivalTime; //!< UTC, the machine's clock
    qint64 connection = 0; //!< from 1, in the order of acceptance; 0 if it did not come over a socket
    QString method;
    QString action;
    QString region;
    QString secretId;
    qint64 sdkAppId = 0;
    QString taskId;
    QString scheme; //!< "TC3-HMAC-SHA256", "HmacSHA1", "HmacSHA256"
    bool isSignatureGood = false;
    QString requestId; //!< as it would be answered
    QString errorCode; //!< of the answer; empty for success
    int httpStatus = 200;
    bool isExecuted = false; //!< reached the service, whatever it answered
    QString faults; //!< applied, blank-separated
    //! Of request line, Authorization, X-TC-Timestamp, X-TC-TraceId and body: equal if the same request
    //! arrives again. Two requests for the same, signed in the same second without a trace id of their own,
    //! are equal as well.
    QByteArray hash;
    int delivery = 1; //!< how often this hash has arrived so far

    [[nodiscard]] QJsonObject toJson() const;
};

//! The deliveries of one run, the last 100,000 of them. Thread-safe.
class RequestJournal
{
public:
    //! Numbers the entry, counts its hash, and returns its number.
    qint64 arrived(JournalEntry entry);
    //! Completes the entry with this number; the other fields are taken over as they are.
    void settled(const JournalEntry &entry);
    void clear();
    //! In the order of arrival, those with a number above \a after.
    [[nodiscard]] QList<JournalEntry> entries(qint64 after = 0) const;

private:
    mutable std::mutex m_mutex;
    std::deque<JournalEntry> m_entries;
    QHash<QByteArray, int> m_deliveries;
    qint64 m_last = 0;
};

} // namespace Simulator
