// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/journal.h"
#include "storage/callback.h"
#include "storage/retention.h"

#include <QList>
#include <QObject>

namespace Storage {

class Database;

//! What was wished and what became of it: append-only, but for what is old enough to be forgotten. Every call
//! is reported after its commit.
class Journal : public QObject
{
    Q_OBJECT
public:
    //! `owner` is this run's OwnerLease::id(). `database` and `clock` outlive this object. Where an intent
    //! has no owner or time, and an event no time, they are filled in.
    Journal(Database &database, QString owner, const Core::Clock &clock, QObject *parent = nullptr);

    //! Intent and its Requested event, in one commit; answers the intent's id.
    void open(const Core::Intent &intent, QObject *context, Callback<qint64> done);
    //! The same for many: all in one commit, ids in the same order.
    void openMany(const QList<Core::Intent> &intents, QObject *context, Callback<QList<qint64>> done);
    //! Texts of request and answer go to a table of their own: 16 Ki characters each, the newest 5,000 are
    //! kept. InvalidInput: no such intent.
    void append(const Core::JournalEvent &event, QObject *context, Callback<void> done);
    //! Appends the Settled of an intent that another run may settle too, unless it is not open any more;
    //! answers whether it did.
    void settleIfOpen(const Core::JournalEvent &settled, QObject *context, Callback<bool> done);
    //! A request that only reads: an intent that is never open, and its Answered event, in one commit.
    void recordRead(const Core::Intent &intent, const Core::JournalEvent &answered, QObject *context,
                    Callback<void> done);
    //! Stop and Start intents without outcome, or last settled as Unknown, of runs that have ended; and Stops
    //! that any run settled as Unknown. Oldest first.
    void openIntents(QObject *context, Callback<QList<Core::OpenIntent>> done);
    //! The Stops that were settled as NotSent after `since`, by any run, and that no later Stop of their task
    //! follows, be it under another account. Oldest first.
    void unsentStops(const QDateTime &since, QObject *context, Callback<QList<Core::UnsentStop>> done);
    //! The Starts beside `start` that left for its application, room and user, of every account and run: any
    //! of them may have begun a task that is found there.
    void otherStarts(const Core::Intent &start, QObject *context, Callback<QList<Core::OtherStart>> done);
    //! The newest 1,000 events of one task, oldest first, with their texts where they are still kept: those
    //! of the account, and, if `secretId` is not empty, those of any with this SecretId (a script's, say).
    void eventsOf(const QString &accountId, const QString &secretId, Core::SdkAppId sdkAppId,
                  const QString &taskId, QObject *context, Callback<QList<Core::JournalEvent>> done);
    //! One step of deleting what ended more than `days` before `now`; see forgetSome(). `after` is 0 or where
    //! the last step ended.
    void forget(const QDateTime &now, int days, qint64 after, QObject *context, Callback<ForgetStep> done);

private:
    [[nodiscard]] Core::Intent completed(Core::Intent intent) const;
    [[nodiscard]] Core::JournalEvent completed(Core::JournalEvent event) const;

    Database &m_database;
    QString m_owner;
    const Core::Clock &m_clock;
};

} // namespace Storage
