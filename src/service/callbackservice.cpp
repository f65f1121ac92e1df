// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/callbackservice.h"

#include "api/callbackapi.h"
#include "core/wipe.h"
#include "service/accounts.h"
#include "service/dispatcher.h"

#include <QPointer>

namespace Service {

CallbackService::CallbackService(Accounts &accounts, Dispatcher &dispatcher, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_dispatcher(dispatcher)
{
}

void CallbackService::read(const QString &accountId, Core::SdkAppId sdkAppId, QObject *context,
                           Callback<Core::PushCallback> done)
{
    send(accountId, Api::makeDescribeCallback(sdkAppId), context,
         [done = std::move(done)](const Core::Result<QJsonObject> &response) {
             done(response.and_then(&Api::parseCallbackReply).map([](const Api::CallbackReply &reply) {
                 return Core::PushCallback{reply.address, reply.key};
             }));
         });
}

void CallbackService::setAddress(const QString &accountId, Core::SdkAppId sdkAppId, const QString &address,
                                 QObject *context, Callback<void> done)
{
    const Core::Result<Api::ApiRequest> request = Core::isCallbackAddress(address)
        ? Core::Result<Api::ApiRequest>(Api::makeSetCallback(sdkAppId, address))
        : Core::failure(Core::Error::invalidInput(QStringLiteral("Callback")));
    send(accountId, request, context, [done = std::move(done)](const Core::Result<QJsonObject> &response) {
        done(response.map([](const QJsonObject &) {}));
    });
}

void CallbackService::setKey(const QString &accountId, Core::SdkAppId sdkAppId, const Core::SecretText &key,
                             QObject *context, Callback<void> done)
{
    const Core::Result<Api::ApiRequest> request = Core::isCallbackKey(Core::SecretString(key).text())
        ? Core::Result<Api::ApiRequest>(Api::makeSetCallbackKey(sdkAppId, key))
        : Core::failure(Core::Error::invalidInput(QStringLiteral("CallbackKey")));
    send(accountId, request, context, [done = std::move(done)](const Core::Result<QJsonObject> &response) {
        done(response.map([](const QJsonObject &) {}));
    });
}

void CallbackService::send(const QString &accountId, const Core::Result<Api::ApiRequest> &request,
                           QObject *context, Callback<QJsonObject> done)
{
    // An asker that dies is not told, but what it asked for is done.
    const QPointer<QObject> asker(context);
    const auto deliver = [asker, done = std::move(done)](const Core::Result<QJsonObject> &response) {
        if (asker) {
            done(response);
        }
    };
    m_accounts.credential(
        accountId, this,
        [this, accountId, request, deliver](const Core::Result<Core::Credential> &credential) {
            const std::optional<Core::Account> account = m_accounts.byId(accountId);
            if (!request || !credential || !account) {
                deliver(Core::failure(!request ? request.error()
                                          : credential
                                          ? Core::Error::of(Core::ErrorKind::NoCredential, accountId)
                                          : credential.error()));
                return;
            }
            if (account->isReadOnly && request->kind != Api::ActionKind::Read) {
                deliver(Core::failure(Core::Error::of(Core::ErrorKind::ReadOnlyAccount, account->name)));
                return;
            }
            Order order;
            order.request = *request;
            order.account = *account;
            order.credential = *credential;
            order.priority = Api::Priority::Operator;
            order.isJournaledAhead = request->kind != Api::ActionKind::Read;
            DispatchedCall *const call = m_dispatcher.send(order, this);
            connect(call, &DispatchedCall::finished, this,
                    [deliver](const Api::ApiAnswer &answer) { deliver(answer.response); });
        });
}

} // namespace Service
