// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networkjob.h"

#include "api/connectionpool.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Api {

//! A body that can be read once. QNetworkAccessManager sends a POST again by itself when a connection drops
//! before the answer, unless it cannot rewind the body: so this is what makes one post() one delivery. It is
//! also the witness of whether anything can have left: it is read only once the connection stands.
class RequestBody final : public QIODevice
{
public:
    explicit RequestBody(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_offset + QIODevice::bytesAvailable();
    }
    bool seek(qint64) override { return false; } // QIODevice's own would also warn
    [[nodiscard]] bool wasRead() const { return m_offset > 0; }

protected:
    qint64 readData(char *data, qint64 longest) override
    {
        const qint64 count = std::min(longest, qint64(m_bytes.size()) - m_offset);
        if (count <= 0) {
            return -1;
        }
        std::memcpy(data, m_bytes.constData() + m_offset, static_cast<size_t>(count));
        m_offset += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_offset = 0;
};

namespace {

[[nodiscard]] QNetworkRequest networkRequest(const HttpRequest &request, ConnectionPool &pool)
{
    QNetworkRequest result(request.to.url);
    for (const auto &[name, value] : request.headers) {
        result.setRawHeader(name, value);
    }
    result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setTransferTimeout(pool.timeoutMs());
    if (request.to.url.scheme() == "https"_L1) {
        result.setSslConfiguration(pool.tls());
        // After a GOAWAY in the middle of an answer Qt 6.4 keeps the connection, and the next request hangs
        // on it. (Without TLS there is no HTTP/2, and connections made ahead would not be taken.)
        result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    }
    return result;
}

[[nodiscard]] TransportFault faultOf(QNetworkReply::NetworkError error, int httpStatus)
{
    switch (error) {
    case QNetworkReply::NoError:
        return TransportFault::None;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return TransportFault::ProxyAuthentication;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return TransportFault::ProxyUnreachable;
    case QNetworkReply::SslHandshakeFailedError:
        return TransportFault::Tls;
    case QNetworkReply::HostNotFoundError:
        return TransportFault::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return TransportFault::ConnectionRefused;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // the transfer timeout: our own giving up never gets here
        return TransportFault::Timeout;
    default:
        // Errors that are made of a complete answer's status are judged by that status; ContentReSendError
        // too, where it tells of a 307 that asked for the body once more.
        return error >= QNetworkReply::ContentAccessDenied && httpStatus >= 300
            ? TransportFault::None
            : TransportFault::ConnectionLost;
    }
}

[[nodiscard]] Core::ErrorCause causeOf(QNetworkReply::NetworkError error)
{
    using enum Core::ErrorCause;
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return ConnectionRefused;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Authentication;
    case QNetworkReply::UnknownProxyError:
        return Declined;
    default:
        return None;
    }
}

//! What a person can do something about comes first where a certificate has several faults.
[[nodiscard]] Core::ErrorCause causeOf(const QList<QSslError> &faults)
{
    using enum Core::ErrorCause;
    struct Row
    {
        QSslError::SslError fault;
        Core::ErrorCause cause;
    };
    constexpr std::array rows{
        Row{QSslError::HostNameMismatch, WrongHost},
        Row{QSslError::CertificateNotYetValid, NotYetValid},
        Row{QSslError::CertificateExpired, Expired},
        Row{QSslError::SelfSignedCertificate, SelfSigned},
        Row{QSslError::SelfSignedCertificateInChain, UnknownIssuer},
        Row{QSslError::UnableToGetIssuerCertificate, UnknownIssuer},
        Row{QSslError::UnableToGetLocalIssuerCertificate, UnknownIssuer},
        Row{QSslError::UnableToVerifyFirstCertificate, UnknownIssuer},
        Row{QSslError::CertificateUntrusted, UnknownIssuer},
    };
    const auto row = std::ranges::find_if(rows, [&faults](const Row &candidate) {
        return std::ranges::any_of(
            faults, [&candidate](const QSslError &error) { return error.error() == candidate.fault; });
    });
    return row != rows.end() ? row->cause : None;
}

[[nodiscard]] QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return {};
    }
}

[[nodiscard]] QString nameOf(const QSslCertificate &certificate, bool isIssuer)
{
    QStringList parts;
    for (const auto info : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        parts += isIssuer ? certificate.issuerInfo(info) : certificate.subjectInfo(info);
    }
    return parts.join(u", "_s);
}

[[nodiscard]] Core::TlsFacts tlsFacts(const QSslConfiguration &configuration)
{
    Core::TlsFacts facts;
    const QSslCertificate certificate = configuration.peerCertificate();
    if (certificate.isNull()) {
        return facts;
    }
    facts.isKnown = true;
    facts.protocol = protocolName(configuration.sessionProtocol());
    facts.cipher = configuration.sessionCipher().name();
    facts.subject = nameOf(certificate, false);
    facts.issuer = nameOf(certificate, true);
    facts.validUntil = certificate.expiryDate().toUTC();
    return facts;
}

} // namespace

NetworkJob::NetworkJob(ConnectionPool &pool, const HttpRequest &request, QObject *parent)
    : HttpJob(parent)
    , m_url(request.to.url)
    , m_longestAnswer(request.longestAnswer)
{
    if (pool.setupFault().isEmpty()) {
        start(pool, request);
        return;
    }
    m_isOver = true;
    m_facts.fault = TransportFault::LocalSetup;
    m_facts.faultText = pool.setupFault();
    QMetaObject::invokeMethod(this, &NetworkJob::report, Qt::QueuedConnection);
}

NetworkJob::~NetworkJob()
{
    letGo();
}

