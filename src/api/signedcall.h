// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/transport.h"
#include "api/wirerecord.h"

#include <QPointer>

namespace Api {

//! What one call is about.
struct Order
{
    ApiRequest request;
    Core::Endpoint endpoint;
    Core::Credential credential;
    SigningAgain again = SigningAgain::AtOnce;
};

//! An ApiCall at work: signs, sends, judges, and once at most signs again with the service's time.
class SignedCall final : public ApiCall
{
    Q_OBJECT
public:
    SignedCall(ApiClient &client, Transport &transport, const Core::Clock &clock, Order order,
               QObject *parent);

    void start();
    void cancel() override;
    void leaveAgain() override;

private:
    [[nodiscard]] std::optional<Core::Error> refusal() const;
    void leave();
    //! What an answer comes to, of its body alone.
    struct Judgement
    {
        Core::Result<QJsonObject> response;
        QString answerText;
        Core::WireExchange exchange;
    };

    void onFinished(const HttpFacts &facts);
    //! What we sent and nobody may keep: an answer may quote it.
    [[nodiscard]] QList<Core::SecretText> secrets() const;
    [[nodiscard]] static Judgement judged(const SentRequest &sent, const HttpFacts &received,
                                          const QList<Core::SecretText> &secrets);
    void onJudged(const HttpFacts &facts, const Judgement &judgement);
    void recordExchange(Core::WireExchange exchange);
    //! True if the request is sent again instead, now or when told.
    [[nodiscard]] bool resign(const HttpFacts &facts, const Core::Error &error);
    void watchClock(const HttpFacts &facts);
    [[nodiscard]] qint64 offsetFrom(qint64 serverSeconds, const HttpFacts &facts) const;
    void report();

    QPointer<ApiClient> m_client;
    Transport &m_transport;
    const Core::Clock &m_clock;
    Order m_order;
    ApiAnswer m_answer;
    SentRequest m_sent; // what is on the wire
    QPointer<HttpJob> m_job;
    qint64 m_timestamp = 0; // as signed last
    qint64 m_usedOffset = 0;
    bool m_waitsToLeave = false; //!< until leaveAgain()
    bool m_isReported = false;
};

//! The service's Unix time as quoted in the message of a SignatureExpire; none if it quotes no plausible one.
//! `ownTimestamp` is what we had sent, which such a message may quote as well.
[[nodiscard]] std::optional<qint64> quotedServerTime(const QString &message, qint64 ownTimestamp);

} // namespace Api
