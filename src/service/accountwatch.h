// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/pushtask.h"
#include "service/tasksurvey.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

namespace Core {
class Clock;
}

namespace Service {

class Accounts;
class TaskBook;
class TaskSync;
struct TaskListing;

//! What one round of looking at an account came to.
struct Look
{
    int found = 0; //!< running tasks that were not tracked and are now
    bool hasNews = false; //!< a task was found, began, ended, failed or vanished
    QList<Core::TaskKey> vanished;
    bool isComplete = true; //!< false: the service knows more tasks than it listed
    std::optional<Core::Error> error; //!< the account could not be asked; then nothing changed
    QList<std::pair<Core::SdkAppId, Core::Error>> refused; //!< applications, for the first time
};

//! Asking again would earn the same answer, and perhaps a prompt of the keyring, until somebody does
//! something: a key or a right is missing.
[[nodiscard]] bool needsAPerson(const Core::Error &error);

//! Looks at the tasks of one account, a round at a time: the list of each application (mainland) or of all of
//! them (international), then a few questions about tasks that the lists left open. Writes what it sees into
//! the book. UI thread.
class AccountWatch : public QObject
{
    Q_OBJECT
public:
    AccountWatch(const QString &accountId, Accounts &accounts, TaskSync &sync, TaskBook &book,
                 const Core::Clock &clock, int mostQuestions, QObject *parent = nullptr);

    //! Only these applications, in place of those that the account and its tracked tasks name.
    void restrictTo(const QSet<Core::SdkAppId> &applications) { m_only = applications; }
    //! Not to be found again, though running.
    void setDismissed(const QSet<Core::TaskKey> &tasks) { m_dismissed = tasks; }
    //! Applications that were refused are asked for again.
    void forgetRefusals() { m_refused.clear(); }

    //! A round; looked() follows. Nothing happens while one is under way.
    void look();
    [[nodiscard]] bool isLooking() const { return m_isLooking; }

Q_SIGNALS:
    void looked(const Service::Look &look);

private:
    [[nodiscard]] QSet<Core::SdkAppId> applications() const;
    void askNextList();
    void onListed(Core::SdkAppId sdkAppId, const Core::Result<TaskListing> &listing);
    void compare();
    void onCompared(const Sightings &sightings);
    void askNextQuestion();
    void onAnswered(const Core::TaskKey &task, const Core::Result<Core::PushTask> &answer);
    void finish();

    const QString m_accountId;
    Accounts &m_accounts;
    TaskSync &m_sync;
    TaskBook &m_book;
    const Core::Clock &m_clock;
    const int m_mostQuestions;
    QSet<Core::SdkAppId> m_only;
    QSet<Core::TaskKey> m_dismissed;
    QSet<Core::SdkAppId> m_refused;
    QList<Core::TaskKey> m_unexplained; //!< ended; why is still to be asked

    // Of the round under way.
    bool m_isLooking = false;
    QList<Core::SdkAppId> m_lists; //!< to be asked for; an invalid one stands for all applications
    Survey m_survey;
    QList<Core::TaskKey> m_questions;
    Look m_look;
};

} // namespace Service

Q_DECLARE_METATYPE(Service::Look)
