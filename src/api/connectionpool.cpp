// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connectionpool.h"

#include "api/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslCertificate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

class SettingsProxies final : public QNetworkProxyFactory
{
public:
    explicit SettingsProxies(const Core::NetworkSettings &settings)
        : m_mode(settings.proxyMode)
        , m_proxy(settings.proxyMode == Core::NetworkSettings::ProxyMode::Socks5 ? QNetworkProxy::Socks5Proxy
                                                                                 : QNetworkProxy::HttpProxy,
                  settings.proxyHost, settings.proxyPort, settings.proxyUser,
                  QString::fromUtf8(settings.proxyPassword.bytes()))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        using enum Core::NetworkSettings::ProxyMode;
        if (m_mode == Direct || Core::isLoopbackHost(query.peerHostName())) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return m_mode == System ? QNetworkProxyFactory::systemProxyForQuery(query) : QList{m_proxy};
    }

private:
    Core::NetworkSettings::ProxyMode m_mode;
    QNetworkProxy m_proxy;
};

[[nodiscard]] QString hostKey(const QUrl &url)
{
    return url.scheme() + u':' + url.host() + u':' + QString::number(url.port());
}

} // namespace

ConnectionPool::ConnectionPool(const Core::NetworkSettings &settings, const QString &accountCaFile,
                               const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
{
    for (const QString &file : {settings.caFile, accountCaFile}) {
        if (file.isEmpty()) {
            continue;
        }
        const QList<QSslCertificate> certificates = QSslCertificate::fromPath(file, QSsl::Pem);
        if (certificates.isEmpty()) {
            m_setupFault = u"no certificate can be read from the CA file "_s + file;
            return;
        }
        m_extraCertificates += certificates;
    }
}

const QSslConfiguration &ConnectionPool::tls()
{
    if (!m_tls) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setProtocol(QSsl::TlsV1_2OrLater);
        m_tls->setPeerVerifyMode(QSslSocket::VerifyPeer);
        if (!m_extraCertificates.isEmpty()) {
            // Setting certificates switches off loading the system's on demand: they are added by hand.
            m_tls->setCaCertificates(QSslConfiguration::systemCaCertificates() + m_extraCertificates);
        }
    }
    return *m_tls;
}

void ConnectionPool::prepare(ActionKind lane, const QUrl &url, int connections)
{
    if (!m_setupFault.isEmpty() || !mayCarryCredentials(url)) {
        return; // the request itself will say so
    }
    Member &member = bestMember(lane, hostKey(url));
    if (member.lastUse) {
        return; // lately, or it would be another one
    }
    member.lastUse = now();
    const bool isEncrypted = url.scheme() == "https"_L1;
    const auto port = static_cast<quint16>(url.port(isEncrypted ? 443 : 80));
    const int wanted = std::min(connections, connectionsPerHost);
    if (!isEncrypted) {
        for (int i = 0; i < wanted; ++i) {
            member.manager->connectToHost(url.host(), port);
        }
        return;
    }
    for (int i = 0; i < wanted; ++i) {
        member.manager->connectToHostEncrypted(url.host(), port, tls());
    }
}

QNetworkAccessManager *ConnectionPool::acquire(ActionKind lane, const QUrl &url)
{
    Member &member = bestMember(lane, hostKey(url));
    ++member.busy;
    member.lastUse = now();
    ++m_busy;
    return member.manager;
}

ConnectionPool::Moment ConnectionPool::now() const
{
    return {m_clock.nowUtc().toMSecsSinceEpoch(), m_clock.monotonicMs()};
}

void ConnectionPool::dropRested()
{
    // The monotonic clock stands still while the machine sleeps, and the service's time-out does not.
    const Moment moment = now();
    std::erase_if(m_members, [&moment](const Member &member) {
        const bool isRested = member.busy == 0 && member.lastUse
            && std::max(moment.monotonicMs - member.lastUse->monotonicMs,
                        qAbs(moment.wallMs - member.lastUse->wallMs))
                > keptAliveMs;
        if (isRested) {
            member.manager->deleteLater(); // perhaps called from within one of its replies
        }
        return isRested;
    });
}

ConnectionPool::Member &ConnectionPool::bestMember(ActionKind lane, const QString &host)
{
    dropRested();
    Member *best = nullptr;
    size_t members = 0;
    for (Member &member : m_members) {
        if (member.lane != lane || member.host != host) {
            continue;
        }
        ++members;
        if (!best || member.busy < best->busy) {
            best = &member;
        }
        if (best->busy < connectionsPerHost) {
            break; // fills the first before the next is used, so that connections are kept alive
        }
    }
    if (!best || (best->busy >= connectionsPerHost && members < managersPerLane)) {
        best = &m_members.emplace_back(Member{lane, host, makeManager()});
    }
    return *best;
}

void ConnectionPool::release(QNetworkAccessManager *manager)
{
    const auto member = std::ranges::find(m_members, manager, &Member::manager);
    Q_ASSERT(member != m_members.end());
    --member->busy;
    member->lastUse = now();
    --m_busy;
    deleteIfDone();
}

bool ConnectionPool::usesProxy(const QNetworkAccessManager &manager, const QUrl &url) const
{
    const QList<QNetworkProxy> proxies = manager.proxyFactory()->queryProxy(QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

void ConnectionPool::retire()
{
    m_isRetired = true;
    deleteIfDone();
}

QNetworkAccessManager *ConnectionPool::makeManager()
{
    auto *const manager = new QNetworkAccessManager(this);
    manager->setProxyFactory(new SettingsProxies(m_settings)); // taken over
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    connect(manager, &QNetworkAccessManager::finished, this, [](QNetworkReply *reply) {
        // Connecting ahead makes replies that nobody else knows of.
        if (reply->url().scheme().startsWith("preconnect"_L1)) {
            reply->deleteLater();
        }
    });
    return manager;
}

void ConnectionPool::deleteIfDone()
{
    if (m_isRetired && m_busy == 0) {
        deleteLater(); // perhaps called from within one of our managers
    }
}

} // namespace Api
