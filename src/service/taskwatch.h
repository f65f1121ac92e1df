// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/logstore.h"
#include "service/accountwatch.h"
#include "service/watchrhythm.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace Config {
class Settings;
}
namespace Service {

class StopService;

//! The automatic refresh: looks at the tasks of every account that can be asked, again and again, and keeps
//! the book true. Running tasks that nobody tracks are tracked from then on.
//!
//! One list call a page, one round at a time for each account, behind everything an operator asks for. Quick
//! while something changes or a Stop is under way, slower and slower while nothing does, not at all while the
//! window has been hidden for long, unless keepAwake() was asked for. An account that lacks a key or a right
//! is left alone until it is changed or works again; other failures are tried again after growing pauses.
//! Both are said in the log once. UI thread.
class TaskWatch : public QObject
{
    Q_OBJECT
public:
    TaskWatch(Accounts &accounts, TaskSync &sync, TaskBook &book, StopService &stops,
              Config::Settings &settings, Core::LogStore &log, const Core::Clock &clock,
              const WatchPace &pace = {}, QObject *parent = nullptr);
    ~TaskWatch() override;

    //! Begins. Nothing is asked before.
    void start();
    //! Whether somebody sees the window.
    void setSeen(bool isSeen);
    //! As long as the answer is held, looking goes on though the window is hidden: a rule needs it. (Nothing
    //! goes on while the setting is off.)
    [[nodiscard]] std::shared_ptr<const void> keepAwake();
    //! Looks soon, whatever the pause: something is about to change.
    void hasten();
    //! Nothing is asked at the moment: not started, off, or not seen for long.
    [[nodiscard]] bool isPaused() const;

    //! Tasks that were removed from the book and are left out; the oldest are given up beyond.
    static constexpr qsizetype mostDismissed = 10'000;

Q_SIGNALS:
    //! A round of an account ended; the next one follows `nextMs` later, or -1: not before something changes.
    void looked(const QString &accountId, const Service::Look &look, int nextMs);
    void pausedChanged(bool isPaused);

private:
    struct Watched
    {
        std::unique_ptr<AccountWatch> watch;
        std::unique_ptr<QTimer> timer;
        WatchRhythm rhythm;
        Core::Account account;
        bool isLeftAlone = false; //!< it lacks a key or a right
    };

    void follow(const Core::Account &account);
    void updateAccounts();
    void update();
    void lookWhenDue(const QString &accountId);
    void onLooked(const QString &accountId, const Look &look);
    void onFailed(Watched &watched, const Core::Error &error);
    void tellOf(const Watched &watched, const Look &look);
    void tryAgain(const QString &accountId);
    void onRemoved(const QList<Core::TaskKey> &tasks, const QList<Core::TaskKey> &backups);
    void onChanged(const QList<Core::PushTask> &tasks);
    void dismiss(const QList<Core::TaskKey> &tasks);
    void handOutDismissed();
    [[nodiscard]] QSet<Core::TaskKey> dismissed() const
    {
        return {m_dismissed.keyBegin(), m_dismissed.keyEnd()};
    }
    void schedule(Watched &watched, int pauseMs);
    [[nodiscard]] Core::LogEntry entryOf(const Watched &watched, Core::LogTopic topic) const;

    Accounts &m_accounts;
    TaskSync &m_sync;
    TaskBook &m_book;
    StopService &m_stops;
    Config::Settings &m_settings;
    Core::LogStore &m_log;
    const Core::Clock &m_clock;
    const WatchPace m_pace;
    std::shared_ptr<char> m_awake;
    QTimer m_hiddenFor;
    std::map<QString, Watched> m_watched; //!< by account id
    QHash<Core::TaskKey, qint64> m_dismissed; //!< with a number that rises from one to the next
    qint64 m_dismissals = 0;
    bool m_isStarted = false;
    bool m_isOutOfSight = false; //!< for long
    bool m_wasPaused = true;
};

} // namespace Service