void NetworkJob::start(ConnectionPool &pool, const HttpRequest &request)
{
    m_pool = &pool;
    m_manager = pool.acquire(request.to.lane, m_url);
    m_body = new RequestBody(request.body);
    m_elapsed.start();
    m_reply = m_manager->post(networkRequest(request, pool), m_body);
    m_body->setParent(m_reply);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { mark(&Core::WireTimings::connectingMs); });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { mark(&Core::WireTimings::securedMs); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { mark(&Core::WireTimings::sentMs); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &NetworkJob::onMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkJob::onReadyRead);
    // Not the reply's own: what a connection that was made ahead is refused for fails this request as well,
    // which is told nothing of it. A manager has one host.
    connect(m_manager, &QNetworkAccessManager::sslErrors, this,
            [this](QNetworkReply *, const QList<QSslError> &errors) { m_certificateFaults += errors; });
    connect(m_reply, &QNetworkReply::finished, this, &NetworkJob::onFinished);

    // The transfer timeout begins anew with every byte; this one does not.
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(TransportFault::Timeout); });
    m_deadline.start(pool.timeoutMs());
}

void NetworkJob::cancel()
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    letGo();
    m_facts.fault = TransportFault::Canceled;
    QMetaObject::invokeMethod(this, &NetworkJob::report, Qt::QueuedConnection);
}

void NetworkJob::onMetaData()
{
    mark(&Core::WireTimings::firstByteMs);
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_longestAnswer) {
        giveUpTooLarge();
    }
}

void NetworkJob::onReadyRead()
{
    if (m_facts.body.size() + m_reply->bytesAvailable() > m_longestAnswer) {
        giveUpTooLarge();
        return;
    }
    m_facts.body += m_reply->readAll();
}

void NetworkJob::onFinished()
{
    m_isOver = true;
    readHeaders();
    noteFault();
    if (m_facts.body.size() + m_reply->bytesAvailable() > m_longestAnswer) {
        m_facts.isTooLarge = true;
    } else if (m_reply->isOpen()) {
        m_facts.body += m_reply->readAll();
    }
    letGo();
    report();
}

void NetworkJob::noteFault()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    m_facts.fault = faultOf(error, m_facts.httpStatus);
    if (m_facts.fault == TransportFault::ProxyAuthentication && m_body->wasRead()) {
        // A proxy asks before it connects, and plain HTTP goes to this machine alone, past any proxy: this is
        // what the request itself was answered with, a status as any other.
        m_facts.fault = TransportFault::None;
    }
    if (m_facts.fault == TransportFault::None) {
        return;
    }
    m_facts.faultText = m_reply->errorString();
    m_facts.cause = causeOf(error);
    if (m_facts.fault == TransportFault::Tls) {
        m_facts.cause =
            m_certificateFaults.isEmpty() ? Core::ErrorCause::Handshake : causeOf(m_certificateFaults);
        return;
    }
    const bool isOfTheWay = error == QNetworkReply::UnknownNetworkError
        || error == QNetworkReply::HostNotFoundError || error == QNetworkReply::ConnectionRefusedError;
    if (!isOfTheWay || m_body->wasRead() || !m_pool) {
        return;
    }
    if (m_pool->usesProxy(*m_manager, m_url)) {
        // What a proxy says of its own way comes with the codes of ours, or with none.
        m_facts.fault = TransportFault::ProxyUnreachable;
        m_facts.cause = Core::ErrorCause::Declined;
    } else if (error == QNetworkReply::UnknownNetworkError) {
        m_facts.cause = Core::ErrorCause::Unreachable;
    }
}

void NetworkJob::giveUp(TransportFault fault)
{
    m_isOver = true;
    readHeaders();
    m_facts.fault = fault;
    m_facts.faultText = u"given up after %1 ms"_s.arg(m_elapsed.elapsed());
    letGo();
    report();
}

void NetworkJob::giveUpTooLarge()
{
    m_isOver = true;
    readHeaders();
    m_facts.isTooLarge = true;
    m_facts.body.clear();
    letGo();
    report();
}

void NetworkJob::readHeaders()
{
    m_facts.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_facts.contentType = m_reply->rawHeader("Content-Type");
    m_facts.date = m_reply->rawHeader("Date");
    m_facts.headers = m_reply->rawHeaderPairs();
    if (m_reply->url().scheme() == "https"_L1) {
        m_facts.tls = tlsFacts(m_reply->sslConfiguration());
    }
}

bool NetworkJob::isOfADeadConnection() const
{
    const bool isSilent = m_facts.fault == TransportFault::ConnectionLost
        || (m_facts.fault == TransportFault::Timeout && m_facts.timings.firstByteMs < 0);
    return isSilent && m_facts.timings.connectingMs < 0; // it was open before this request
}

void NetworkJob::mark(qint64 Core::WireTimings::*moment)
{
    qint64 &time = m_facts.timings.*moment;
    if (time < 0 && m_elapsed.isValid()) {
        time = m_elapsed.elapsed();
    }
}

void NetworkJob::letGo()
{
    m_deadline.stop();
    if (m_elapsed.isValid()) {
        m_facts.latencyMs = m_elapsed.elapsed();
        m_facts.timings.doneMs = m_facts.latencyMs;
        m_elapsed.invalidate();
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort(); // without effect on a finished one
        m_facts.mayHaveLeft = m_body->wasRead();
        m_reply->deleteLater(); // we may be inside one of its signals
        m_reply = nullptr;
    }
    if (m_pool) {
        if (isOfADeadConnection() || m_facts.fault == TransportFault::Tls) {
            m_pool->distrust();
        }
        m_manager->disconnect(this);
        m_pool->release(m_manager);
        m_pool = nullptr;
    }
}

void NetworkJob::report()
{
    Q_EMIT finished(m_facts);
}

} // namespace Api
