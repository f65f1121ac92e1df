// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "core/clock.h"
#include "simulator/endpoint.h"
#include "support/virtualtime.h"

#include <deque>
#include <functional>
#include <optional>

namespace TestSupport {

//! A request that left, as the wire knows it.
struct Departure
{
    qint64 number = 0; //!< from 1
    qint64 atMs = 0; //!< monotonic
    QByteArray secretId;
    QByteArray action;
    QJsonObject body;
    bool isConnected = true; //!< false: no byte of it got anywhere
};

//! The way to a simulator without sockets: HTTP jobs in virtual time, with the faults of a line and of what
//! stands in it. What left arrives, also after its sender died.
class SimulatedNetwork final : public QObject
{
    Q_OBJECT
public:
    //! How the line treats a request.
    enum class LineFault { Refused, NotFound, Tls, Proxy, ProxyAuthentication };

    //! All outlive the network.
    SimulatedNetwork(Simulator::Endpoint &service, VirtualTime &time, const Core::Clock &clock);

    //! The next `count` requests meet it.
    void failNext(LineFault fault, int count);
    void repairLine() { m_lineFaults.clear(); }
    void setDelays(qint64 thereMs, qint64 backMs);
    void setTimeoutMs(int ms) { m_timeoutMs = ms; }
    //! What X-TC-Token must be where one is sent; every other is refused as expired.
    void setToken(const QByteArray &token) { m_token = token; }

    [[nodiscard]] const QList<Departure> &departures() const { return m_departures; }
    //! Numbers go on.
    void forgetDepartures() { m_departures.clear(); }
    [[nodiscard]] qint64 departed() const { return m_departed; } //!< also those that were forgotten
    [[nodiscard]] int jobsAlive() const { return m_jobsAlive; }

Q_SIGNALS:
    void left(const TestSupport::Departure &departure);
    //! It was looked at; `answer` is on its way back.
    void handled(const TestSupport::Departure &departure, const Simulator::WireAnswer &answer);

private:
    friend class SimulatedJob;
    friend class SimulatedTransport;

    [[nodiscard]] std::optional<LineFault> leave(const Api::HttpRequest &request, Departure &departure);
    [[nodiscard]] Simulator::WireAnswer handle(const Api::HttpRequest &request, const Departure &departure);

    Simulator::Endpoint &m_service;
    VirtualTime &m_time;
    const Core::Clock &m_clock;
    QList<Departure> m_departures;
    qint64 m_departed = 0;
    std::deque<LineFault> m_lineFaults;
    QByteArray m_token;
    qint64 m_thereMs = 20;
    qint64 m_backMs = 20;
    int m_timeoutMs = 4000;
    int m_jobsAlive = 0;
};

//! One program's end of it.
class SimulatedTransport final : public Api::Transport
{
    Q_OBJECT
public:
    explicit SimulatedTransport(SimulatedNetwork &network)
        : m_network(network)
    {
    }
    [[nodiscard]] Api::HttpJob *post(const Api::HttpRequest &request, QObject *parent) override;
    void prepare(const Api::Destination &, int) override { }

private:
    SimulatedNetwork &m_network;
};

} // namespace TestSupport
