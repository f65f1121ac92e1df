// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

enum class Argument { None, Number, Text };

struct FaultEntry
{
    FaultKind kind;
    QLatin1StringView name;
    Argument argument;
    qint64 defaultNumber;
    bool hasEffect;
    QLatin1StringView help;
};

constexpr std::array faultTable{
    FaultEntry{FaultKind::DelayBefore, "delay-before"_L1, Argument::Number, 300, true,
               "=MS  wait before processing"_L1},
    FaultEntry{FaultKind::DelayAfter, "delay-after"_L1, Argument::Number, 300, true,
               "=MS  wait after processing, before the answer"_L1},
    FaultEntry{FaultKind::DropBefore, "drop-before"_L1, Argument::None, 0, false,
               "  cut the connection, the request has no effect"_L1},
    FaultEntry{FaultKind::DropAfter, "drop-after"_L1, Argument::None, 0, true,
               "  cut before the first byte of the answer, after the effect"_L1},
    FaultEntry{FaultKind::HalfHeader, "half-header"_L1, Argument::None, 0, true,
               "  cut in the middle of the header"_L1},
    FaultEntry{FaultKind::TruncateBody, "truncate"_L1, Argument::None, 0, true,
               "  cut in the middle of the body"_L1},
    FaultEntry{FaultKind::Drip, "drip"_L1, Argument::Number, 20, true,
               "=MS  the body byte by byte, MS apart"_L1},
    FaultEntry{FaultKind::Hang, "hang"_L1, Argument::None, 0, true,
               "  never answer, keep the connection open"_L1},
    FaultEntry{FaultKind::BadGateway, "bad-gateway"_L1, Argument::None, 0, false,
               "  HTML with status 502"_L1},
    FaultEntry{FaultKind::Garbage, "garbage"_L1, Argument::None, 0, true, "  a body that is not JSON"_L1},
    FaultEntry{FaultKind::WrongTypes, "wrong-types"_L1, Argument::None, 0, true,
               "  every field of another JSON type"_L1},
    FaultEntry{FaultKind::WrongShape, "wrong-shape"_L1, Argument::None, 0, true, "  Response is an array"_L1},
    FaultEntry{FaultKind::Nulls, "nulls"_L1, Argument::None, 0, true, "  every field null but RequestId"_L1},
    FaultEntry{FaultKind::Huge, "huge"_L1, Argument::Number, 2 * 1024 * 1024, true,
               "=BYTES  valid JSON of that size (default 2 MiB)"_L1},
    FaultEntry{FaultKind::NoRequestId, "no-request-id"_L1, Argument::None, 0, true, "  without RequestId"_L1},
    FaultEntry{FaultKind::Throttle, "throttle"_L1, Argument::None, 0, false, "  RequestLimitExceeded"_L1},
    FaultEntry{FaultKind::ErrorCode, "code"_L1, Argument::Text, 0, false, "=CODE  any error code"_L1},
    FaultEntry{FaultKind::ClockSkew, "skew"_L1, Argument::Number, 3600, true,
               "=S  judged by a server clock S seconds ahead"_L1},
    FaultEntry{FaultKind::Redirect, "redirect"_L1, Argument::Text, 0, false,
               "=URL  307 with this Location"_L1},
};

const FaultEntry &entryOf(FaultKind kind)
{
    return *std::find_if(faultTable.begin(), faultTable.end(),
                         [kind](const FaultEntry &e) { return e.kind == kind; });
}

tl::unexpected<Core::Error> badRule(const QString &detail)
{
    return Core::failure(Core::Error::invalidInput(QString(u"fault: "_s + detail)));
}

bool readCount(QStringView text, int &value)
{
    bool isNumber = false;
    value = text.toInt(&isNumber);
    return isNumber && value >= 1;
}

//! "3", "2..4", "2..", "*", "/3"
Core::Result<FaultRule> withWhen(FaultRule rule, QStringView when)
{
    constexpr auto open = std::numeric_limits<int>::max();
    const qsizetype dots = when.indexOf(".."_L1);
    bool isRead = true;
    if (when == "*"_L1) {
        rule.last = open;
    } else if (when.startsWith(u'/')) {
        isRead = readCount(when.sliced(1), rule.step);
        rule.first = rule.step;
    } else if (dots >= 0) {
        const QStringView end = when.sliced(dots + 2);
        isRead = readCount(when.first(dots), rule.first) && (end.isEmpty() || readCount(end, rule.last));
    } else {
        isRead = readCount(when, rule.first);
        rule.last = rule.first;
    }
    if (!isRead || rule.last < rule.first) {
        return badRule(QString(u"\""_s + when + u"\" is none of N, N..M, N.., /K, *"_s));
    }
    return rule;
}

