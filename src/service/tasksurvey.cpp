// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tasksurvey.h"

#include "service/taskbook.h"

#include <algorithm>

namespace Service {

namespace {

[[nodiscard]] bool isBeingStopped(const Core::PushTask &task)
{
    return task.stopPhase == Core::StopPhase::Requested || task.stopPhase == Core::StopPhase::Sent
        || task.stopPhase == Core::StopPhase::Accepted;
}

//! Without what changes all the time while a task runs.
[[nodiscard]] bool isNews(const Core::PushTask &before, const Core::PushTask &after)
{
    return before.status != after.status || before.finishReason != after.finishReason
        || before.startTime != after.startTime || before.stopTime != after.stopTime
        || before.taskErrorCode != after.taskErrorCode || before.hasVanished() != after.hasVanished();
}

class Comparison
{
public:
    explicit Comparison(const Survey &survey)
        : m_survey(survey)
    {
        m_listed.reserve(survey.listed.size());
        for (const Core::PushTask &task : survey.tracked) {
            if (task.key.accountId == survey.accountId && task.backup.isPresent()) {
                m_mainOfBackup.insert({task.key.sdkAppId, task.backup.taskId}, task.key);
            }
        }
    }

    [[nodiscard]] Sightings run()
    {
        for (const Core::PushTask &task : m_survey.listed) {
            if (m_survey.wanted.isEmpty() || m_survey.wanted.contains(task.key.sdkAppId)) {
                m_listed.insert(task.key);
                compare(task);
            }
        }
        findMissing();
        return std::move(m_sightings);
    }

private:
    void compare(const Core::PushTask &listed)
    {
        const auto known = m_survey.tracked.constFind(listed.key);
        if (known != m_survey.tracked.cend()) {
            compare(*known, listed);
            return;
        }
        const auto main = m_mainOfBackup.constFind({listed.key.sdkAppId, listed.key.taskId.toString()});
        if (main != m_mainOfBackup.cend()) {
            if (listed.status != Core::TaskStatus::Unknown
                && listed.status != m_survey.tracked.value(*main).backup.status) {
                m_sightings.backups.append({*main, listed.status});
            }
        } else if (listed.isRunning() && !m_survey.dismissed.contains(listed.key)) {
            m_sightings.found.append(listed);
        }
    }

    void compare(const Core::PushTask &known, const Core::PushTask &listed)
    {
        const Core::PushTask after = withAnswer(known, listed);
        if (after == known) {
            return;
        }
        m_sightings.changed.append(listed);
        m_sightings.hasNews = m_sightings.hasNews || isNews(known, after);
        const bool hasEnded =
            after.status == Core::TaskStatus::Stopped && known.status != Core::TaskStatus::Stopped;
        if (hasEnded && after.finishReason == Core::FinishReason::None && after.taskErrorCode.isEmpty()) {
            m_sightings.unexplained.append(known.key);
        }
    }

    void findMissing()
    {
        QList<const Core::PushTask *> missing;
        for (const Core::PushTask &task : m_survey.tracked) {
            if (task.key.accountId == m_survey.accountId && task.isRunning() && !isBeingStopped(task)
                && m_survey.answered.contains(task.key.sdkAppId) && !m_listed.contains(task.key)) {
                missing.append(&task);
            }
        }
        std::ranges::sort(missing, [](const Core::PushTask *a, const Core::PushTask *b) {
            return a->refreshedAt != b->refreshedAt ? a->refreshedAt < b->refreshedAt
                                                    : a->key.taskId < b->key.taskId;
        });
        for (const Core::PushTask *const task : std::as_const(missing)) {
            m_sightings.missing.append(task->key);
        }
    }

    const Survey &m_survey;
    QSet<Core::TaskKey> m_listed;
    QHash<std::pair<Core::SdkAppId, QString>, Core::TaskKey> m_mainOfBackup;
    Sightings m_sightings;
};

} // namespace

Sightings sightingsOf(const Survey &survey)
{
    return Comparison(survey).run();
}

} // namespace Service
