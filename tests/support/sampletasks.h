// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QList>

//! Made-up tasks for tests and benchmarks.
namespace Sample {

[[nodiscard]] inline Core::TaskKey key(const QString &taskId,
                                       const QString &accountId = QStringLiteral("main"))
{
    return {accountId, Core::SdkAppId{1400000001}, Core::TaskId::parse(taskId).value()};
}

[[nodiscard]] inline Core::PushTask task(const QString &taskId,
                                         Core::TaskStatus status = Core::TaskStatus::Pushing)
{
    Core::PushTask result;
    result.key = key(taskId);
    result.status = status;
    return result;
}

//! `count` tasks that differ in all they can, the same ones each time.
[[nodiscard]] inline QList<Core::PushTask> tasks(int count)
{
    const QDateTime start(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
    QList<Core::PushTask> result;
    result.reserve(count);
    for (int i = 0; i < count; ++i) {
        const quint64 mixed = (static_cast<quint64>(i) + 1) * 0x9E3779B97F4A7C15ULL;
        Core::PushTask one =
            task(QStringLiteral("%1%2").arg(mixed, 13, 36, QLatin1Char('0')).arg(i, 7, 36, QLatin1Char('0')),
                 i % 3 == 0 ? Core::TaskStatus::Stopped : Core::TaskStatus::Pushing);
        one.label = QStringLiteral("Class %1").arg(i % 500);
        one.roomId = 1000 + static_cast<qint64>(mixed % 100000);
        one.startTime = start.addSecs(static_cast<qint64>(mixed % 200000));
        if (one.status == Core::TaskStatus::Stopped) {
            one.stopTime = one.startTime.addSecs(3600 + i % 1000);
            one.finishReason = i % 2 == 0 ? Core::FinishReason::UserCall : Core::FinishReason::Auto;
            one.lastOutcome = Core::StopOutcome::Stopped;
            one.lastRequestId =
                QStringLiteral("%1-51c5-4b01-90e6-d701748f0851").arg(mixed, 16, 16, QLatin1Char('0'));
        }
        result.append(one);
    }
    return result;
}

} // namespace Sample
