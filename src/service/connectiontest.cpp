// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/connectiontest.h"

#include "api/taskapi.h"
#include "service/dispatcher.h"

#include <algorithm>

namespace Service {

namespace {

//! The mainland edition has no list of applications: where none is known, a made-up task of a made-up
//! application is asked for, whose refusal proves the key as well.
[[nodiscard]] bool asksForMadeUpIds(const Core::Account &account)
{
    return account.endpoint.edition == Core::Edition::Mainland && account.sdkAppIds.isEmpty();
}

[[nodiscard]] Api::ApiRequest readOnlyRequest(const Core::Account &account)
{
    if (account.endpoint.edition == Core::Edition::International) {
        return Api::makeApplicationInfos();
    }
    if (!asksForMadeUpIds(account)) {
        return Api::makeRunningTasks(account.sdkAppIds.first(), 0, 1);
    }
    const auto noSuchTask = Core::TaskId::parse(u"connection-test-no-such-task");
    return Api::makeDescribe(Core::SdkAppId{1400000000}, *noSuchTask);
}

//! What a good key meets where the ids are made up: the test's own doing, nothing is amiss.
[[nodiscard]] bool isAboutMadeUpIds(const Core::Error &error)
{
    static constexpr QStringView codes[]{
        u"InvalidParameter.TaskNotFound",
        u"InvalidParameter.SdkAppIdNotFound",
        u"UnauthorizedOperation.SdkAppId",
        u"FailedOperation.WhiteboardPush",
    };
    return std::ranges::any_of(codes, [&error](QStringView code) { return error.isApiCode(code); });
}

//! Refusals that come after the signature was found good.
[[nodiscard]] bool provesKey(const Core::Error &error)
{
    static constexpr QStringView prefixes[]{
        u"UnauthorizedOperation", u"AuthFailure.UnauthorizedOperation",
        u"InvalidParameter",      u"ResourceUnavailable",
        u"ResourceNotFound",      u"FailedOperation",
        u"UnsupportedOperation",  u"RequestLimitExceeded",
    };
    return error.kind == Core::ErrorKind::Api
        && std::ranges::any_of(prefixes, [&error](QStringView code) { return error.isApiCode(code); });
}

[[nodiscard]] bool namesMissingRight(const Core::Error &error)
{
    // UnauthorizedOperation.SdkAppId is about the application that was asked for, not about a right.
    return error.isApiCode(u"AuthFailure.UnauthorizedOperation") || error.apiCode == u"UnauthorizedOperation";
}

[[nodiscard]] ConnectionVerdict::Kind kindOf(const Core::Error &error)
{
    if (namesMissingRight(error)) {
        return ConnectionVerdict::Kind::KeyProvenRightMissing;
    }
    if (provesKey(error)) {
        return ConnectionVerdict::Kind::KeyProven;
    }
    return error.kind == Core::ErrorKind::Api ? ConnectionVerdict::Kind::Refused
                                              : ConnectionVerdict::Kind::Unreachable;
}

} // namespace

ConnectionTest::ConnectionTest(Dispatcher &dispatcher, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
{
}

void ConnectionTest::start(const Core::Account &account, const Core::Credential &credential)
{
    cancel();
    Order order;
    order.request = readOnlyRequest(account);
    order.account = account;
    order.credential = credential;
    order.priority = Api::Priority::Operator;
    order.isRepeated = false; // the operator is waiting, and wants to see the first answer
    DispatchedCall *const call = m_dispatcher.send(order, this);
    m_pending = call;
    connect(call, &DispatchedCall::finished, this, [this, call, order](const Api::ApiAnswer &answer) {
        if (m_pending != call) {
            return;
        }
        m_pending = nullptr;
        ConnectionVerdict verdict;
        verdict.action = order.request.action;
        verdict.requestId = answer.requestId;
        verdict.latencyMs = answer.latencyMs;
        verdict.clockOffsetSeconds = m_dispatcher.clockOffsetSeconds(order.account.endpoint);
        if (answer.response
            || (asksForMadeUpIds(order.account) && isAboutMadeUpIds(answer.response.error()))) {
            verdict.kind = ConnectionVerdict::Kind::KeyProven;
        } else {
            verdict.error = answer.response.error();
            verdict.kind = kindOf(*verdict.error);
        }
        Q_EMIT finished(verdict);
    });
}

void ConnectionTest::cancel()
{
    delete m_pending;
    m_pending = nullptr;
}

} // namespace Service
