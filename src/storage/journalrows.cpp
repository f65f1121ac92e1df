// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journalrows.h"

#include "core/redaction.h"
#include "storage/connection.h"

#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

constexpr qsizetype longestDetail = 4'000;

[[nodiscard]] QString editionWord(Core::Edition edition)
{
    return edition == Core::Edition::Mainland ? u"mainland"_s : u"intl"_s;
}

[[nodiscard]] Core::Edition editionOf(const QString &word)
{
    return word == "mainland"_L1 ? Core::Edition::Mainland : Core::Edition::International;
}

[[nodiscard]] Core::ErrorKind errorKindOf(const QString &name)
{
    bool isKnown = false;
    const int value =
        QMetaEnum::fromType<Core::ErrorKind>().keyToValue(name.toLatin1().constData(), &isKnown);
    return isKnown ? static_cast<Core::ErrorKind>(value) : Core::ErrorKind::Storage;
}

//! One column for the words of both kinds of intent.
[[nodiscard]] QVariant outcomeColumn(const Core::JournalEvent &event)
{
    return event.startOutcome ? QVariant(Core::toWord(*event.startOutcome)) : toColumn(event.outcome);
}

void appendError(QVariantList &values, const std::optional<Core::Error> &error)
{
    if (!error) {
        values.append(QVariantList(7, QVariant()));
        return;
    }
    // An error of ours has a code where its cause is known: no column of its own, and the history shows it.
    const bool hasCode = !error->apiCode.isEmpty() || error->cause != Core::ErrorCause::None;
    values << nameOf(error->kind) << toColumn(hasCode ? Core::codeOf(*error).left(longestDetail) : QString())
           << toColumn(error->apiMessage.left(longestDetail)) << toColumn(error->requestId)
           << toColumn(error->detail.left(longestDetail)) << error->httpStatus
           << static_cast<int>(error->delivery);
}

[[nodiscard]] std::optional<Core::Error> readError(RowReader &row)
{
    const bool isThere = !row.isNull();
    Core::Error error;
    error.kind = errorKindOf(row.text());
    error.apiCode = row.text();
    if (const Core::Error coded = Core::errorOfCode(error.apiCode);
        coded.kind == error.kind && coded.cause != Core::ErrorCause::None) {
        error.cause = coded.cause;
        error.apiCode.clear();
    }
    error.apiMessage = row.text();
    error.requestId = row.text();
    error.detail = row.text();
    error.httpStatus = static_cast<int>(row.number());
    error.delivery = static_cast<Core::Delivery>(std::clamp<qint64>(row.number(), 0, 2));
    return isThere ? std::optional(error) : std::nullopt;
}

[[nodiscard]] Core::Result<void> insertExchange(Connection &connection, qint64 eventId,
                                                const Core::JournalEvent &event)
{
    if (event.requestText.isEmpty() && event.answerText.isEmpty()) {
        return {};
    }
    return connection
        .change(u"INSERT INTO exchange (event_id, request, answer) VALUES (?, ?, ?)"_s,
                {eventId, toColumn(event.requestText.left(Core::longestKeptText)),
                 toColumn(event.answerText.left(Core::longestKeptText))})
        .map([](const Connection::Change &) {});
}

} // namespace

Core::Result<qint64> insertIntent(Connection &connection, const Core::Intent &intent)
{
    const Core::Result<Connection::Change> done = connection.change(
        u"INSERT INTO intent (action, account_id, profile, secret_id, endpoint, region, edition, sdk_app_id, "
        "task_id, requested_at, owner, room_id, push_user_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {toColumn(intent.action), toColumn(intent.accountId), toColumn(intent.profile),
         toColumn(intent.secretId), toColumn(intent.endpoint.url.toString(QUrl::FullyEncoded)),
         toColumn(intent.endpoint.region), editionWord(intent.endpoint.edition), intent.task.sdkAppId.value,
         toColumn(intent.task.taskId.toString()), toColumn(intent.requestedAt), toColumn(intent.owner),
         intent.roomId, toColumn(intent.pushUserId)});
    return done.map([](const Connection::Change &change) { return change.lastId; });
}

