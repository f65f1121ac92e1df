// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/applicationquery.h"

#include "api/taskapi.h"
#include "service/dispatcher.h"

namespace Service {

ApplicationQuery::ApplicationQuery(Dispatcher &dispatcher, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
{
}

void ApplicationQuery::start(const Core::Account &account, const Core::Credential &credential)
{
    cancel();
    Order order;
    order.request = Api::makeApplicationInfos();
    order.account = account;
    order.credential = credential;
    order.priority = Api::Priority::Operator;
    order.isRepeated = false; // the operator is waiting, and wants to see the first answer
    DispatchedCall *const call = m_dispatcher.send(order, this);
    m_pending = call;
    connect(call, &DispatchedCall::finished, this, [this, call](const Api::ApiAnswer &answer) {
        if (m_pending != call) {
            return;
        }
        m_pending = nullptr;
        Q_EMIT finished(answer.response.and_then(&Api::parseApplicationsReply)
                            .map([](const Api::ApplicationsReply &reply) {
                                QList<FoundApplication> found;
                                for (const Api::Application &application : reply.applications) {
                                    found.append({application.sdkAppId, application.name});
                                }
                                return found;
                            }));
    });
}

void ApplicationQuery::cancel()
{
    delete m_pending;
    m_pending = nullptr;
}

} // namespace Service
