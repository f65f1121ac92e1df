// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credential.h"
#include "core/journal.h"
#include "core/pushstart.h"
#include "service/startresult.h"

#include <QHash>
#include <QObject>

namespace Core {
class Clock;
class LogStore;
} // namespace Core
namespace Storage {
class Journal;
}

namespace Service {

class Accounts;
class Dispatcher;
class StartRun;
class TaskBook;

struct StartOptions
{
    int searchDeadlineMs = 20'000; //!< to look for the task where the answer does not say what became of it
};

//! Starts tasks. They cost money: a Start leaves this machine once, whatever happens, and where nobody knows
//! whether it began a task that is found out by looking. UI thread.
//!
//! For every Start, settled() comes exactly once, after the outcome was journaled.
class StartService : public QObject
{
    Q_OBJECT
public:
    StartService(Accounts &accounts, Dispatcher &dispatcher, Storage::Journal &journal, TaskBook &book,
                 Core::LogStore &log, const Core::Clock &clock, QObject *parent = nullptr);
    ~StartService() override;

    //! Connects ahead for a Start that will be asked for soon.
    void prepare(const QString &accountId);
    //! Journals the intent, then sends it. Answers its id; 0, and nothing happens, while another Start for
    //! the same room of that application is under way. A Start that faultsOf() refuses ends notSent.
    qint64 start(const QString &accountId, const Core::PushStart &start, const StartOptions &options = {});
    //! Finds out what became of a Start that an earlier run left open. Only reads.
    void resume(const Core::OpenIntent &open, int searchDeadlineMs);
    //! Those of resume() look no further: what is not found yet stays unknown.
    void cancelResumed();
    //! For quitting: nothing leaves any more; what was sent and has no outcome within `graceMs` ends unknown.
    //! idle() follows.
    void finish(int graceMs);

    [[nodiscard]] qsizetype underWay() const { return m_places.size(); }

Q_SIGNALS:
    //! It is not known whether this one began a task; it is being looked for.
    void sought(qint64 startId);
    void settled(const Service::StartResult &result);
    //! What an earlier run left open is found out, or stays unknown.
    void resumed(const Service::StartResult &result);
    void resumedElsewhere(qint64 startId); //!< in place of it: another run found it out first
    //! No Start is under way any more.
    void idle();

private:
    //! One push task a room.
    struct Place
    {
        QString accountId;
        Core::SdkAppId sdkAppId;
        qint64 roomId = 0;

        bool operator==(const Place &) const = default;
        friend size_t qHash(const Place &place, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, place.accountId, place.sdkAppId.value, place.roomId);
        }
    };

    void begin(qint64 startId, const Core::Account &account, const Core::Credential &credential,
               const Core::PushStart &start, const StartOptions &options);
    void refuse(qint64 startId, const Place &place, const Core::Error &error);
    void look(const Core::OpenIntent &open, int searchDeadlineMs,
              const Core::Result<Core::Credential> &credential);
    void onSettled(const Place &place, const StartResult &result);
    void log(const StartResult &result);
    [[nodiscard]] StartRun *makeRun(const Core::Intent &intent, const Core::Account &account,
                                    const Core::Credential &credential);

    Accounts &m_accounts;
    Dispatcher &m_dispatcher;
    Storage::Journal &m_journal;
    TaskBook &m_book;
    Core::LogStore &m_log;
    const Core::Clock &m_clock;
    QHash<Place, StartRun *> m_places; //!< null while the intent is being journaled
    QList<StartRun *> m_resumed;
    qint64 m_lastId = 0;
    bool m_isFinishing = false;
};

} // namespace Service
