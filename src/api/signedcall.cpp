// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signedcall.h"

#include "core/background.h"
#include "core/clock.h"
#include "core/logcategories.h"
#include "core/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

constexpr qint64 resignBeyondSeconds = 30;
constexpr qint64 noticeBeyondSeconds = 60;
constexpr qsizetype longestReadAtOnce = 64 * 1024; // about a millisecond; a list can have megabytes

[[nodiscard]] bool isHeaderSafe(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

[[nodiscard]] HttpFacts withoutBody(HttpFacts facts)
{
    facts.body.clear();
    return facts;
}

} // namespace

std::optional<qint64> quotedServerTime(const QString &message, qint64 ownTimestamp)
{
    static const QRegularExpression unixTime(u"(?<![0-9])[1-4][0-9]{9}(?![0-9])"_s);
    constexpr qint64 earliest = 1'546'300'800; // 2019
    constexpr qint64 latest = 4'102'444'800; // 2100
    auto matches = unixTime.globalMatch(message);
    while (matches.hasNext()) {
        const qint64 seconds = matches.next().captured().toLongLong();
        if (seconds != ownTimestamp && seconds >= earliest && seconds <= latest) {
            return seconds;
        }
    }
    return std::nullopt;
}

SignedCall::SignedCall(ApiClient &client, Transport &transport, const Core::Clock &clock, Order order,
                       QObject *parent)
    : ApiCall(parent)
    , m_client(&client)
    , m_transport(transport)
    , m_clock(clock)
    , m_order(std::move(order))
{
    m_answer.requestText = requestText(m_order.request, m_order.endpoint);
}

void SignedCall::start()
{
    if (std::optional<Core::Error> error = refusal()) {
        m_answer.response = Core::failure(*std::move(error));
        QMetaObject::invokeMethod(this, &SignedCall::report, Qt::QueuedConnection);
        return;
    }
    leave();
}

void SignedCall::cancel()
{
    if (m_job) {
        m_job->cancel();
    } else if (std::exchange(m_waitsToLeave, false)) {
        m_answer.response = Core::failure(Core::Error::of(Core::ErrorKind::Canceled)); // refused unexecuted
        QMetaObject::invokeMethod(this, &SignedCall::report, Qt::QueuedConnection);
    }
}

void SignedCall::leaveAgain()
{
    if (std::exchange(m_waitsToLeave, false)) {
        leave();
    }
}

std::optional<Core::Error> SignedCall::refusal() const
{
    const Core::Credential &credential = m_order.credential;
    if (!credential.isComplete()) {
        return Core::Error::of(Core::ErrorKind::NoCredential);
    }
    if (!isHeaderSafe(credential.secretId.toUtf8()) || !isHeaderSafe(credential.token.bytes())) {
        return Core::Error::invalidInput(u"SecretId or token: blanks or unprintable characters inside"_s);
    }
    const QUrl &url = m_order.endpoint.url;
    if (!mayCarryCredentials(url)) {
        return Core::Error::invalidInput(u"endpoint: neither https nor loopback: "_s + url.host());
    }
    return std::nullopt;
}

void SignedCall::leave()
{
    m_usedOffset = m_client->clockOffsetSeconds(m_order.endpoint);
    m_timestamp = m_clock.nowUtc().toSecsSinceEpoch() + m_usedOffset;
    Tc3Signature signature;
    const HttpRequest request = m_client->signedRequest(m_order.request, m_order.endpoint, m_order.credential,
                                                        m_timestamp, signature);
    m_job = m_transport.post(request, this);
    connect(m_job, &HttpJob::finished, this, &SignedCall::onFinished);
    m_sent = sentRequest(request, signature, m_clock.nowUtc());
}

void SignedCall::onFinished(const HttpFacts &facts)
{
    m_job->deleteLater();
    m_job = nullptr;
    if (facts.body.size() <= longestReadAtOnce) {
        onJudged(facts, judged(m_sent, facts, secrets()));
        return;
    }
    Core::inBackground<Judgement>(
        this, [sent = m_sent, facts, secrets = secrets()] { return judged(sent, facts, secrets); },
        [this, head = withoutBody(facts)](const Judgement &judgement) { onJudged(head, judgement); });
}

