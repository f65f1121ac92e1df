// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explorertexts.h"

#include "core/redaction.h"
#include "explorer/literals.h"
#include "service/explorercall.h"
#include "text/outcomes.h"
#include "text/punctuation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

struct ExplorerSentences
{
    Q_DECLARE_TR_FUNCTIONS(Gui::ExplorerTexts)
};

constexpr qsizetype longestValue = 80;

QString typeName(const Explorer::Field &field)
{
    switch (field.type) {
    case Explorer::FieldType::Integer:
        return ExplorerSentences::tr("a whole number");
    case Explorer::FieldType::Unsigned:
        return ExplorerSentences::tr("a whole number that is not negative");
    case Explorer::FieldType::Number:
        return ExplorerSentences::tr("a number");
    case Explorer::FieldType::Boolean:
        return ExplorerSentences::tr("true or false");
    case Explorer::FieldType::Text:
        return ExplorerSentences::tr("a text");
    case Explorer::FieldType::Object:
        return ExplorerSentences::tr("an object");
    }
    return {};
}

QString formatProblem(Explorer::TextFormat format)
{
    switch (format) {
    case Explorer::TextFormat::Date:
        return ExplorerSentences::tr("A date is written like 2026-01-31.");
    case Explorer::TextFormat::DateTime:
        return ExplorerSentences::tr("A time is written like 2026-01-31 12:00:00.");
    case Explorer::TextFormat::IsoDateTime:
        return ExplorerSentences::tr("A time is written like 2026-01-31T12:00:00+08:00.");
    case Explorer::TextFormat::Json:
        return ExplorerSentences::tr("This is not JSON.");
    case Explorer::TextFormat::Url:
        return ExplorerSentences::tr("This is not an http or https address.");
    case Explorer::TextFormat::CallbackUrl:
        return ExplorerSentences::tr(
            "This is not an http or https address. An empty text removes the setting.");
    case Explorer::TextFormat::Free:
        break;
    }
    return {};
}

QString rangeText(const Explorer::Field &field)
{
    if (field.minimum && field.maximum)
        return ExplorerSentences::tr("%1 to %2.", "range").arg(*field.minimum).arg(*field.maximum);
    if (field.minimum)
        return ExplorerSentences::tr("At least %1.").arg(*field.minimum);
    if (field.maximum)
        return ExplorerSentences::tr("At most %1.").arg(*field.maximum);
    return {};
}

} // namespace

