// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/eventmodel.h"
#include "models/logmodel.h"
#include "models/taskcells.h"
#include "text/formats.h"
#include "text/guardsentences.h"
#include "text/journalsentences.h"
#include "text/logsentences.h"
#include "text/outcomes.h"

//! The real words, wired as the window wires them; times in UTC and accounts by their id, so that tests read
//! the same everywhere.
namespace ModelTexts {

[[nodiscard]] inline QString utcTime(const QDateTime &utc)
{
    return utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

[[nodiscard]] inline Models::TaskTexts ofTasks()
{
    return {.status = &Text::statusText,
            .lastResult = &Text::lastResultText,
            .finishReason = [](Core::FinishReason reason) { return Text::word(reason); },
            .dateTime = &utcTime,
            .duration = &Text::duration,
            .accountName =
                [](const QString &accountId) { return QString(QStringLiteral("account ") + accountId); },
            .plannedStop =
                [](const Models::PlannedStop &stop) {
                    return stop.secondsLeft < 0 ? utcTime(stop.at) : Text::countdown(stop.secondsLeft);
                }};
}

[[nodiscard]] inline Models::LogTexts ofLog()
{
    return {.sentence = [](const Core::LogEntry &entry) { return Text::sentence(entry); },
            .outcome = &Text::outcomeText,
            .level = [](Core::LogLevel level) { return Text::word(level); },
            .time = &utcTime,
            .latency = [](qint64 milliseconds) { return Text::latency(milliseconds, QLocale::c()); }};
}

[[nodiscard]] inline Models::EventTexts ofEvents()
{
    return {.kind = [](Core::EventKind kind) { return Text::word(kind); },
            .result = &Text::resultText,
            .time = &utcTime,
            .latency = [](qint64 milliseconds) { return Text::latency(milliseconds, QLocale::c()); }};
}

} // namespace ModelTexts
