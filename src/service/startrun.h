// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "core/pushstart.h"
#include "service/dispatcher.h"
#include "service/startresult.h"
#include "service/startsearch.h"

#include <QObject>
#include <QPointer>

namespace Service {

class TaskBook;

//! The life of one Start whose intent is journaled: sent once, answered or looked for, settled. settled()
//! or settledElsewhere() comes exactly once, after the outcome was journaled.
class StartRun : public QObject
{
    Q_OBJECT
public:
    StartRun(Dispatcher &dispatcher, Storage::Journal &journal, TaskBook &book, const Core::Clock &clock,
             const Core::Intent &intent, const Core::Account &account, const Core::Credential &credential,
             QObject *parent);

    //! Sends it.
    void start(const Core::PushStart &start, int searchDeadlineMs);
    //! What an earlier run left open: never sent again, only found out.
    void resume(const Core::OpenIntent &open, int searchDeadlineMs);
    //! Ends with what is known now: notSent if it has not left, else unknown.
    void giveUp();
    [[nodiscard]] const Core::Intent &intent() const { return m_intent; }
    [[nodiscard]] bool hasLeft() const { return m_hasLeft; }

Q_SIGNALS:
    //! Nobody knows whether a task was begun; it is being looked for.
    void sought(const Core::Error &error);
    void settled(const Service::StartResult &result);
    //! In place of settled(): another run settled meanwhile what was resumed.
    void settledElsewhere();

private:
    void onAnswered(const Api::ApiAnswer &answer);
    void search(const std::optional<Core::Error> &error, int deadlineMs);
    void onFound(const StartFinding &finding);
    void track(const Core::PushTask &task);
    void settle(Core::StartOutcome outcome, const std::optional<Core::Error> &error = std::nullopt);

    Dispatcher &m_dispatcher;
    Storage::Journal &m_journal;
    TaskBook &m_book;
    const Core::Clock &m_clock;
    Core::Intent m_intent;
    Core::Account m_account;
    Core::Credential m_credential;
    QPointer<DispatchedCall> m_call;
    QPointer<StartSearch> m_search;
    StartResult m_result; //!< as far as known
    std::optional<Core::Error> m_doubt; //!< why it is not known what became of it
    QDateTime m_sentAt; //!< invalid before it left
    int m_searchDeadlineMs = 0;
    bool m_hasLeft = false;
    bool m_isResumed = false;
    bool m_isSettling = false;
};

//! Whether a Start that ended so may have begun a task all the same.
[[nodiscard]] bool mayHaveStarted(const Core::Error &error);

} // namespace Service
