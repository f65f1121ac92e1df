// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/dispatcher.h"

#include <QMultiHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace Service {

class RoundSeat;

//! The rounds of those that one list call can answer: who waits, and the list under way. A round begins a
//! second after the one before at the earliest, so that the number of questions does not grow with the number
//! of tasks. Deletes itself with its last seat.
class ListRound final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype fewest = 4; //!< fewer than these ask alone
    static constexpr int intervalMs = 1000;
    static constexpr int patienceMs = 5000; //!< a list that takes longer is given up

    //! `application` is not valid where the list tells of all.
    ListRound(Dispatcher &dispatcher, const Core::Account &account, Core::SdkAppId application,
              QObject *parent);

    //! With what the next list is asked for.
    void join(RoundSeat *seat, const Core::Credential &credential);
    void leave(RoundSeat *seat);
    //! As RoundSeat::ask().
    [[nodiscard]] bool ask(RoundSeat *seat);

private:
    using Seats = QList<QPointer<RoundSeat>>;

    void beginInTime();
    void begin();
    void askPage();
    void onAnswered(const Api::ApiAnswer &answer);
    void tell(const QList<Core::PushTask> &tasks, const QString &requestId);
    void conclude();
    void fail(const Core::Error &error);
    [[nodiscard]] Seats take(QSet<RoundSeat *> &seats);

    Dispatcher &m_dispatcher;
    const Core::Account m_account;
    const Core::SdkAppId m_application;
    Core::Credential m_credential;
    QMultiHash<Core::TaskKey, RoundSeat *> m_seats;
    QSet<RoundSeat *> m_asking; //!< wait for the next round
    QSet<RoundSeat *> m_inRound; //!< wait for the list under way
    QPointer<DispatchedCall> m_call;
    QTimer m_rest; //!< since a round began, until the next may
    QTimer m_pause;
    QTimer m_patience;
    qint64 m_listed = 0; //!< items of this round's pages so far
    int m_failures = 0; //!< in a row
    bool m_isUseless = false; //!< refused for good, or failing again and again
};

} // namespace Service
