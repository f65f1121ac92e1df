// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/server.h"

#include "core/account.h"
#include "simulator/endpoint.h"
#include "simulator/httpfront.h"
#include "simulator/relay.h"

#include <QHostAddress>

#include <future>
#include <memory>

namespace Simulator {

using namespace Qt::StringLiterals;

Server::Server(const Settings &settings, const Core::Clock *clock)
    : m_settings(settings)
    , m_endpoint(std::make_unique<Endpoint>(settings, clock ? *clock : m_systemClock))
    , m_numbers(std::make_unique<ConnectionNumbers>())
{
    m_relayThread.setObjectName(u"simulator relay"_s);
}

Server::~Server()
{
    stop();
}

Core::Result<ServerAddress> Server::start()
{
    if (!Core::isLoopbackHost(m_settings.host)) {
        return Core::failure(Core::Error::invalidInput(
            QString(u"the simulator listens on loopback only (127.0.0.0/8, ::1, localhost), not on "_s
                    + m_settings.host)));
    }
    m_front = std::make_unique<HttpFront>([this](const Request &request, quint16 port) {
        return m_endpoint->handle(request, m_numbers->numberOf(port));
    });
    const Core::Result<quint16> upstreamPort = m_front->start();
    if (!upstreamPort) {
        return tl::unexpected(upstreamPort.error());
    }
    auto relay = std::make_unique<Relay>(*upstreamPort, *m_numbers);
    if (m_settings.isTls) {
        const Core::Result<Certificates> certificates = makeCertificates({m_settings.certificateHosts});
        const Core::Result<void> used =
            certificates ? relay->useTls(*certificates) : tl::unexpected(certificates.error());
        if (!used) {
            return tl::unexpected(used.error());
        }
        m_address.caCertificate = certificates->authority;
    }
    const Core::Result<quint16> port = listen(std::move(relay));
    if (!port) {
        return tl::unexpected(port.error());
    }

    m_address.url.setScheme(m_settings.isTls ? u"https"_s : u"http"_s);
    m_address.url.setHost(m_settings.host);
    m_address.url.setPort(*port);
    if (!m_settings.accounts.isEmpty()) {
        const Account &account = m_settings.accounts.first();
        m_address.credential = {account.secretId, Core::SecretText::fromUtf8(account.secretKey),
                                Core::SecretText::fromUtf8(account.token)};
        m_address.sdkAppIds = account.sdkAppIds;
    }
    return m_address;
}

Core::Result<quint16> Server::listen(std::unique_ptr<Relay> relay)
{
    const bool isName = m_settings.host.compare("localhost"_L1, Qt::CaseInsensitive) == 0;
    const QHostAddress address =
        isName ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(m_settings.host);
    Relay *const moved = relay.release(); // the thread's end deletes it
    moved->moveToThread(&m_relayThread);
    QObject::connect(&m_relayThread, &QThread::finished, moved, &QObject::deleteLater);
    m_relayThread.start();

    // Its own reference: whoever waits may be through before the other thread is.
    const auto port = std::make_shared<std::promise<Core::Result<quint16>>>();
    const auto tryToListen = [this, moved, &address, port] {
        if (moved->listen(address, m_settings.port)) {
            port->set_value(moved->serverPort());
        } else {
            port->set_value(Core::failure(Core::Error::of(Core::ErrorKind::Network, moved->errorString())));
        }
    };
    QMetaObject::invokeMethod(moved, tryToListen, Qt::QueuedConnection);
    return port->get_future().get();
}

void Server::stop()
{
    m_endpoint->callOff();
    m_relayThread.quit();
    m_relayThread.wait();
    if (m_front) {
        m_front->stop();
    }
}

QList<JournalEntry> Server::journal() const
{
    return m_endpoint->journal().entries();
}

void Server::clearJournal()
{
    m_endpoint->journal().clear();
}

void Server::addFault(const FaultRule &rule)
{
    m_endpoint->faults().add(rule);
}

Core::Result<void> Server::addFault(QStringView rule)
{
    const Core::Result<FaultRule> read = FaultRule::parse(rule);
    if (!read) {
        return tl::unexpected(read.error());
    }
    addFault(*read);
    return {};
}

void Server::clearFaults()
{
    m_endpoint->faults().clear();
}

Core::Result<QString> Server::addTask(const TaskSeed &seed)
{
    return m_endpoint->service().addTask(seed);
}

QJsonArray Server::tasks() const
{
    return m_endpoint->service().tasks();
}

void Server::setLatency(int ms)
{
    m_endpoint->setLatency(ms);
}

void Server::setDelays(int startDelayMs, int stopDelayMs)
{
    m_endpoint->service().setDelays(startDelayMs, stopDelayMs);
}

void Server::setLimit(int requestsPerSecond, RateWindowKind window)
{
    m_endpoint->limit().configure(requestsPerSecond, window);
}

void Server::setClockSkew(int seconds)
{
    m_endpoint->service().setClockSkew(seconds);
}

} // namespace Simulator