namespace ExplorerTexts {

using Text::ErrorText; // lupdate takes a qualified type before a function for the class whose member it is

QString words(const Explorer::Words &words)
{
    return words.in(QLocale().name());
}

QString editionName(Core::Edition edition)
{
    return edition == Core::Edition::International ? ExplorerSentences::tr("International")
                                                   : ExplorerSentences::tr("Mainland China");
}

QString kindName(Explorer::ActionKind kind)
{
    switch (kind) {
    case Explorer::ActionKind::Reads:
        return ExplorerSentences::tr("Only reads");
    case Explorer::ActionKind::Changes:
        return ExplorerSentences::tr("Changes something");
    case Explorer::ActionKind::Starts:
        return ExplorerSentences::tr("Begins something");
    case Explorer::ActionKind::Stops:
        return ExplorerSentences::tr("Ends something");
    }
    return {};
}

QString documentation(const Explorer::Field &field)
{
    QStringList sentences{words(field.description), rangeText(field)};
    if (!field.defaultValue.isUndefined())
        sentences.append(ExplorerSentences::tr("If left out: %1.").arg(shortValue(field.defaultValue)));
    return Text::joinedSentences(sentences);
}

QString placeholder(const Explorer::Field &field)
{
    return field.isRequired ? ExplorerSentences::tr("Needed") : ExplorerSentences::tr("Not sent");
}

QString problem(const Explorer::FieldFault &fault, const Explorer::Field *field)
{
    switch (fault.kind) {
    case Explorer::FaultKind::Missing:
        return ExplorerSentences::tr("This field is needed.");
    case Explorer::FaultKind::Unknown:
        return ExplorerSentences::tr("This action has no such field in the account's edition.");
    case Explorer::FaultKind::WrongType:
        if (field != nullptr && field->isList && !fault.path.endsWith(u']'))
            return ExplorerSentences::tr("A list is wanted here.");
        return field != nullptr
            ? ExplorerSentences::tr("Wanted here: %1.", "type of a value").arg(typeName(*field))
            : ExplorerSentences::tr("The value is of another type than the field.");
    case Explorer::FaultKind::TooSmall:
        return ExplorerSentences::tr("At least %1.").arg(fault.limit);
    case Explorer::FaultKind::TooLarge:
        return ExplorerSentences::tr("At most %1.").arg(fault.limit);
    case Explorer::FaultKind::TooLong:
        return ExplorerSentences::tr("Too long: at most %1 characters.").arg(fault.limit);
    case Explorer::FaultKind::TooManyBytes:
        return ExplorerSentences::tr("Too long: at most %1 bytes of UTF-8.").arg(fault.limit);
    case Explorer::FaultKind::NotAllowed:
        return ExplorerSentences::tr("This is none of the documented values.");
    case Explorer::FaultKind::WrongPattern:
        return ExplorerSentences::tr("There is a character inside that is not allowed here.");
    case Explorer::FaultKind::WrongFormat:
        return formatProblem(fault.format);
    }
    return {};
}

QString hitKind(const Explorer::SearchHit &hit, const Explorer::Action *action)
{
    switch (hit.kind) {
    case Explorer::SearchHit::Kind::Action:
        return action != nullptr ? kindName(action->kind) : QString();
    case Explorer::SearchHit::Kind::Field:
        return hit.isOfAnswer ? ExplorerSentences::tr("In the answer to %1").arg(hit.action)
                              : ExplorerSentences::tr("Field of %1").arg(hit.action);
    case Explorer::SearchHit::Kind::Error:
        return hit.action.isEmpty() ? ExplorerSentences::tr("Error code")
                                    : ExplorerSentences::tr("Error code, of %1").arg(hit.action);
    }
    return {};
}

QString shortValue(const QJsonValue &value)
{
    QString text;
    switch (value.type()) {
    case QJsonValue::Bool:
        text = value.toBool() ? u"true"_s : u"false"_s;
        break;
    case QJsonValue::Double:
        text = Explorer::Literal::number(value);
        break;
    case QJsonValue::String:
        text = value.toString();
        break;
    case QJsonValue::Array:
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
        break;
    case QJsonValue::Object:
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    if (text.isEmpty() && value.isString())
        return ExplorerSentences::tr("(empty)");
    return Core::plainText(text, longestValue);
}

QString phase(Service::ExplorerPhase phase, int attempt)
{
    switch (phase) {
    case Service::ExplorerPhase::Preparing:
        return ExplorerSentences::tr("Preparing the call…");
    case Service::ExplorerPhase::Waiting:
        return ExplorerSentences::tr("Waiting for its turn…");
    case Service::ExplorerPhase::Sent:
        return attempt > 1 ? ExplorerSentences::tr("Sent, attempt %1; waiting for the answer…").arg(attempt)
                           : ExplorerSentences::tr("Sent; waiting for the answer…");
    case Service::ExplorerPhase::Repeating:
        return ExplorerSentences::tr("Attempt %1 failed; trying again…").arg(attempt);
    case Service::ExplorerPhase::Confirming:
        return ExplorerSentences::tr("Accepted; looking whether the task ends…");
    case Service::ExplorerPhase::Seeking:
        return ExplorerSentences::tr("No answer tells whether a task began; looking for it…");
    }
    return {};
}

ErrorText outcome(const QString &action, const Service::ExplorerResult &result)
{
    Text::ErrorText text;
    if (result.goesOn) {
        text.title = ExplorerSentences::tr("%1 is no longer waited for").arg(action);
        text.explanation = ExplorerSentences::tr("It goes on: the task list and the log tell how it ends.");
        return text;
    }
    if (result.error)
        text = Text::explain(*result.error);
    if (result.stopOutcome) {
        const QString reason = text.title;
        text.title =
            ExplorerSentences::tr("%1: %2", "action, outcome").arg(action, Text::word(*result.stopOutcome));
        text.explanation = Text::joinedSentences(
            {Text::sentence(*result.stopOutcome), Text::asSentence(reason), text.explanation});
        if (text.remedy.isEmpty())
            text.remedy = Text::remedy(*result.stopOutcome);
    } else if (result.startOutcome) {
        const QString reason = text.title;
        text.title =
            ExplorerSentences::tr("%1: %2", "action, outcome").arg(action, Text::word(*result.startOutcome));
        text.explanation = Text::joinedSentences(
            {Text::sentence(*result.startOutcome), Text::asSentence(reason), text.explanation});
        if (text.remedy.isEmpty())
            text.remedy = Text::remedy(*result.startOutcome);
    } else if (!result.error) {
        text.title = ExplorerSentences::tr("%1 was answered").arg(action);
    } else {
        text.title = ExplorerSentences::tr("%1: %2", "action, outcome").arg(action, text.title);
        if (result.isUncertain)
            text.explanation = Text::joinedSentences(
                {text.explanation,
                 ExplorerSentences::tr(
                     "Whether it had its effect is not known: look before you call it again.")});
    }
    if (result.error && result.error->kind == Core::ErrorKind::InvalidInput
        && !result.error->detail.isEmpty())
        text.explanation =
            Text::joinedSentences({text.explanation, Core::plainText(result.error->detail, longestValue)});
    return text;
}

} // namespace ExplorerTexts

const Explorer::Field *fieldAt(const Explorer::Catalogue &catalogue, const QList<Explorer::Field> &fields,
                               const QString &path)
{
    const QList<Explorer::Field> *level = &fields;
    const Explorer::Field *found = nullptr;
    const QStringList names = path.split(u'.');
    for (const QString &name : names) {
        if (level == nullptr)
            return nullptr;
        found = Explorer::findField(*level, name.section(u'[', 0, 0));
        level = found != nullptr && found->type == Explorer::FieldType::Object ? &catalogue.fieldsOf(*found)
                                                                               : nullptr;
        if (found == nullptr)
            return nullptr;
    }
    return found;
}

} // namespace Gui
