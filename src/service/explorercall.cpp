// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/explorercall.h"

#include "core/clock.h"
#include "core/logstore.h"
#include "core/starttemplate.h"
#include "explorer/requestcheck.h"
#include "service/accounts.h"
#include "service/startrun.h"
#include "service/startservice.h"
#include "service/stopservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace Service {

using namespace Qt::StringLiterals;

namespace {

constexpr auto stopAction = "StopWhiteboardPush"_L1;

[[nodiscard]] Api::ActionKind kindOf(const Explorer::Action &action)
{
    switch (action.kind) {
    case Explorer::ActionKind::Reads:
        return Api::ActionKind::Read;
    case Explorer::ActionKind::Starts:
        return Api::ActionKind::Start;
    case Explorer::ActionKind::Changes:
    case Explorer::ActionKind::Stops: // of other tasks than pushes, whose way is known to another service
        return Api::ActionKind::Change;
    }
    Q_UNREACHABLE();
}

//! The application and task that the parameters name, as far as they do.
[[nodiscard]] Core::TaskKey keyIn(const QJsonObject &values)
{
    Core::TaskKey key;
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value.key().compare("SdkAppId"_L1, Qt::CaseInsensitive) == 0) {
            key.sdkAppId = Core::SdkAppId{value->toInteger()};
        } else if (value.key().compare("TaskId"_L1, Qt::CaseInsensitive) == 0) {
            key.taskId = Core::TaskId::parse(value->toString()).value_or(Core::TaskId());
        }
    }
    return key;
}

[[nodiscard]] Core::SecretText secretAt(const QJsonObject &values, QLatin1StringView name)
{
    return Core::SecretText::fromString(values.value(name).toString());
}

//! The parameters as the service that starts pushes wants them.
[[nodiscard]] Core::Result<Core::PushStart>
pushStartOf(const Explorer::Catalogue &catalogue, const Explorer::Action &action, const QJsonObject &values)
{
    QJsonObject plain = Explorer::withoutSecrets(catalogue, action.request, values);
    // Texts of others' making: no template may hold a secret in them, a request may.
    QJsonObject board = plain.value("Whiteboard"_L1).toObject();
    const QString initParam = board.take("InitParam"_L1).toString();
    if (plain.contains("Whiteboard"_L1)) {
        plain.insert("Whiteboard"_L1, board);
    }
    const QString extraData = plain.take("ExtraData"_L1).toString();
    auto start = Core::startFromTemplate(QJsonDocument(plain).toJson(QJsonDocument::Compact));
    if (!start) {
        return Core::failure(Core::Error::invalidInput(start.error().field));
    }
    start->whiteboard.initParam = initParam;
    start->extraData = extraData;
    start->pushUserSig = secretAt(values, "PushUserSig"_L1);
    start->privateMapKey = secretAt(values, "PrivateMapKey"_L1);
    if (start->backup) {
        start->backup->pushUserSig = secretAt(values.value("Backup"_L1).toObject(), "PushUserSig"_L1);
    }
    if (start->imAuthParam) {
        start->imAuthParam->userSig = secretAt(values.value("IMAuthParam"_L1).toObject(), "UserSig"_L1);
    }
    if (start->trtcAuthParam) {
        start->trtcAuthParam->userSig = secretAt(values.value("TRTCAuthParam"_L1).toObject(), "UserSig"_L1);
    }
    return *start;
}

} // namespace

QList<Core::SecretText> secretsIn(const Explorer::Catalogue &catalogue, const QList<Explorer::Field> &fields,
                                  const QJsonObject &values)
{
    QList<Core::SecretText> secrets;
    for (const Explorer::Field &field : fields) {
        const QJsonValue value = values.value(field.name);
        if (field.isSensitive) {
            if (!value.toString().isEmpty()) {
                secrets.append(Core::SecretText::fromString(value.toString()));
            }
            continue;
        }
        const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const auto &item : items) {
            if (item.isObject()) {
                secrets += secretsIn(catalogue, catalogue.fieldsOf(field), item.toObject());
            }
        }
    }
    return secrets;
}

