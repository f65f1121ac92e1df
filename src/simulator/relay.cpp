// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/relay.h"

#include "simulator/relayedconnection.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace Simulator {

using namespace Qt::StringLiterals;

void ConnectionNumbers::insert(quint16 port, qint64 number)
{
    const std::lock_guard lock(m_mutex);
    m_numbers.insert(port, number);
}

qint64 ConnectionNumbers::numberOf(quint16 port) const
{
    const std::lock_guard lock(m_mutex);
    return m_numbers.value(port);
}

Relay::Relay(quint16 upstreamPort, ConnectionNumbers &numbers)
    : m_upstreamPort(upstreamPort)
    , m_numbers(numbers)
{
    setListenBacklogSize(512);
    setProxy(QNetworkProxy::NoProxy); // whatever the application uses for its own requests
}

Core::Result<void> Relay::useTls(const Certificates &certificates)
{
    const QSslCertificate certificate(certificates.server);
    const QSslKey key(certificates.serverKey, QSsl::Ec);
    if (certificate.isNull() || key.isNull()) {
        return Core::failure(Core::Error::of(Core::ErrorKind::Tls,
                                             u"Qt cannot read the certificates; is its TLS plugin there?"_s));
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_tls = configuration;
    return {};
}

void Relay::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> client;
    if (m_tls) {
        auto secure = std::make_unique<QSslSocket>();
        secure->setSslConfiguration(*m_tls);
        if (secure->setSocketDescriptor(descriptor)) {
            secure->startServerEncryption();
        }
        client = std::move(secure);
    } else {
        client = std::make_unique<QTcpSocket>();
        client->setSocketDescriptor(descriptor);
    }
    new RelayedConnection(std::move(client), m_upstreamPort, ++m_lastNumber, m_numbers, this);
}

} // namespace Simulator
