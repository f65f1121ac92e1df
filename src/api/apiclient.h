// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/apirequest.h"
#include "api/signer.h"
#include "core/account.h"
#include "core/credential.h"
#include "core/signingscheme.h"

#include <QHash>
#include <QObject>

namespace Core {
class Clock;
}

namespace Api {

class Transport;
struct HttpRequest;

//! One request under way. Life cycle: made by ApiClient::send() with its receiver as parent; reports
//! finished() exactly once, never before send() returned; deletes itself afterwards. cancel() is a reported
//! outcome (Canceled); a call destroyed before (with its receiver, or by delete) is given up silently.
class ApiCall : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    //! Reports Canceled from the event loop, unless the answer is already there. May be called again.
    virtual void cancel() = 0;
    //! After canLeaveAgain(), once.
    virtual void leaveAgain() = 0;

Q_SIGNALS:
    //! It was refused for its timestamp, and can be sent again with the service's time: leaveAgain() does so,
    //! cancel() leaves it at that. Only with SigningAgain::WhenTold.
    void canLeaveAgain();
    void finished(const Api::ApiAnswer &answer);
};

//! Who says when a request that was refused for its timestamp leaves again.
enum class SigningAgain { AtOnce, WhenTold };

//! Signs and sends. Lives in one thread.
class ApiClient : public QObject
{
    Q_OBJECT
public:
    //! Both must outlive the client and its calls.
    ApiClient(Transport &transport, const Core::Clock &clock, QObject *parent = nullptr);

    //! Signs with the machine's clock and the offset learnt for that endpoint, and sends at once: one
    //! attempt, no repetition, no pacing. Only a request refused for its timestamp (which was not executed)
    //! is signed again and sent once more inside the call, as `again` says. The call is a child of
    //! `receiver`, or of the client for null.
    ApiCall *send(const ApiRequest &request, const Core::Endpoint &endpoint,
                  const Core::Credential &credential, QObject *receiver,
                  SigningAgain again = SigningAgain::AtOnce);

    //! The request as it would leave at `timestamp` (Unix seconds; `nonce` is for the older signature alone),
    //! without secrets. Nothing is sent.
    [[nodiscard]] Core::WireExchange preview(const ApiRequest &request, const Core::Endpoint &endpoint,
                                             const Core::Credential &credential, Core::SigningScheme scheme,
                                             qint64 timestamp, quint32 nonce);

    //! Connects ahead for requests of that kind that will be sent soon; see Transport::prepare().
    void prepare(ActionKind kind, const Core::Endpoint &endpoint, const QString &caFile, int requests);

    //! The service's clock minus this machine's, as far as learnt; 0 before.
    [[nodiscard]] qint64 clockOffsetSeconds(const Core::Endpoint &endpoint) const;

    //! Drops the day's signing keys; the next request derives its own anew.
    void forgetKeys() { m_keys.clear(); }

    //! X-TC-Language: "en-US" or "zh-CN"; empty (the default) leaves it to the service.
    void setLanguage(const QByteArray &language) { m_language = language; }

Q_SIGNALS:
    void clockOffsetLearnt(const Core::Endpoint &endpoint, qint64 offsetSeconds);

private:
    friend class SignedCall;
    [[nodiscard]] HttpRequest signedRequest(const ApiRequest &request, const Core::Endpoint &endpoint,
                                            const Core::Credential &credential, qint64 timestamp,
                                            Tc3Signature &signature);
    void learnOffset(const Core::Endpoint &endpoint, qint64 offsetSeconds);

    Transport &m_transport;
    const Core::Clock &m_clock;
    QByteArray m_language;
    SigningKeyCache m_keys;
    QHash<QString, qint64> m_offsets; // by URL
};

} // namespace Api