QList<Core::SecretText> SignedCall::secrets() const
{
    QList<Core::SecretText> secrets = m_order.request.secrets;
    if (!m_order.credential.token.isEmpty()) {
        secrets.append(m_order.credential.token);
    }
    return secrets;
}

SignedCall::Judgement SignedCall::judged(const SentRequest &sent, const HttpFacts &received,
                                         const QList<Core::SecretText> &secrets)
{
    const HttpFacts facts = withoutSecrets(received, secrets);
    const Core::Result<QJsonObject> response = judgeAnswer(facts);
    Core::WireExchange exchange = exchangeOf(sent, facts, response);
    // Once more in what is only read by people: a secret of digits may be quoted as a number.
    exchange.answer = Core::withoutSecrets(exchange.answer, secrets);
    return {response, Core::withoutSecrets(Core::redactedBody(facts.body), secrets), exchange};
}

void SignedCall::onJudged(const HttpFacts &facts, const Judgement &judgement)
{
    m_answer.response = judgement.response;
    recordExchange(judgement.exchange);
    if (!m_answer.response && resign(facts, m_answer.response.error())) {
        return;
    }
    m_answer.requestId = m_answer.response ? m_answer.response->value("RequestId"_L1).toString().left(128)
                                           : m_answer.response.error().requestId;
    m_answer.httpStatus = facts.httpStatus;
    m_answer.latencyMs = facts.latencyMs;
    m_answer.serverDate = parseHttpDate(facts.date);
    m_answer.answerText = judgement.answerText;
    watchClock(facts);
    report();
}

void SignedCall::recordExchange(Core::WireExchange exchange)
{
    exchange.endpoint = m_order.endpoint;
    exchange.action = m_order.request.action;
    exchange.isSignedAgain = m_answer.resignedOnce;
    m_answer.exchanges.append(exchange);
}

bool SignedCall::resign(const HttpFacts &facts, const Core::Error &error)
{
    if (!m_client || m_answer.resignedOnce || !error.isApiCode(u"AuthFailure.SignatureExpire")) {
        return false;
    }
    const std::optional<QDateTime> date = parseHttpDate(facts.date);
    const std::optional<qint64> serverTime =
        date ? date->toSecsSinceEpoch() : quotedServerTime(error.apiMessage, m_timestamp);
    if (!serverTime) {
        return false;
    }
    const qint64 offset = offsetFrom(*serverTime, facts);
    if (std::abs(offset - m_usedOffset) <= resignBeyondSeconds) {
        return false;
    }
    // Of several calls that were under way only the first has news.
    if (std::abs(offset - m_client->clockOffsetSeconds(m_order.endpoint)) > resignBeyondSeconds) {
        m_client->learnOffset(m_order.endpoint, offset);
    }
    if (m_order.request.kind == ActionKind::Start) {
        return false; // leaves once and never again; the next one is signed with the service's time
    }
    m_answer.resignedOnce = true;
    m_waitsToLeave = true;
    if (m_order.again == SigningAgain::AtOnce) {
        leaveAgain();
    } else {
        Q_EMIT canLeaveAgain();
    }
    return true;
}

void SignedCall::watchClock(const HttpFacts &facts)
{
    // Only the service's own answers tell its time: a proxy's or gateway's do not.
    if (!m_client || !m_answer.serverDate || m_answer.requestId.isEmpty()) {
        return;
    }
    const qint64 offset = offsetFrom(m_answer.serverDate->toSecsSinceEpoch(), facts);
    const qint64 doubt = facts.latencyMs / 2000;
    if (std::abs(offset - m_client->clockOffsetSeconds(m_order.endpoint)) > noticeBeyondSeconds + doubt) {
        m_client->learnOffset(m_order.endpoint, offset);
    }
}

qint64 SignedCall::offsetFrom(qint64 serverSeconds, const HttpFacts &facts) const
{
    const qint64 nowMs = m_clock.nowUtc().toMSecsSinceEpoch();
    return serverSeconds - (nowMs - facts.latencyMs / 2) / 1000;
}

void SignedCall::report()
{
    if (std::exchange(m_isReported, true)) {
        return;
    }
    if (!m_answer.response) {
        const Core::Error &error = m_answer.response.error();
        qCDebug(Core::apiLog) << m_order.request.action << error.kind << error.apiCode << error.requestId;
    }
    deleteLater();
    Q_EMIT finished(m_answer);
}

} // namespace Api
