// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/startoutcome.h"

namespace Core {

using namespace Qt::StringLiterals;

QString toWord(StartOutcome outcome)
{
    switch (outcome) {
    case StartOutcome::Started:
        return u"started"_s;
    case StartOutcome::Failed:
        return u"failed"_s;
    case StartOutcome::Unknown:
        return u"unknown"_s;
    case StartOutcome::NotSent:
        return u"notSent"_s;
    }
    Q_UNREACHABLE();
}

std::optional<StartOutcome> startOutcomeFromWord(QStringView word)
{
    for (const auto outcome :
         {StartOutcome::Started, StartOutcome::Failed, StartOutcome::Unknown, StartOutcome::NotSent}) {
        if (toWord(outcome) == word) {
            return outcome;
        }
    }
    return std::nullopt;
}

} // namespace Core
