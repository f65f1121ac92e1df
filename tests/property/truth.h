// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "service/startresult.h"
#include "service/stopresult.h"
#include "simulator/endpoint.h"
#include "support/simulatednetwork.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace Property {

//! An intent as the journal keeps it, with all that happened to it.
struct KeptIntent
{
    Core::Intent intent;
    QList<Core::JournalEvent> events;
};

//! What really happened, as the service and the wire know it, and whether the program tells the truth of it.
//! The first contradiction is kept.
class Truth : public QObject
{
    Q_OBJECT
public:
    Truth(TestSupport::SimulatedNetwork &network, Simulator::Endpoint &service);

    [[nodiscard]] const QString &violation() const { return m_violation; }
    void object(const QString &what);
    //! Objects unless `isTrue`.
    void expect(bool isTrue, const QString &what);

    //! A run of the program begins; what the one before left unsettled is nobody's now.
    void beginRun();
    //! The operator wishes, at `wall` of the machine's clock.
    void wishStop(const Core::TaskKey &task, const QDateTime &wall);
    void wishStart(qint64 startId, const QString &mark, qint64 roomId, const QDateTime &wall);
    //! From now on nothing may leave, until the next beginRun().
    void quit() { m_isQuit = true; }

    void settled(const Service::StopResult &result);
    void found(const Service::StopResult &result); //!< by the recovery
    void settled(const Service::StartResult &result);
    //! Everybody asked for in this run has been told.
    void expectAllSettled();
    //! The journal at the end: each intent is settled, truly, and its events came in a legal order.
    void judge(const QList<KeptIntent> &journal);

private:
    struct Wish
    {
        Core::TaskKey task;
        QDateTime wall;
        bool isOfThisRun = true;
        bool isSettled = false;
        bool hadEffect = false;
        bool wasLiedTo = false; //!< a refusal was told as a success
        int departures = 0;
    };
    struct StartWish
    {
        qint64 startId = 0;
        qint64 roomId = 0;
        QDateTime wall;
        bool isOfThisRun = true;
        bool isSettled = false;
        int departures = 0;
        QString made = {}; //!< TaskId
    };

    void onLeft(const TestSupport::Departure &departure);
    void onHandled(const TestSupport::Departure &departure);
    void checkPace(const TestSupport::Departure &departure);
    [[nodiscard]] QJsonObject taskAtService(const QString &taskId) const;
    void checkStopped(const Core::TaskKey &task, bool isWordOfStop);
    void checkOutcome(const Wish &wish, Core::StopOutcome outcome, const std::optional<Core::Error> &error,
                      const QString &where);
    void judgeStop(const KeptIntent &kept);
    void judgeStart(const KeptIntent &kept);
    void judgeOrder(const KeptIntent &kept);

    Simulator::Endpoint &m_service;
    QString m_violation;
    QList<Wish> m_wishes;
    QHash<Core::TaskKey, qsizetype> m_current; //!< wish by task, of this run
    QHash<QString, StartWish> m_starts; //!< by mark
    QHash<qint64, qsizetype> m_wishOf; //!< by number of departure
    QHash<QByteArray, QList<qint64>> m_leftAt; //!< by SecretId and action
    QSet<QString> m_effected; //!< TaskIds that a Stop took effect on
    QSet<QString> m_saidStopped; //!< TaskIds of which a Stop was told that they had stopped
    QSet<QString> m_known; //!< TaskIds there are
    QSet<qsizetype> m_matched; //!< wishes that have their intent
    qint64 m_lastEntry = 0; //!< of the simulator's journal
    bool m_isQuit = false;
};

} // namespace Property
