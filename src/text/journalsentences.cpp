// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/journalsentences.h"

#include "text/errorsentences.h"
#include "text/oneline.h"
#include "text/outcomes.h"

#include <QCoreApplication>

namespace Text {

namespace {

class JournalSentences
{
    Q_DECLARE_TR_FUNCTIONS(Text::JournalSentences)
};

[[nodiscard]] QString reason(const Core::Error &error)
{
    return JournalSentences::tr("%1 [%2]", "reason, code")
        .arg(explain(error).title, oneCode(Core::codeOf(error)));
}

} // namespace

QString resultText(const Core::JournalEvent &event)
{
    if (event.outcome) {
        const QString outcome = word(*event.outcome, event.status);
        const bool isWorthAReason = event.error && *event.outcome != Core::StopOutcome::Stopped
            && *event.outcome != Core::StopOutcome::AlreadyStopped;
        return isWorthAReason
            ? JournalSentences::tr("%1: %2", "outcome, reason").arg(outcome, reason(*event.error))
            : outcome;
    }
    if (event.startOutcome) {
        const QString outcome = word(*event.startOutcome);
        return event.error
            ? JournalSentences::tr("%1: %2", "outcome, reason").arg(outcome, reason(*event.error))
            : outcome;
    }
    if (event.error) {
        return reason(*event.error);
    }
    if (event.status != Core::TaskStatus::Unknown) {
        return word(event.status);
    }
    return event.kind == Core::EventKind::Answered ? JournalSentences::tr("Accepted") : QString();
}

} // namespace Text
