// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/pushtask.h"
#include "core/startoutcome.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Core {

//! The steps of an intent's life; each is committed before the next one is taken.
enum class EventKind {
    Requested, //!< the operator's wish, before anything else
    Sent, //!< about to leave: committed before the first byte
    Answered, //!< an answer, or the failure to get one
    Confirmed, //!< the service itself said how the task stands
    Settled, //!< the outcome; an intent without it is open
};

//! What was wished, and with which account: fixed when it is journaled, never changed.
struct Intent
{
    qint64 id = 0; //!< given by the journal
    QString action; //!< "StopWhiteboardPush"; reads are journaled as intents that are settled at once
    QString accountId;
    QString profile; //!< the account's name then; "env" for credentials from the environment
    QString secretId; //!< masked in every view
    Endpoint endpoint;
    TaskKey task; //!< sdkAppId invalid and taskId empty where the action has none
    QDateTime requestedAt; //!< UTC
    QString owner; //!< the run of the program that carries it out
    qint64 roomId = 0; //!< of a Start, whose task has no id yet: where to look for it
    QString pushUserId; //!< of a Start: as whom that task pushes
};

//! One line of the journal; append-only.
struct JournalEvent
{
    qint64 intentId = 0;
    EventKind kind = EventKind::Requested;
    QString action; //!< of this request: a Stop's intent also has Describe requests
    QDateTime at; //!< UTC
    int attempt = 0; //!< 1 for the first try
    std::optional<StopOutcome> outcome; //!< of a Stop's Settled
    std::optional<StartOutcome> startOutcome; //!< of a Start's Settled
    QString taskId; //!< of a Start's Answered and Settled: the new task's; else it is the intent's
    QString backupTaskId; //!< likewise, of its backup
    std::optional<Error> error; //!< of Answered and Settled
    QString requestId;
    QString backupRequestId;
    TaskStatus status = TaskStatus::Unknown; //!< of Confirmed and of a Describe's Answered
    qint64 latencyMs = -1;
    QString requestText; //!< redacted; of Sent. Kept in a capped table of its own
    QString answerText; //!< redacted; of Answered
};

//! The action whose effect costs money and which is therefore sent once only.
inline constexpr QStringView startAction = u"StartWhiteboardPush";

//! An intent without outcome, with what is known of it.
struct OpenIntent
{
    Intent intent;
    bool isOfThisRun = false; //!< which settled it as unknown, and lives
    int sentAttempts = 0; //!< how often it may have left
    bool isAccepted = false; //!< an Answered without error
    QString requestId; //!< of the last answer that had one
    QString backupRequestId;
    std::optional<StopOutcome> settledAs; //!< Unknown: settled once as unknown, still to be found out
    std::optional<Error> lastError; //!< of the last answer to its own action
    QList<Error> errors; //!< of all answers to its own action, the oldest first
    QDateTime lastSentAt; //!< UTC; invalid where it cannot have left
    QString startedTaskId; //!< of a Start: as an answer named it
    QString startedBackupTaskId;

    [[nodiscard]] bool isStart() const { return intent.action == startAction; }
};

//! A Stop that ended without effect, and that none came after: its task may be running.
struct UnsentStop
{
    Intent intent;
    QDateTime settledAt; //!< UTC
};

//! Another Start that left for the same room and user, as far as the journal knows.
struct OtherStart
{
    QDateTime sentAt; //!< UTC
    QString taskId; //!< that it began, by an answer or as it was found out
    QString backupTaskId;
    bool isWithoutTask = false; //!< settled: it began none
};

//! One request of the past, for history views.
struct HistoryEntry
{
    qint64 eventId = 0; //!< HistoryQuery::beforeEventId of the next page
    qint64 intentId = 0;
    QDateTime time; //!< UTC
    QString profile;
    QString action;
    SdkAppId sdkAppId;
    QString taskId;
    QString outcome; //!< "ok" or "failed" for reads; an outcome's word for a Stop or a Start
    QString requestId;
    QString errorCode; //!< as Core::codeOf() says it
    QString errorMessage;
    int attempt = 0;
    qint64 latencyMs = -1;
};

//! Which part of the history; invalid and empty fields do not filter.
struct HistoryQuery
{
    QString taskId;
    QString profile;
    QString action;
    SdkAppId sdkAppId;
    QString outcome; //!< a word of HistoryEntry::outcome
    QDateTime since; //!< this moment included
    QDateTime until; //!< this moment left out
    //! Words that must all be found: anywhere in the TaskId or the code, or, from 4 characters on, at the
    //! beginning of the RequestId. Latin letters match in either case.
    QString text;
    qint64 beforeEventId = 0; //!< paging: 0 begins with the newest
    int limit = 1000;

    bool operator==(const HistoryQuery &) const = default;
};

//! What there is to filter by; each list sorted.
struct HistoryChoices
{
    QStringList profiles;
    QStringList actions;
    QStringList outcomes;
    QList<SdkAppId> sdkAppIds;

    bool operator==(const HistoryChoices &) const = default;
};

//! The texts of one request, redacted; empty where they are no longer kept.
struct ExchangeTexts
{
    QString request;
    QString answer;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::Intent)
Q_DECLARE_METATYPE(Core::JournalEvent)
