// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/claim.h"
#include "simulator/faultplan.h"
#include "simulator/pause.h"
#include "simulator/ratewindow.h"
#include "simulator/request.h"
#include "simulator/requestjournal.h"
#include "simulator/service.h"
#include "simulator/settings.h"
#include "simulator/wireanswer.h"

#include <atomic>

namespace Simulator {

//! From a request to its answer: journal, faults, signature, limit, parameters, service. No sockets.
//! Thread-safe; handle() blocks for as long as the latency and the faults say.
class Endpoint
{
public:
    //! \a clock must outlive the endpoint.
    Endpoint(const Settings &settings, const Core::Clock &clock);

    [[nodiscard]] WireAnswer handle(const Request &request, qint64 connection);
    //! Lets every waiting request go on at once, now and from now on.
    void callOff() { m_pause.callOff(); }

    [[nodiscard]] Service &service() { return m_service; }
    [[nodiscard]] FaultPlan &faults() { return m_faults; }
    [[nodiscard]] RequestJournal &journal() { return m_journal; }
    [[nodiscard]] RateWindow &limit() { return m_limit; }
    void setLatency(int ms) { m_latencyMs = ms; }

private:
    [[nodiscard]] JournalEntry arrival(const Request &request, const Claim &claim, qint64 connection);
    [[nodiscard]] Outcome<Call> admit(const Request &request, const Claim &claim, qint64 skewS,
                                      JournalEntry &entry);
    [[nodiscard]] Outcome<Action> checkCommon(const Request &request, const Claim &claim) const;
    [[nodiscard]] Outcome<QJsonObject> answerTo(const Outcome<Call> &call, const QList<Fault> &faults,
                                                JournalEntry &entry);
    [[nodiscard]] WireAnswer onTheWire(const QJsonObject &response, const QList<Fault> &faults) const;

    const Core::Clock &m_clock;
    const Settings m_settings;
    const qint64 m_startMs;
    std::atomic<int> m_latencyMs;
    Service m_service;
    FaultPlan m_faults;
    RateWindow m_limit;
    RequestJournal m_journal;
    Pause m_pause;
};

} // namespace Simulator
