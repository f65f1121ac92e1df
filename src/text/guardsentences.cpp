// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/guardsentences.h"

#include "text/formats.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * minutesPerHour;

class GuardSentences
{
    Q_DECLARE_TR_FUNCTIONS(Text::GuardSentences)
public:
    [[nodiscard]] static QString announcement(const Core::LogEntry &entry);
};

QString GuardSentences::announcement(const Core::LogEntry &entry)
{
    const QString notice = duration((entry.delayMs + 500) / 1000);
    const QString cause = reasonText(entry.rule);
    const bool isMissed = entry.dueAt.isValid() && entry.time.isValid() && entry.dueAt < entry.time;
    return isMissed ? tr("Was to be stopped at %1 and is stopped in %2: %3", "time, time span, reason")
                          .arg(moment(entry.dueAt, entry.time), notice, cause)
                    : tr("Is stopped in %1: %2", "time span, reason").arg(notice, cause);
}

} // namespace

QString span(int minutes)
{
    if (minutes < minutesPerHour) {
        return GuardSentences::tr("%1 min", "minutes").arg(minutes);
    }
    if (minutes % minutesPerDay == 0) {
        return GuardSentences::tr("%1 d", "days").arg(minutes / minutesPerDay);
    }
    if (minutes % minutesPerHour == 0) {
        return GuardSentences::tr("%1 h", "hours").arg(minutes / minutesPerHour);
    }
    return GuardSentences::tr("%1 h %2 min", "hours, minutes")
        .arg(QString::number(minutes / minutesPerHour), QString::number(minutes % minutesPerHour));
}

QString ruleText(const Core::GuardRule &rule)
{
    switch (rule.kind) {
    case Core::GuardKind::WarnAfter:
        return GuardSentences::tr("Warn after %1", "time span").arg(span(rule.minutes));
    case Core::GuardKind::StopAfter:
        return GuardSentences::tr("Stop after %1", "time span").arg(span(rule.minutes));
    case Core::GuardKind::StopAt:
        return GuardSentences::tr("Stop at %1", "time of day")
            .arg(QLocale().toString(rule.timeOfDay(), QLocale::ShortFormat));
    }
    Q_UNREACHABLE();
}

QString reasonText(const std::optional<Core::GuardRule> &rule)
{
    return rule ? GuardSentences::tr("rule “%1”").arg(ruleText(*rule))
                : GuardSentences::tr("planned by hand");
}

QString countdown(int secondsLeft)
{
    const int seconds = qMax(0, secondsLeft);
    const int minutes = seconds / 60;
    if (minutes < minutesPerHour) {
        return u"%1:%2"_s.arg(minutes).arg(seconds % 60, 2, 10, '0'_L1);
    }
    return u"%1:%2:%3"_s.arg(minutes / minutesPerHour)
        .arg(minutes % minutesPerHour, 2, 10, '0'_L1)
        .arg(seconds % 60, 2, 10, '0'_L1);
}

QString moment(const QDateTime &utc, const QDateTime &now, const QLocale &locale)
{
    if (!utc.isValid()) {
        return {};
    }
    const QDateTime local = utc.toLocalTime();
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    return local.date() == now.toLocalTime().date()
        ? time
        : QString(locale.toString(local.date(), QLocale::ShortFormat) + u' ' + time);
}

QString guardSentence(const Core::LogEntry &entry)
{
    const QString pause = span(static_cast<int>(entry.delayMs / 60'000));
    switch (entry.topic) {
    case Core::LogTopic::GuardWarned:
        if (!entry.rule || entry.rule->stops()) {
            return GuardSentences::tr("Is due to be stopped, but its account is read-only: it goes on (%1)",
                                      "reason")
                .arg(reasonText(entry.rule));
        }
        return GuardSentences::tr("Has been running for %1: %2", "time span, reason")
            .arg(pause, reasonText(entry.rule));
    case Core::LogTopic::GuardScheduled:
        return GuardSentences::tr("A stop was planned for %1").arg(localDateTime(entry.dueAt));
    case Core::LogTopic::GuardAnnounced:
        return GuardSentences::announcement(entry);
    case Core::LogTopic::GuardKept:
        return GuardSentences::tr("Is to go on running: it is not stopped now");
    case Core::LogTopic::GuardWithdrawn:
        return GuardSentences::tr("The stop that was planned or announced does not take place any more");
    case Core::LogTopic::GuardStopping:
        return GuardSentences::tr("Nobody objected: it is being stopped (%1)", "reason")
            .arg(reasonText(entry.rule));
    case Core::LogTopic::GuardHeldUp:
        return GuardSentences::tr("Goes on running: the stop waits for new credentials of the account");
    case Core::LogTopic::GuardRetrying:
        return GuardSentences::tr("Could not be stopped; the stop is announced again in %1", "time span")
            .arg(pause);
    default:
        return {};
    }
}

} // namespace Text
