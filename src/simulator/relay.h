// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "simulator/certificates.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>

#include <mutex>
#include <optional>

namespace Simulator {

//! Which connection from outside stands behind a port of the HTTP library's side. A number stays after its
//! connection has gone, as its last request may still be looked at, until the port is used again.
//! Thread-safe.
class ConnectionNumbers
{
public:
    void insert(quint16 port, qint64 number);
    [[nodiscard]] qint64 numberOf(quint16 port) const; //!< 0 if there is none

private:
    mutable std::mutex m_mutex;
    QHash<quint16, qint64> m_numbers;
};

//! Stands in front of the HTTP library: passes requests on as they are, and answers as their wire instruction
//! says. Ends TLS, so that a cut is a cut there, too. Lives in one thread with an event loop.
class Relay : public QTcpServer
{
    Q_OBJECT

public:
    //! \a numbers must outlive the relay.
    Relay(quint16 upstreamPort, ConnectionNumbers &numbers);
    //! Before listen(): every connection is TLS. A Tls error if the certificates cannot be used.
    [[nodiscard]] Core::Result<void> useTls(const Certificates &certificates);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const quint16 m_upstreamPort;
    ConnectionNumbers &m_numbers;
    std::optional<QSslConfiguration> m_tls;
    qint64 m_lastNumber = 0;
};

} // namespace Simulator