Core::Result<Fault> parseFault(QStringView text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QStringView name = equals < 0 ? text : text.first(equals);
    const QStringView argument = equals < 0 ? QStringView() : text.sliced(equals + 1);
    const auto entry = std::find_if(faultTable.begin(), faultTable.end(),
                                    [name](const FaultEntry &e) { return e.name == name; });
    if (entry == faultTable.end()) {
        return badRule(QString(u"no fault is called \""_s + name + u"\""_s));
    }
    Fault fault{entry->kind, entry->defaultNumber, {}, entry->hasEffect};
    if (entry->argument == Argument::None && equals >= 0) {
        return badRule(QString(name + u" takes no argument"_s));
    }
    if (entry->argument == Argument::Text) {
        if (argument.isEmpty()) {
            return badRule(QString(name + u" needs an argument"_s));
        }
        fault.text = argument.toString();
    }
    if (entry->argument == Argument::Number && equals >= 0) {
        constexpr qint64 most = 100'000'000;
        bool isNumber = false;
        fault.number = argument.toLongLong(&isNumber);
        const bool mayBeNegative = entry->kind == FaultKind::ClockSkew;
        if (!isNumber || fault.number > most || fault.number < (mayBeNegative ? -most : 0)) {
            return badRule(QString(u"\""_s + argument + u"\" is not a number for "_s + name));
        }
    }
    return fault;
}

//! Takes ",effect" or ",no-effect" off the end.
QStringView withoutEffect(QStringView text, std::optional<bool> &effect)
{
    if (text.endsWith(",no-effect"_L1)) {
        effect = false;
        return text.chopped(10);
    }
    if (text.endsWith(",effect"_L1)) {
        effect = true;
        return text.chopped(7);
    }
    return text;
}

} // namespace

QString Fault::toString() const
{
    const FaultEntry &entry = entryOf(kind);
    QString written = entry.name;
    if (entry.argument == Argument::Number) {
        written += u'=' + QString::number(number);
    } else if (entry.argument == Argument::Text) {
        written += u'=' + text;
    }
    if (hasEffect != entry.hasEffect) {
        written += hasEffect ? ",effect"_L1 : ",no-effect"_L1;
    }
    return written;
}

Core::Result<FaultRule> FaultRule::parse(QStringView text)
{
    const qsizetype one = text.indexOf(u':');
    const qsizetype two = one < 0 ? -1 : text.indexOf(u':', one + 1);
    if (two < 0) {
        return badRule(QString(u"\""_s + text + u"\" is not ACTION:WHEN:FAULT"_s));
    }
    FaultRule rule;
    const QStringView who = text.first(one);
    const qsizetype at = who.indexOf(u'@');
    const QStringView name = at < 0 ? who : who.first(at);
    rule.action = name == "*"_L1 ? QString() : name.toString();
    rule.taskId = at < 0 ? QString() : who.sliced(at + 1).toString();

    std::optional<bool> effect;
    const Core::Result<Fault> fault = parseFault(withoutEffect(text.sliced(two + 1), effect));
    if (!fault) {
        return tl::unexpected(fault.error());
    }
    rule.fault = *fault;
    rule.fault.hasEffect = effect.value_or(fault->hasEffect);
    return withWhen(rule, text.sliced(one + 1, two - one - 1));
}

Core::Result<FaultRule> FaultRule::fromJson(const QJsonValue &value)
{
    if (value.isString()) {
        return parse(value.toString());
    }
    if (!value.isObject() || !value[u"fault"].isString()) {
        return badRule(u"a rule is a text or an object with \"fault\""_s);
    }
    std::optional<bool> effect;
    const QString written = value[u"fault"].toString();
    const Core::Result<Fault> fault = parseFault(withoutEffect(written, effect));
    if (!fault) {
        return tl::unexpected(fault.error());
    }
    const QString action = value[u"action"].toString();
    FaultRule rule;
    rule.action = action == "*"_L1 ? QString() : action;
    rule.taskId = value[u"taskId"].toString();
    rule.fault = *fault;
    rule.fault.hasEffect = value[u"effect"].toBool(effect.value_or(fault->hasEffect));
    const QJsonValue when = value[u"when"];
    return withWhen(rule, when.isDouble() ? QString::number(when.toInteger()) : when.toString(u"*"_s));
}

QString FaultRule::toString() const
{
    QString written = action.isEmpty() ? u"*"_s : action;
    if (!taskId.isEmpty()) {
        written += u'@' + taskId;
    }
    written += u':';
    const bool isOpen = last == std::numeric_limits<int>::max();
    if (step > 1) {
        written += u'/' + QString::number(step);
    } else if (isOpen) {
        written += first == 1 ? u"*"_s : QString(QString::number(first) + u".."_s);
    } else if (first == last) {
        written += QString::number(first);
    } else {
        written += QString::number(first) + u".."_s + QString::number(last);
    }
    return QString(written + u':' + fault.toString());
}

QString faultGrammar()
{
    QString text =
        u"ACTION[@TASKID]:WHEN:FAULT[,effect|,no-effect]\n"
        "  ACTION  an action's name, or * for all\n"
        "  WHEN    N, N..M, N.. (counted from 1 over the requests the rule looks at), /K (every K-th), *\n"
        "  FAULT   one of\n"_s;
    for (const FaultEntry &entry : faultTable) {
        text += u"    "_s + entry.name + entry.help + (entry.hasEffect ? ""_L1 : " (no effect)"_L1) + u'\n';
    }
    return text;
}

} // namespace Simulator
