// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/startsentences.h"

#include "text/punctuation.h"

#include <QCoreApplication>

#include <limits>

namespace Text {

namespace {

class StartSentences
{
    Q_DECLARE_TR_FUNCTIONS(Text::StartSentences)
};

} // namespace

QString problem(const Core::StartFault &fault)
{
    switch (fault.problem) {
    case Core::StartProblem::Missing:
        return StartSentences::tr("This is needed.");
    case Core::StartProblem::OutOfRange:
        return fault.high >= std::numeric_limits<qint32>::max() && fault.low > 1
            ? StartSentences::tr("It is at least %1.").arg(fault.low)
            : StartSentences::tr("It is a number from %1 to %2.").arg(fault.low).arg(fault.high);
    case Core::StartProblem::TooLong:
        return StartSentences::tr("It has at most %1 bytes; a Chinese character takes three.")
            .arg(fault.high);
    case Core::StartProblem::BadCharacters:
        return StartSentences::tr("It is made of the letters A to Z and a to z, digits, _ and - only.");
    case Core::StartProblem::NotAChoice:
        return StartSentences::tr("It is one of: %1.").arg(joinedItems(Core::enterRoomModes()));
    case Core::StartProblem::NotJson:
        return StartSentences::tr("It must be a JSON object.");
    case Core::StartProblem::SameUser:
        return StartSentences::tr(
            "The backup needs a user of its own: two of one name push each other out of the room.");
    case Core::StartProblem::OtherEdition:
        return StartSentences::tr("Only the mainland edition knows this field.");
    }
    Q_UNREACHABLE();
}

QString namedProblem(const Core::StartFault &fault)
{
    return StartSentences::tr("%1: %2", "field, what is wrong with it").arg(fault.field, problem(fault));
}

QString problem(const Core::TemplateFault &fault)
{
    switch (fault.kind) {
    case Core::TemplateFault::Kind::NotJson:
        return StartSentences::tr("The template is not a JSON object.");
    case Core::TemplateFault::Kind::HoldsSecret:
        return StartSentences::tr(
                   "The template holds a secret in %1. Templates never hold secrets: take it out.")
            .arg(fault.field);
    case Core::TemplateFault::Kind::UnknownField:
        return StartSentences::tr("The template names %1, which is no field of a start.").arg(fault.field);
    case Core::TemplateFault::Kind::WrongType:
        return StartSentences::tr("%1 in the template is not of the type that it must have.")
            .arg(fault.field);
    }
    Q_UNREACHABLE();
}

} // namespace Text
