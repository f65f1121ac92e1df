// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/historywords.h"

#include "text/outcomes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(Text::HistoryWords)
};

} // namespace

QString historyOutcome(const QString &outcome)
{
    if (outcome == "ok"_L1) {
        return HistoryWords::tr("Answered", "outcome of a request");
    }
    if (const auto started = Core::startOutcomeFromWord(outcome); started && outcome == "started"_L1) {
        return word(*started);
    }
    const auto known = Core::stopOutcomeFromWord(outcome);
    return known ? word(*known) : outcome;
}

} // namespace Text