Api::ApiRequest requestOf(const Explorer::Action &action, const QJsonObject &values)
{
    return {action.name, values, kindOf(action), keyIn(values)};
}

ExplorerCall::ExplorerCall(const ExplorerTools &tools, const Explorer::Catalogue &catalogue,
                           const Explorer::Action &action, const ExplorerRequest &request, QObject *parent)
    : QObject(parent)
    , m_tools(tools)
    , m_catalogue(catalogue)
    , m_action(action)
    , m_request(request)
    , m_about(keyIn(request.values))
    , m_startedAtMs(tools.clock.monotonicMs())
{
    m_about.accountId = request.accountId;
}

ExplorerCall::~ExplorerCall() = default;

void ExplorerCall::start()
{
    m_tools.accounts.credential(
        m_request.accountId, this,
        [this](const Core::Result<Core::Credential> &credential) { begin(credential); });
}

void ExplorerCall::begin(const Core::Result<Core::Credential> &credential)
{
    if (m_isCanceled) {
        return;
    }
    enter(ExplorerPhase::Preparing);
    const std::optional<Core::Account> account = m_tools.accounts.byId(m_request.accountId);
    if (const std::optional<Core::Error> error = refusal(account)) {
        fail(*error);
    } else if (!credential) {
        fail(credential.error());
    } else if (m_action.name == stopAction) {
        stopPush();
    } else if (m_action.name == Core::startAction) {
        startPush();
    } else {
        send(*account, *credential);
    }
}

std::optional<Core::Error> ExplorerCall::refusal(const std::optional<Core::Account> &account) const
{
    if (!account) {
        return Core::Error::of(Core::ErrorKind::NoCredential, m_request.accountId);
    }
    if (!m_action.existsIn(account->endpoint.edition)) {
        return Core::Error::invalidInput(m_request.action);
    }
    if (account->isReadOnly && m_action.changesSomething()) {
        return Core::Error::of(Core::ErrorKind::ReadOnlyAccount, account->name);
    }
    const QList<Explorer::FieldFault> faults =
        Explorer::checkRequest(m_catalogue, m_action, account->endpoint.edition, m_request.values);
    if (!faults.isEmpty()) {
        return Core::Error::invalidInput(faults.constFirst().path);
    }
    if (m_action.name == stopAction && m_about.taskId.isEmpty()) {
        return Core::Error::invalidInput(u"TaskId"_s);
    }
    return std::nullopt;
}

//! Those services send by themselves; what went over the wire is told by the log.
void ExplorerCall::watchLog()
{
    m_isDelegated = true;
    connect(&m_tools.log, &Core::LogStore::appended, this, [this](const Core::LogEntry &entry) {
        const bool isOurs = entry.topic == Core::LogTopic::Request && entry.action == m_action.name
            && entry.accountId == m_about.accountId && entry.sdkAppId == m_about.sdkAppId
            && (m_about.taskId.isEmpty() || entry.taskId == m_about.taskId.toString());
        if (isOurs) {
            m_exchangeId = entry.exchangeId;
            m_result.attempts = entry.attempt;
        }
    });
}

void ExplorerCall::stopPush()
{
    watchLog();
    connect(&m_tools.stops, &StopService::progressed, this, [this](const StopProgress &progress) {
        if (progress.task != m_about) {
            return;
        }
        if (progress.phase == Core::StopPhase::Sent) {
            enter(ExplorerPhase::Sent, progress.attempt);
        } else if (progress.phase == Core::StopPhase::Accepted) {
            enter(ExplorerPhase::Confirming);
        }
    });
    connect(&m_tools.stops, &StopService::settled, this, [this](const StopResult &result) {
        if (result.task != m_about) {
            return;
        }
        m_result.stopOutcome = result.outcome;
        m_result.error = result.error;
        m_result.requestId = result.requestId;
        m_result.attempts = result.attempts;
        m_result.isUncertain = result.outcome == Core::StopOutcome::Unknown;
        finish();
    });
    // If its Stop is under way already, that one's end is waited for and no second one is sent.
    m_tools.stops.stop({m_about}, {.confirmDeadlineMs = m_request.confirmDeadlineMs});
}

