// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/guardplan.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace Config {
class Settings;
}
namespace Core {
class Clock;
}

namespace Service {

//! The stops that are announced: of each task a countdown for every cause there is to stop it, and it is
//! stopped at the end of the first. They go by the monotonic clock: no setting of the other makes one
//! shorter. A stop happens at its time; one whose time has passed gets the whole notice.
class GuardCountdowns
{
public:
    //! What a task is stopped for first, and the time until then.
    struct First
    {
        GuardCause cause;
        qint64 leftMs = 0;
    };

    //! Both outlive this object.
    GuardCountdowns(const Config::Settings &settings, const Core::Clock &clock);

    [[nodiscard]] bool isEmpty() const { return m_countdowns.isEmpty(); }
    [[nodiscard]] bool contains(const Core::TaskKey &task) const { return m_countdowns.contains(task); }
    [[nodiscard]] QList<Core::TaskKey> tasks() const { return m_countdowns.keys(); }
    [[nodiscard]] QList<GuardCause> causesOf(const Core::TaskKey &task) const;
    //! Of a task that is contained.
    [[nodiscard]] First firstOf(const Core::TaskKey &task) const;

    //! Counts down from now on for these causes, not none, in place of those that there were.
    First begin(const Core::TaskKey &task, const QList<GuardCause> &causes);
    //! One more cause to stop a task that is contained, in place of one for the same reason, whose time
    //! stays. The notice that it gives if the task is stopped sooner by it.
    std::optional<qint64> join(const GuardCause &cause);
    //! The causes of a task that is announced no longer; none if it was not.
    QList<GuardCause> take(const Core::TaskKey &task);
    //! Drops these causes. Of each task that is announced no longer, what it would have been stopped for
    //! first.
    QList<GuardCause> removeIf(const std::function<bool(const GuardCause &)> &isVoid);
    //! Those of tasks that are to be stopped now, which are announced no longer.
    QList<GuardCause> takeExpired();

private:
    struct Ending
    {
        GuardCause cause;
        qint64 atMs = 0; //!< of the monotonic clock
    };
    using Countdown = QList<Ending>; //!< never empty

    [[nodiscard]] static const Ending &firstOf(const Countdown &countdown);
    [[nodiscard]] static QList<GuardCause> causesOf(const Countdown &countdown);
    [[nodiscard]] qint64 noticeMsOf(const QDateTime &at) const;

    const Config::Settings &m_settings;
    const Core::Clock &m_clock;
    QHash<Core::TaskKey, Countdown> m_countdowns;
};

} // namespace Service
