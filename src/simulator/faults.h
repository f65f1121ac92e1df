// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <limits>

namespace Simulator {

//! What can go wrong with one request, on purpose.
enum class FaultKind {
    DelayBefore,
    DelayAfter,
    DropBefore,
    DropAfter,
    HalfHeader,
    TruncateBody,
    Drip,
    Hang,
    BadGateway,
    Garbage,
    WrongTypes,
    WrongShape,
    Nulls,
    Huge,
    NoRequestId,
    Throttle,
    ErrorCode,
    ClockSkew,
    Redirect,
};

//! A fault, its argument, and whether the request has its effect all the same.
struct Fault
{
    FaultKind kind = FaultKind::DropAfter;
    qint64 number = 0; //!< ms, bytes or seconds, as the kind says
    QString text; //!< ErrorCode: the code. Redirect: the URL
    bool hasEffect = true;

    //! "drop-before", "code=InternalError": as it is written in a rule.
    [[nodiscard]] QString toString() const;
};

//! Which requests a fault meets: the first-th to last-th, every step-th of them, of those this rule looks at.
struct FaultRule
{
    QString action; //!< empty for every action
    QString taskId; //!< empty for every task
    int first = 1;
    int last = std::numeric_limits<int>::max();
    int step = 1;
    Fault fault;

    //! ACTION[@TASKID]:WHEN:FAULT[=ARGUMENT][,effect|,no-effect]; see faultGrammar().
    [[nodiscard]] static Core::Result<FaultRule> parse(QStringView text);
    //! The same as an object {"action","taskId","when","fault","effect"}, or a text as above.
    [[nodiscard]] static Core::Result<FaultRule> fromJson(const QJsonValue &value);
    //! The canonical text: parse(toString()) gives the same rule.
    [[nodiscard]] QString toString() const;
};

//! The grammar and the list of faults, for --help.
[[nodiscard]] QString faultGrammar();

} // namespace Simulator
