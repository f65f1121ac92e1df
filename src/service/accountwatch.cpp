// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accountwatch.h"

#include "core/background.h"
#include "core/clock.h"
#include "service/accounts.h"
#include "service/taskbook.h"
#include "service/tasksync.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Service {

namespace {

//! It is about the application that was asked for, not about the key.
[[nodiscard]] bool isAboutApplication(const Core::Error &error)
{
    return error.isApiCode(u"UnauthorizedOperation.SdkAppId")
        || error.isApiCode(u"InvalidParameter.SdkAppIdNotFound");
}

} // namespace

bool needsAPerson(const Core::Error &error)
{
    switch (error.kind) {
    case Core::ErrorKind::NoCredential:
    case Core::ErrorKind::KeyringUnavailable:
    case Core::ErrorKind::KeyringDenied:
    case Core::ErrorKind::KeyringTimeout:
    case Core::ErrorKind::InvalidInput:
    case Core::ErrorKind::ReadOnlyAccount:
        return true;
    default:
        break;
    }
    const bool isRefused = error.isApiCode(u"AuthFailure") || error.isApiCode(u"UnauthorizedOperation");
    return isRefused && !error.isApiCode(u"AuthFailure.SignatureExpire"); // a clock may be set right
}

AccountWatch::AccountWatch(const QString &accountId, Accounts &accounts, TaskSync &sync, TaskBook &book,
                           const Core::Clock &clock, int mostQuestions, QObject *parent)
    : QObject(parent)
    , m_accountId(accountId)
    , m_accounts(accounts)
    , m_sync(sync)
    , m_book(book)
    , m_clock(clock)
    , m_mostQuestions(mostQuestions)
{
}

QSet<Core::SdkAppId> AccountWatch::applications() const
{
    if (!m_only.isEmpty()) {
        return m_only;
    }
    QSet<Core::SdkAppId> applications;
    if (const auto account = m_accounts.byId(m_accountId)) {
        applications = {account->sdkAppIds.cbegin(), account->sdkAppIds.cend()};
    }
    for (const Core::PushTask &task : m_book.byKey()) {
        if (task.key.accountId == m_accountId && task.isRunning()) {
            applications.insert(task.key.sdkAppId);
        }
    }
    return applications;
}

void AccountWatch::look()
{
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    m_look = {};
    m_questions.clear();
    m_survey = {};
    m_survey.accountId = m_accountId;
    const auto account = m_accounts.byId(m_accountId);
    if (account && account->endpoint.edition == Core::Edition::Mainland) {
        m_survey.wanted = applications();
        m_lists = (m_survey.wanted - m_refused).values();
        std::ranges::sort(m_lists);
    } else {
        // One list has all of them; where nobody said which are wanted, a running task of any is worth
        // knowing.
        const bool isAny = m_only.isEmpty() && account && account->sdkAppIds.isEmpty();
        m_survey.wanted = isAny ? QSet<Core::SdkAppId>() : applications();
        m_lists = {Core::SdkAppId()};
    }
    // Never from within the call.
    QTimer::singleShot(0, this, &AccountWatch::askNextList);
}

void AccountWatch::askNextList()
{
    if (m_lists.isEmpty()) {
        compare();
        return;
    }
    const Core::SdkAppId sdkAppId = m_lists.takeFirst();
    m_sync.poll(m_accountId, sdkAppId, this,
                [this, sdkAppId](const Core::Result<TaskListing> &listing) { onListed(sdkAppId, listing); });
}

void AccountWatch::onListed(Core::SdkAppId sdkAppId, const Core::Result<TaskListing> &listing)
{
    if (listing) {
        if (m_survey.listed.isEmpty()) {
            m_survey.listed = listing->tasks; // shared: copying thousands would hold the window up
        } else {
            m_survey.listed.append(listing->tasks);
        }
        m_look.isComplete = m_look.isComplete && listing->isComplete;
        if (sdkAppId.isValid()) {
            m_survey.answered.insert(sdkAppId);
        } else {
            m_survey.answered = applications();
        }
    } else if (sdkAppId.isValid() && isAboutApplication(listing.error())) {
        m_refused.insert(sdkAppId);
        m_look.refused.append({sdkAppId, listing.error()});
    } else {
        m_look.error = listing.error();
        finish();
        return;
    }
    askNextList();
}

void AccountWatch::compare()
{
    m_survey.tracked = m_book.byKey();
    m_survey.dismissed = m_dismissed;
    Core::inBackground<Sightings>(
        this, [survey = std::exchange(m_survey, {})] { return sightingsOf(survey); },
        [this](const Sightings &sightings) { onCompared(sightings); });
}

void AccountWatch::onCompared(const Sightings &sightings)
{
    const QDateTime now = m_clock.nowUtc();
    QList<Core::PushTask> found = sightings.found;
    found.removeIf([this](const Core::PushTask &task) { return m_dismissed.contains(task.key); });
    for (Core::PushTask &task : found) {
        task.refreshedAt = now;
    }
    m_look.found = m_book.add(found);
    m_book.applyListing(sightings.changed, now);
    for (const auto &[mainTask, status] : sightings.backups) {
        m_book.change(mainTask, [seen = status](Core::PushTask &task) {
            task.backup.status = seen;
            task.backup.isGone = false;
        });
    }
    m_look.hasNews = sightings.hasNews || m_look.found > 0 || !sightings.backups.isEmpty();
    for (const Core::TaskKey &task : sightings.unexplained) {
        if (!m_unexplained.contains(task)) {
            m_unexplained.append(task);
        }
    }
    m_questions = (m_unexplained + sightings.missing).mid(0, m_mostQuestions);
    askNextQuestion();
}

void AccountWatch::askNextQuestion()
{
    if (m_questions.isEmpty()) {
        finish();
        return;
    }
    const Core::TaskKey task = m_questions.takeFirst();
    m_sync.peek(task, this,
                [this, task](const Core::Result<Core::PushTask> &answer) { onAnswered(task, answer); });
}

void AccountWatch::onAnswered(const Core::TaskKey &task, const Core::Result<Core::PushTask> &answer)
{
    const bool isNotFound = !answer && answer.error().isApiCode(u"InvalidParameter.TaskNotFound");
    if (answer || isNotFound) {
        m_unexplained.removeOne(task);
    }
    if (answer) {
        m_look.hasNews = m_look.hasNews || answer->status == Core::TaskStatus::Stopped;
    } else if (isNotFound) {
        const Core::PushTask *const known = m_book.find(task);
        if (known != nullptr && known->isRunning()) {
            m_book.change(task, [this](Core::PushTask &gone) { gone.vanishedAt = m_clock.nowUtc(); });
            m_look.vanished.append(task);
            m_look.hasNews = true;
        }
    } else if (answer.error().kind != Core::ErrorKind::Api) {
        m_questions.clear(); // nobody answers: the next round asks again
    }
    askNextQuestion();
}

void AccountWatch::finish()
{
    m_isLooking = false;
    m_lists.clear();
    m_survey = {};
    Q_EMIT looked(std::exchange(m_look, {}));
}

} // namespace Service
