// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/journal.h"
#include "core/wireexchange.h"
#include "explorer/catalogue.h"
#include "service/dispatcher.h"

#include <QJsonObject>
#include <QPointer>

namespace Service {

class Accounts;
class StartService;
class StopService;

//! An action of the catalogue and its parameters, as an operator wants it called.
struct ExplorerRequest
{
    QString accountId;
    QString action;
    QJsonObject values; //!< as they are to be sent
    int confirmDeadlineMs = 60'000; //!< of a Stop: how long to look whether it had its effect
};

//! Where a call stands.
enum class ExplorerPhase {
    Preparing, //!< credential and journal
    Waiting, //!< for its turn
    Sent,
    Repeating, //!< a try failed, another follows
    Confirming, //!< a Stop was accepted: does the task end?
    Seeking, //!< no answer tells whether a Start began a task: it is being looked for
};

//! How a call ended.
struct ExplorerResult
{
    std::optional<Core::Error> error; //!< none: answered, as asked for
    std::optional<Core::StopOutcome> stopOutcome; //!< of StopWhiteboardPush
    std::optional<Core::StartOutcome> startOutcome; //!< of StartWhiteboardPush
    QString requestId; //!< empty if there was no answer
    QString startedTaskId; //!< of a Start that was found out
    int attempts = 0; //!< how often it left
    qint64 elapsedMs = 0;
    bool isUncertain = false; //!< it may have had its effect, and no answer says so
    bool goesOn = false; //!< it was only no longer waited for
    std::optional<Core::WireExchange> exchange; //!< the last one, without secrets; none if nothing was tried
};

//! What explorer calls work with.
struct ExplorerTools
{
    Accounts &accounts;
    Dispatcher &dispatcher;
    StopService &stops;
    StartService &starts;
    Core::LogStore &log;
    const Core::Clock &clock;
};

//! One call of an action, from the wish to the answer. finished() comes exactly once, never before start()
//! returned; the call deletes itself afterwards. It does not need whoever asked for it to live on.
class ExplorerCall : public QObject
{
    Q_OBJECT
public:
    //! `catalogue` and `action` (one of its own) outlive it.
    ExplorerCall(const ExplorerTools &tools, const Explorer::Catalogue &catalogue,
                 const Explorer::Action &action, const ExplorerRequest &request, QObject *parent);
    ~ExplorerCall() override;

    void start();
    //! Gives it up. A Stop or Start of a push goes on under its own service; only the waiting for it ends.
    void cancel();

Q_SIGNALS:
    void phaseChanged(Service::ExplorerPhase phase, int attempt);
    void finished(const Service::ExplorerResult &result);

private:
    void begin(const Core::Result<Core::Credential> &credential);
    [[nodiscard]] std::optional<Core::Error> refusal(const std::optional<Core::Account> &account) const;
    void stopPush();
    void startPush();
    void watchLog();
    void send(const Core::Account &account, const Core::Credential &credential);
    void onAnswered(const Api::ApiAnswer &answer, int attempts, bool mayHaveArrivedBefore, qint64 callId);
    void enter(ExplorerPhase phase, int attempt = 0);
    void finish();
    void fail(const Core::Error &error);

    const ExplorerTools m_tools;
    const Explorer::Catalogue &m_catalogue;
    const Explorer::Action &m_action;
    const ExplorerRequest m_request;
    ExplorerResult m_result;
    Core::TaskKey m_about; //!< what the parameters name
    QPointer<DispatchedCall> m_call;
    qint64 m_startId = 0;
    qint64 m_exchangeId = 0;
    qint64 m_startedAtMs = 0;
    bool m_isDelegated = false; //!< a service of its own carries it out
    bool m_isCanceled = false;
    bool m_isFinished = false;
};

//! The values of sensitive fields, at any depth.
[[nodiscard]] QList<Core::SecretText> secretsIn(const Explorer::Catalogue &catalogue,
                                                const QList<Explorer::Field> &fields,
                                                const QJsonObject &values);
//! The request of an action, with what its parameters are about.
[[nodiscard]] Api::ApiRequest requestOf(const Explorer::Action &action, const QJsonObject &values);

} // namespace Service

Q_DECLARE_METATYPE(Service::ExplorerResult)
