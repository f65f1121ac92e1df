// SPDX-License-Identifier: GPL-3.0-or-later
#include "property/script.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Property {

namespace {

struct OpName
{
    Op op;
    QLatin1StringView name;
    int weight; //!< of being drawn
};

constexpr std::array names{
    OpName{Op::Wait, "wait"_L1, 26},
    OpName{Op::Stop, "stop"_L1, 22},
    OpName{Op::Start, "start"_L1, 7},
    OpName{Op::Cancel, "cancel"_L1, 3},
    OpName{Op::Recover, "recover"_L1, 2},
    OpName{Op::Quit, "quit"_L1, 4},
    OpName{Op::Crash, "crash"_L1, 5},
    OpName{Op::PowerCut, "powercut"_L1, 4},
    OpName{Op::Fault, "fault"_L1, 26},
    OpName{Op::Line, "line"_L1, 4},
    OpName{Op::Delays, "delays"_L1, 4},
    OpName{Op::Stall, "stall"_L1, 4},
    OpName{Op::DiskStall, "disk-stall"_L1, 2},
    OpName{Op::DiskGoesOn, "disk-goes-on"_L1, 3},
    OpName{Op::DiskBreaks, "disk-breaks"_L1, 1},
    OpName{Op::DiskMended, "disk-mended"_L1, 2},
    OpName{Op::TokenExpires, "token-expires"_L1, 3},
    OpName{Op::TokenRenewed, "token-renewed"_L1, 3},
    OpName{Op::ClockJumps, "clock-jumps"_L1, 3},
    OpName{Op::ServiceSkew, "service-skew"_L1, 2},
};

template <std::size_t n>
[[nodiscard]] auto oneOf(QRandomGenerator &random, const std::array<const char *, n> &of)
{
    return QString::fromLatin1(of.at(random.bounded(static_cast<quint32>(n))));
}

[[nodiscard]] qint64 between(QRandomGenerator &random, int low, int high)
{
    return random.bounded(low, high + 1);
}

//! Short ones far more often than long ones.
[[nodiscard]] qint64 pause(QRandomGenerator &random)
{
    constexpr std::array longest{5, 60, 400, 3000, 20'000};
    return between(random, 0, longest.at(random.bounded(5U)));
}

[[nodiscard]] QString someTasks(QRandomGenerator &random)
{
    const QChar account = random.bounded(4) == 0 ? u'b' : u'a';
    const qint64 count = random.bounded(5) == 0 ? 10 : between(random, 1, 3);
    QStringList tasks;
    const qint64 first = between(random, 0, 9);
    for (qint64 i = 0; i < count; ++i) {
        tasks.append(QString(account + QString::number((first + i) % 10)));
    }
    return tasks.join(u',');
}

[[nodiscard]] QString someRule(QRandomGenerator &random)
{
    const QString action = oneOf(random,
                                 std::array{"StopWhiteboardPush", "StopWhiteboardPush", "StopWhiteboardPush",
                                            "StartWhiteboardPush", "DescribeWhiteboardPush",
                                            "DescribeWhiteboardPushSearch", "DescribeRunningTasks", "*"});
    const QString when = oneOf(random, std::array{"1", "1", "1..2", "1..3", "2", "/2", "/3", "1..8", "*"});
    QString fault = oneOf(random,
                          std::array{"drop-before",
                                     "drop-after",
                                     "half-header",
                                     "truncate",
                                     "drip=100",
                                     "hang",
                                     "bad-gateway",
                                     "garbage",
                                     "wrong-types",
                                     "wrong-shape",
                                     "nulls",
                                     "huge=1100000",
                                     "no-request-id",
                                     "throttle",
                                     "code=InternalError",
                                     "code=AuthFailure.SignatureFailure",
                                     "code=UnauthorizedOperation.SdkAppId",
                                     "code=ServiceUnavailable",
                                     "code=BrandNew.Code",
                                     "skew=400",
                                     "skew=-3600",
                                     "redirect=http://127.0.0.1:9/"});
    if (fault.startsWith("hang"_L1) || fault.startsWith("bad-gateway"_L1) || fault == "code=InternalError"_L1
        || fault == "code=ServiceUnavailable"_L1) {
        fault += random.bounded(2) == 0 ? ",effect"_L1 : ",no-effect"_L1;
    }
    return QString(action + u':' + when + u':' + fault);
}

[[nodiscard]] Step someStep(QRandomGenerator &random)
{
    int sum = 0;
    for (const OpName &each : names) {
        sum += each.weight;
    }
    int drawn = random.bounded(sum);
    const auto chosen = std::ranges::find_if(names, [&drawn](const OpName &each) {
        drawn -= each.weight;
        return drawn < 0;
    });
    Step step{chosen->op};
    switch (step.op) {
    case Op::Wait:
        step.a = pause(random);
        break;
    case Op::Stop:
        step.text = someTasks(random);
        step.a = random.bounded(6) == 0 ? 0 : between(random, 1, 12) * 1000;
        step.b = random.bounded(2);
        break;
    case Op::Start:
        step.text = random.bounded(4) == 0 ? u"b"_s : u"a"_s;
        step.a = between(random, 1, 2);
        break;
    case Op::Quit:
        step.a = random.bounded(2);
        break;
    case Op::Fault:
        step.text = someRule(random);
        break;
    case Op::Line:
        step.a = between(random, 0, 4);
        step.b = between(random, 1, 4);
        break;
    case Op::Delays:
        step.a = between(random, 1, 150);
        step.b = pause(random) % 1500;
        break;
    case Op::Stall:
        step.a = pause(random) % 4000;
        break;
    case Op::ClockJumps:
    case Op::ServiceSkew:
        step.a = (random.bounded(2) == 0 ? 1 : -1) * pause(random);
        break;
    default:
        break;
    }
    return step;
}

} // namespace

QString Script::toString() const
{
    QStringList parts;
    for (const Step &step : steps) {
        const auto name = std::ranges::find(names, step.op, &OpName::op);
        QString part = name->name;
        if (step.a != 0 || step.b != 0 || !step.text.isEmpty()) {
            part += u' ' + QString::number(step.a);
        }
        if (step.b != 0 || !step.text.isEmpty()) {
            part += u' ' + QString::number(step.b);
        }
        if (!step.text.isEmpty()) {
            part += u' ' + step.text;
        }
        parts.append(part);
    }
    return QString(QString::number(seed) + u": "_s + parts.join("; "_L1));
}

std::optional<Script> Script::parse(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    bool isNumber = false;
    Script script{text.first(std::max<qsizetype>(0, colon)).toUInt(&isNumber)};
    if (!isNumber) {
        return std::nullopt;
    }
    const QStringList parts = text.sliced(colon + 1).split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList words = part.simplified().split(u' ');
        const auto name = std::ranges::find_if(
            names, [&words](const OpName &each) { return each.name == words.constFirst(); });
        if (name == names.end()) {
            return std::nullopt;
        }
        script.steps.append(
            {name->op, words.value(1).toLongLong(), words.value(2).toLongLong(), words.value(3)});
    }
    return script;
}

Script Script::random(quint32 seed)
{
    QRandomGenerator random(seed);
    Script script{seed};
    const qint64 count = between(random, 3, 14);
    script.steps.append({Op::Stop, between(random, 1, 12) * 1000, 0, someTasks(random)});
    for (qint64 i = 1; i < count; ++i) {
        script.steps.append(someStep(random));
    }
    if (random.bounded(2) == 0) { // trouble first, then the wish
        std::ranges::rotate(script.steps, script.steps.begin() + 1);
    }
    return script;
}

} // namespace Property
