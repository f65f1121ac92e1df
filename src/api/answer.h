// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result.h"
#include "core/secrettext.h"
#include "core/wireexchange.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>
#include <utility>

namespace Api {

//! How the way to the service failed, before anything is said about the answer.
enum class TransportFault {
    None,
    Canceled, //!< by us
    Timeout,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    ProxyUnreachable, //!< not found, refused or lost, or it did not connect
    ProxyAuthentication, //!< the proxy wants credentials, or others
    Tls, //!< handshake or certificate
    LocalSetup, //!< our own CA file cannot be used; nothing was tried
};

//! What was seen of one HTTP exchange.
struct HttpFacts
{
    TransportFault fault = TransportFault::None;
    Core::ErrorCause cause = Core::ErrorCause::None; //!< of the fault, as far as it is known
    QString faultText; //!< the library's own words
    bool mayHaveLeft = false; //!< false: the last byte of the request certainly never left
    int httpStatus = 0; //!< 0 if there was no answer
    QByteArray contentType;
    QByteArray date; //!< the Date header as it came
    QByteArray body; //!< up to the request's longestAnswer
    bool isTooLarge = false; //!< the body passed that and was given up
    qint64 latencyMs = -1; //!< from hand-over to the last byte
    QList<std::pair<QByteArray, QByteArray>> headers; //!< the answer's
    Core::TlsFacts tls;
    Core::WireTimings timings; //!< without the waiting before it
};

//! One attempt and its answer.
struct ApiAnswer
{
    Core::Result<QJsonObject> response; //!< the Response object
    QString requestId; //!< empty if the service never answered
    int httpStatus = 0; //!< 0 if there was no HTTP answer
    qint64 latencyMs = -1; //!< of the last exchange; -1 if nothing was tried
    std::optional<QDateTime> serverDate; //!< the answer's Date header, UTC
    bool resignedOnce =
        false; //!< refused for its timestamp, signed again with the service's time, sent again
    QString requestText; //!< redacted; see Api::requestText()
    QString answerText; //!< redacted, capped
    //! What went over the wire, oldest first: one, or two where it was signed again. Without account and
    //! task, which a call does not know; empty if nothing was tried.
    QList<Core::WireExchange> exchanges = {};
};

//! What was seen, with every secret that it quotes taken out: of the transport's words, the headers, and the
//! names and texts of a JSON body. To be done before anything of it is cut, judged or kept.
[[nodiscard]] HttpFacts withoutSecrets(HttpFacts facts, const QList<Core::SecretText> &secrets);

//! The one place that judges an answer. In this order: the way there (TLS, proxy, timeout, network),
//! redirect, HTTP status, size, not JSON, wrong shape, Response.Error.Code, missing RequestId (WrongShape). A
//! proxy that wants credentials reports httpStatus 407 whatever its protocol. Delivery: NotDelivered where
//! the request certainly never left whole, or the service refused it unexecuted (RequestLimitExceeded);
//! Answered where it answered; else MaybeDelivered.
[[nodiscard]] Core::Result<QJsonObject> judgeAnswer(const HttpFacts &facts);

//! An HTTP date (RFC 7231, IMF-fixdate), UTC; none if it cannot be read or is no plausible present (before
//! 2019, after 2100).
[[nodiscard]] std::optional<QDateTime> parseHttpDate(const QByteArray &text);

} // namespace Api

Q_DECLARE_METATYPE(Api::ApiAnswer)
Q_DECLARE_METATYPE(Api::HttpFacts)