Core::Result<void> insertEvent(Connection &connection, const Core::JournalEvent &event)
{
    QVariantList values{static_cast<int>(event.kind), toColumn(event.action), toColumn(event.at),
                        event.attempt, outcomeColumn(event)};
    appendError(values, event.error);
    values << toColumn(event.requestId) << toColumn(event.backupRequestId) << toColumn(toWire(event.status))
           << event.latencyMs << toColumn(event.backupTaskId) << toColumn(event.taskId) << event.intentId;
    const Core::Result<Connection::Change> done = connection.change(
        u"INSERT INTO event (intent_id, kind, action, at, attempt, outcome, error_kind, error_code, "
        u"error_message, "
        "error_request_id, error_detail, error_http_status, error_delivery, request_id, backup_request_id, "
        "status, "
        "latency_ms, backup_task_id, profile, sdk_app_id, task_id) "
        "SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, profile, sdk_app_id, "
        "coalesce(nullif(?, ''), task_id) "
        "FROM intent WHERE id = ?"_s,
        values);
    if (!done) {
        return Core::failure(done.error());
    }
    if (done->rows != 1) {
        return Core::failure(
            Core::Error::invalidInput(u"journal: no intent "_s + QString::number(event.intentId)));
    }
    return insertExchange(connection, done->lastId, event);
}

QString intentColumns()
{
    return u"i.id, i.action, i.account_id, i.profile, i.secret_id, i.endpoint, i.region, i.edition, "
           u"i.sdk_app_id, "
           "i.task_id, i.requested_at, i.owner, i.room_id, i.push_user_id"_s;
}

Core::Intent readIntent(RowReader &row)
{
    Core::Intent intent;
    intent.id = row.number();
    intent.action = row.text();
    intent.accountId = row.text();
    intent.profile = row.text();
    intent.secretId = row.text();
    intent.endpoint.url = QUrl(row.text());
    intent.endpoint.region = row.text();
    intent.endpoint.edition = editionOf(row.text());
    intent.task.accountId = intent.accountId;
    intent.task.sdkAppId = Core::SdkAppId{row.number()};
    intent.task.taskId = Core::TaskId::parse(row.text()).value_or(Core::TaskId());
    intent.requestedAt = row.time();
    intent.owner = row.text();
    intent.roomId = row.number();
    intent.pushUserId = row.text();
    return intent;
}

QString eventColumns()
{
    return u"e.intent_id, e.kind, e.action, e.at, e.attempt, e.outcome, e.error_kind, e.error_code, "
           "e.error_message, e.error_request_id, e.error_detail, e.error_http_status, e.error_delivery, "
           "e.request_id, e.backup_request_id, e.status, e.latency_ms, x.request, x.answer, e.task_id, "
           "e.backup_task_id"_s;
}

Core::JournalEvent readEvent(RowReader &row)
{
    Core::JournalEvent event;
    event.intentId = row.number();
    event.kind = static_cast<Core::EventKind>(std::clamp<qint64>(row.number(), 0, 4));
    event.action = row.text();
    event.at = row.time();
    event.attempt = static_cast<int>(row.number());
    const QString outcome = row.text();
    if (event.action == Core::startAction) {
        event.startOutcome = Core::startOutcomeFromWord(outcome);
    } else {
        event.outcome = Core::stopOutcomeFromWord(outcome);
    }
    event.error = readError(row);
    event.requestId = row.text();
    event.backupRequestId = row.text();
    event.status = Core::taskStatusFromWire(row.text());
    event.latencyMs = row.number();
    event.requestText = row.text();
    event.answerText = row.text();
    event.taskId = row.text();
    event.backupTaskId = row.text();
    return event;
}

} // namespace Storage
