// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pushtask.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr qint64 largestExactJsonInteger = qint64(1) << 53;
constexpr qsizetype longestTaskId = 128;

constexpr std::array stopOutcomeWords{
    std::pair{StopOutcome::Stopped, "stopped"_L1},
    std::pair{StopOutcome::AlreadyStopped, "alreadyStopped"_L1},
    std::pair{StopOutcome::Accepted, "accepted"_L1},
    std::pair{StopOutcome::Failed, "failed"_L1},
    std::pair{StopOutcome::Unknown, "unknown"_L1},
    std::pair{StopOutcome::NotSent, "notSent"_L1},
};

} // namespace

Result<SdkAppId> SdkAppId::parse(QStringView text)
{
    const QStringView digits = text.trimmed();
    const bool areDigits = !digits.isEmpty() && digits.size() <= 16
        && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qint64 value = areDigits ? digits.toLongLong() : 0;
    if (value < 1 || value > largestExactJsonInteger) {
        return failure(
            Error::invalidInput(u"SdkAppId: not a positive number: "_s + digits.left(40).toString()));
    }
    return SdkAppId{value};
}

Result<TaskId> TaskId::parse(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return failure(Error::invalidInput(u"TaskId: empty"_s));
    }
    const QList<uint> characters = trimmed.toUcs4();
    if (characters.size() > longestTaskId) {
        return failure(Error::invalidInput(u"TaskId: longer than 128 characters"_s));
    }
    const bool isPrintable = trimmed.isValidUtf16()
        && std::ranges::all_of(characters, [](uint c) { return QChar::isPrint(c) && !QChar::isSpace(c); });
    if (!isPrintable) {
        return failure(Error::invalidInput(u"TaskId: blanks or unprintable characters inside"_s));
    }
    TaskId id;
    id.m_text = trimmed.toString();
    return id;
}

TaskStatus taskStatusFromWire(QStringView word)
{
    if (word == "PREPARED"_L1 || word == "QUEUED"_L1) {
        return TaskStatus::Prepared;
    }
    if (word == "PUSHING"_L1 || word == "PROCESSING"_L1) {
        return TaskStatus::Pushing;
    }
    if (word == "STOPPED"_L1 || word == "FINISHED"_L1) {
        return TaskStatus::Stopped;
    }
    return TaskStatus::Unknown;
}

FinishReason finishReasonFromWire(QStringView word)
{
    if (word == "AUTO"_L1) {
        return FinishReason::Auto;
    }
    if (word == "USER_CALL"_L1) {
        return FinishReason::UserCall;
    }
    if (word == "EXCEPTION"_L1) {
        return FinishReason::Exception;
    }
    return FinishReason::None;
}

QString toWire(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Unknown:
        return {};
    case TaskStatus::Prepared:
        return u"PREPARED"_s;
    case TaskStatus::Pushing:
        return u"PUSHING"_s;
    case TaskStatus::Stopped:
        return u"STOPPED"_s;
    }
    Q_UNREACHABLE();
}

QString toWire(FinishReason reason)
{
    switch (reason) {
    case FinishReason::None:
        return {};
    case FinishReason::Auto:
        return u"AUTO"_s;
    case FinishReason::UserCall:
        return u"USER_CALL"_s;
    case FinishReason::Exception:
        return u"EXCEPTION"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(StopOutcome outcome)
{
    const auto *const found =
        std::ranges::find(stopOutcomeWords, outcome, &std::pair<StopOutcome, QLatin1StringView>::first);
    Q_ASSERT(found != stopOutcomeWords.end());
    return found->second;
}

std::optional<StopOutcome> stopOutcomeFromWord(QStringView word)
{
    const auto *const found =
        std::ranges::find_if(stopOutcomeWords, [word](const auto &entry) { return word == entry.second; });
    if (found == stopOutcomeWords.end()) {
        return std::nullopt;
    }
    return found->first;
}

std::optional<TaskKey> PushTask::backupKey() const
{
    const Result<TaskId> id = TaskId::parse(backup.taskId);
    return id ? std::optional(TaskKey{key.accountId, key.sdkAppId, *id}) : std::nullopt;
}

QList<TaskKey> PushTask::partsToStop() const
{
    QList<TaskKey> parts;
    if (status != TaskStatus::Stopped) {
        parts.append(key);
    }
    if (const std::optional<TaskKey> second = backupKey();
        second && backup.status != TaskStatus::Stopped && !backup.isGone) {
        parts.append(*second);
    }
    return parts;
}

} // namespace Core