void ExplorerCall::startPush()
{
    const Core::Result<Core::PushStart> start = pushStartOf(m_catalogue, m_action, m_request.values);
    if (!start) {
        fail(start.error());
        return;
    }
    watchLog();
    connect(&m_tools.starts, &StartService::sought, this, [this](qint64 startId) {
        if (startId == m_startId) {
            enter(ExplorerPhase::Seeking);
        }
    });
    connect(&m_tools.starts, &StartService::settled, this, [this](const StartResult &result) {
        if (m_startId == 0 || result.startId != m_startId) {
            return;
        }
        m_result.startOutcome = result.outcome;
        m_result.error = result.error;
        m_result.requestId = result.requestId;
        m_result.startedTaskId = result.task.taskId.toString();
        m_result.isUncertain = result.outcome == Core::StartOutcome::Unknown;
        finish();
    });
    m_startId = m_tools.starts.start(m_request.accountId, *start);
    if (m_startId == 0) {
        fail(Core::Error::invalidInput(u"RoomId: another Start for this room is under way"_s));
        return;
    }
    enter(ExplorerPhase::Sent, 1);
}

void ExplorerCall::send(const Core::Account &account, const Core::Credential &credential)
{
    Order order;
    order.request = requestOf(m_action, m_request.values);
    order.account = account;
    order.credential = credential;
    order.priority = Api::Priority::Operator;
    order.isJournaledAhead = m_action.changesSomething();
    order.isRepeated = m_action.kind != Explorer::ActionKind::Starts;
    order.request.secrets = secretsIn(m_catalogue, m_action.request, m_request.values);
    m_call = m_tools.dispatcher.send(order, this);
    connect(m_call, &DispatchedCall::waiting, this, [this] { enter(ExplorerPhase::Waiting); });
    connect(m_call, &DispatchedCall::leaving, this,
            [this](int attempt) { enter(ExplorerPhase::Sent, attempt); });
    connect(m_call, &DispatchedCall::repeating, this,
            [this](int attempt) { enter(ExplorerPhase::Repeating, attempt); });
    connect(
        m_call, &DispatchedCall::finished, this,
        [this, call = m_call.get()](const Api::ApiAnswer &answer, int attempts, bool mayHaveArrivedBefore) {
            onAnswered(answer, attempts, mayHaveArrivedBefore, call->callId());
        });
}

void ExplorerCall::onAnswered(const Api::ApiAnswer &answer, int attempts, bool mayHaveArrivedBefore,
                              qint64 callId)
{
    m_result.attempts = attempts;
    m_result.requestId = answer.requestId;
    if (const QList<Core::WireExchange> exchanges = m_tools.dispatcher.exchanges().ofCall(callId);
        !exchanges.isEmpty()) {
        m_exchangeId = exchanges.constLast().id;
    }
    if (answer.response) {
        finish();
        return;
    }
    const Core::Error &error = answer.response.error();
    m_result.isUncertain = m_action.changesSomething() && (mayHaveArrivedBefore || mayHaveStarted(error));
    fail(error);
}

void ExplorerCall::cancel()
{
    if (m_isFinished || m_isCanceled) {
        return;
    }
    if (m_call) {
        m_call->cancel(); // reports Canceled through onAnswered()
        return;
    }
    m_isCanceled = true;
    m_result.goesOn = m_isDelegated;
    QTimer::singleShot(0, this, [this] { fail(Core::Error::of(Core::ErrorKind::Canceled)); });
}

void ExplorerCall::enter(ExplorerPhase phase, int attempt)
{
    if (!m_isFinished) {
        Q_EMIT phaseChanged(phase, attempt);
    }
}

void ExplorerCall::fail(const Core::Error &error)
{
    m_result.error = error;
    finish();
}

void ExplorerCall::finish()
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_result.elapsedMs = m_tools.clock.monotonicMs() - m_startedAtMs;
    m_result.exchange = m_tools.dispatcher.exchanges().byId(m_exchangeId);
    if (m_result.requestId.isEmpty() && m_result.exchange) {
        m_result.requestId = m_result.exchange->requestId;
    }
    Q_EMIT finished(m_result);
    deleteLater();
}

} // namespace Service
