// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/credential.h"
#include "core/result.h"
#include "simulator/faults.h"
#include "simulator/requestjournal.h"
#include "simulator/settings.h"

#include <QJsonArray>
#include <QThread>
#include <QUrl>

#include <memory>

namespace Simulator {

class ConnectionNumbers;
class Endpoint;
class HttpFront;
class Relay;

//! What a client needs to talk to a started simulator.
struct ServerAddress
{
    QUrl url; //!< "http://127.0.0.1:41234", no path
    Core::Credential credential; //!< of the first account
    QList<qint64> sdkAppIds; //!< of the first account
    QByteArray caCertificate; //!< PEM; empty without TLS
};

//! A whole simulator with its own threads. start() and stop() belong to the thread it was made in, which
//! needs no event loop; everything else may be called from any thread, before, during and after a run.
class Server
{
public:
    //! \a clock, if given, must outlive the server.
    explicit Server(const Settings &settings = Settings::builtIn(), const Core::Clock *clock = nullptr);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    //! Refuses hosts other than loopback (InvalidInput). Once per server.
    [[nodiscard]] Core::Result<ServerAddress> start();
    //! Cuts all connections and waits for the threads; far below 200 ms.
    void stop();

    [[nodiscard]] QUrl url() const { return m_address.url; }
    [[nodiscard]] const ServerAddress &address() const { return m_address; }

    [[nodiscard]] QList<JournalEntry> journal() const;
    void clearJournal();
    void addFault(const FaultRule &rule);
    //! As written on the command line; InvalidInput if it is not a rule.
    Core::Result<void> addFault(QStringView rule);
    void clearFaults();
    //! Adds a task beyond all limits; returns its id.
    Core::Result<QString> addTask(const TaskSeed &seed);
    //! As GET /_simulator/tasks shows them.
    [[nodiscard]] QJsonArray tasks() const;
    void setLatency(int ms);
    void setDelays(int startDelayMs, int stopDelayMs);
    void setLimit(int requestsPerSecond, RateWindowKind window = RateWindowKind::Sliding);
    void setClockSkew(int seconds);

private:
    [[nodiscard]] Core::Result<quint16> listen(std::unique_ptr<Relay> relay);

    const Settings m_settings;
    Core::SystemClock m_systemClock;
    const std::unique_ptr<Endpoint> m_endpoint;
    const std::unique_ptr<ConnectionNumbers> m_numbers;
    std::unique_ptr<HttpFront> m_front;
    QThread m_relayThread;
    ServerAddress m_address;
};

} // namespace Simulator
