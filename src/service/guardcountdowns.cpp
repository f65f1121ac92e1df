// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/guardcountdowns.h"

#include "config/settings.h"
#include "core/clock.h"

#include <algorithm>

namespace Service {

namespace {

constexpr qint64 shortestNoticeMs = 60'000; // also where a rule learns of a task just before its time

} // namespace

GuardCountdowns::GuardCountdowns(const Config::Settings &settings, const Core::Clock &clock)
    : m_settings(settings)
    , m_clock(clock)
{
}

QList<GuardCause> GuardCountdowns::causesOf(const Core::TaskKey &task) const
{
    return causesOf(m_countdowns.value(task));
}

GuardCountdowns::First GuardCountdowns::firstOf(const Core::TaskKey &task) const
{
    const Ending &first = firstOf(*m_countdowns.constFind(task));
    return {first.cause, first.atMs - m_clock.monotonicMs()};
}

GuardCountdowns::First GuardCountdowns::begin(const Core::TaskKey &task, const QList<GuardCause> &causes)
{
    const qint64 nowMs = m_clock.monotonicMs();
    Countdown countdown;
    for (const GuardCause &cause : causes) {
        countdown.append({cause, nowMs + noticeMsOf(cause.at)});
    }
    m_countdowns.insert(task, countdown);
    const Ending &first = firstOf(countdown);
    return {first.cause, first.atMs - nowMs};
}

std::optional<qint64> GuardCountdowns::join(const GuardCause &cause)
{
    Countdown &countdown = m_countdowns[cause.task];
    const auto known = std::ranges::find_if(
        countdown, [&cause](const Ending &each) { return isSameReason(each.cause, cause); });
    if (known != countdown.end()) {
        known->cause = cause;
        return std::nullopt;
    }
    const qint64 noticeMs = noticeMsOf(cause.at);
    const Ending ending{cause, m_clock.monotonicMs() + noticeMs};
    const bool isSooner = ending.atMs < firstOf(countdown).atMs;
    countdown.append(ending);
    return isSooner ? std::optional(noticeMs) : std::nullopt;
}

QList<GuardCause> GuardCountdowns::take(const Core::TaskKey &task)
{
    return causesOf(m_countdowns.take(task));
}

QList<GuardCause> GuardCountdowns::removeIf(const std::function<bool(const GuardCause &)> &isVoid)
{
    QList<GuardCause> withdrawn;
    for (auto countdown = m_countdowns.begin(); countdown != m_countdowns.end();) {
        const GuardCause first = firstOf(*countdown).cause;
        countdown->removeIf([&isVoid](const Ending &each) { return isVoid(each.cause); });
        if (!countdown->isEmpty()) {
            ++countdown;
            continue;
        }
        withdrawn.append(first);
        countdown = m_countdowns.erase(countdown);
    }
    return withdrawn;
}

QList<GuardCause> GuardCountdowns::takeExpired()
{
    QList<GuardCause> expired;
    m_countdowns.removeIf([this, &expired](const auto each) {
        const Ending &first = firstOf(each.value());
        if (first.atMs > m_clock.monotonicMs()) {
            return false;
        }
        expired.append(first.cause);
        return true;
    });
    return expired;
}

const GuardCountdowns::Ending &GuardCountdowns::firstOf(const Countdown &countdown)
{
    return *std::ranges::min_element(countdown, {}, &Ending::atMs);
}

QList<GuardCause> GuardCountdowns::causesOf(const Countdown &countdown)
{
    QList<GuardCause> causes;
    for (const Ending &each : countdown) {
        causes.append(each.cause);
    }
    return causes;
}

qint64 GuardCountdowns::noticeMsOf(const QDateTime &at) const
{
    const qint64 aheadMs = m_clock.nowUtc().msecsTo(at);
    return aheadMs > 0 ? std::max(aheadMs, shortestNoticeMs) : m_settings.guardNoticeMs();
}

} // namespace Service
