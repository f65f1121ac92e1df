// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "service/dispatcher.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Storage {
class Journal;
}

namespace Service {

//! What looking for a Start's task came to.
struct StartFinding
{
    std::optional<Core::PushTask> task; //!< exactly one matched
    std::optional<Core::Error> error; //!< why nothing could be asked, where that is so
};

//! Looks through the edition's list for the task that a Start of unknown outcome may have begun: in its room,
//! pushing as its user, created since it was asked for and while the service would still take it, and begun
//! by no other Start. Asks with growing pauses until exactly one is there or the deadline has passed. Only
//! reads. finished() comes exactly once.
class StartSearch : public QObject
{
    Q_OBJECT
public:
    //! The Start left at `sentAt`. `isOlder` says of a task that it was known before.
    StartSearch(Dispatcher &dispatcher, Storage::Journal &journal, const Core::Clock &clock,
                const Core::Intent &intent, const QDateTime &sentAt, const Core::Account &account,
                const Core::Credential &credential, std::function<bool(const Core::TaskKey &)> isOlder,
                QObject *parent);

    void start(int deadlineMs);
    //! Asks nothing more.
    void cancel();

Q_SIGNALS:
    void finished(const Service::StartFinding &finding);

private:
    using Then = void (StartSearch::*)(const Api::ApiAnswer &answer);

    void ask(const Api::ApiRequest &request, Then then);
    void askForList();
    void onSearched(const Api::ApiAnswer &answer);
    void onPage(const Api::ApiAnswer &answer);
    void keepCandidates(const QList<Core::PushTask> &tasks, const Api::ApiAnswer &answer);
    void lookAtCandidates();
    void onDescribed(const Api::ApiAnswer &answer);
    void askJournal();
    void judge(const QList<Core::OtherStart> &others);
    [[nodiscard]] bool mayBeOf(const QDateTime &sentAt, const Core::PushTask &task) const;
    void retry(const std::optional<Core::Error> &error);
    void finish(const StartFinding &finding);

    Dispatcher &m_dispatcher;
    Storage::Journal &m_journal;
    const Core::Clock &m_clock;
    Core::Intent m_intent;
    QDateTime m_sentAt;
    Core::Account m_account;
    Core::Credential m_credential;
    std::function<bool(const Core::TaskKey &)> m_isOlder;
    QPointer<DispatchedCall> m_call;
    QTimer m_pause;
    QTimer m_deadline;
    QList<Core::PushTask>
        m_candidates; //!< of this round; the user of the first ones may have to be asked for
    QList<Core::PushTask> m_matches; //!< of this round
    qint64 m_offsetMs = 0; //!< how far the service's clock is ahead of ours
    qint64 m_listed = 0; //!< of the pages of this round
    std::size_t m_round = 0;
    bool m_isFinished = false;
    std::optional<Core::Error> m_lastError;
};

} // namespace Service
