// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Property {

//! What happens next to the program and around it. The numbers `a` and `b` and the text are as said.
enum class Op {
    Wait, //!< a: ms
    Stop, //!< text: tasks, "a0,b3"; a: deadline in ms, 0 to wait for no confirmation; b: 1 waits for a new
          //!< token
    Start, //!< text: account; a: room
    Cancel, //!< what has not left is called off
    Recover, //!< open intents are looked into
    Quit, //!< nothing leaves any more; a: 1 asks for a stop all the same; the next run begins
    Crash, //!< the run ends here and now, what was queued reaches the disk; the next run begins
    PowerCut, //!< the same, and what was queued is lost
    Fault, //!< text: a rule of the simulator's
    Line, //!< a: SimulatedNetwork::LineFault; b: requests
    Delays, //!< a: ms there; b: ms back
    Stall, //!< the event loop is not served for a ms
    DiskStall, //!< nothing reaches the disk any more
    DiskGoesOn,
    DiskBreaks, //!< every write fails
    DiskMended,
    TokenExpires,
    TokenRenewed,
    ClockJumps, //!< a: seconds
    ServiceSkew, //!< a: seconds
};

struct Step
{
    Op op = Op::Wait;
    qint64 a = 0;
    qint64 b = 0;
    QString text = {};

    bool operator==(const Step &) const = default;
};

//! A run of the property test: everything that is decided by chance. Equal scripts run alike.
struct Script
{
    quint32 seed = 0; //!< of the retry table's scatter
    QList<Step> steps = {};

    //! "17: stop a0,a1 60000 0; crash"
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<Script> parse(const QString &text);
    [[nodiscard]] static Script random(quint32 seed);
};

} // namespace Property
