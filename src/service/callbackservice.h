// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushcallback.h"
#include "core/pushtask.h"
#include "core/result.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace Api {
struct ApiRequest;
}

namespace Service {

class Accounts;
class Dispatcher;

//! Reads and sets where the service reports an application's events. A change is an intent in the journal
//! before it leaves. UI thread.
class CallbackService : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Callback = std::function<void(Core::Result<T>)>;

    CallbackService(Accounts &accounts, Dispatcher &dispatcher, QObject *parent = nullptr);

    //! `done` never comes before the call returned, nor after `context` died.
    void read(const QString &accountId, Core::SdkAppId sdkAppId, QObject *context,
              Callback<Core::PushCallback> done);
    //! An empty address or key removes it. What isCallbackAddress() or isCallbackKey() refuses is
    //! InvalidInput.
    void setAddress(const QString &accountId, Core::SdkAppId sdkAppId, const QString &address,
                    QObject *context, Callback<void> done);
    void setKey(const QString &accountId, Core::SdkAppId sdkAppId, const Core::SecretText &key,
                QObject *context, Callback<void> done);

private:
    void send(const QString &accountId, const Core::Result<Api::ApiRequest> &request, QObject *context,
              Callback<QJsonObject> done);

    Accounts &m_accounts;
    Dispatcher &m_dispatcher;
};

} // namespace Service
