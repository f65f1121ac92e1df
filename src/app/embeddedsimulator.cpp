// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/embeddedsimulator.h"

#include "config/editions.h"
#include "service/accounts.h"
#include "service/taskbook.h"
#include "service/tasksync.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace App {

EmbeddedSimulator::EmbeddedSimulator(const Service::Services &services, const QString &accountId,
                                     const QString &accountName)
    : m_services(services)
    , m_accountId(accountId)
    , m_accountName(accountName)
{
}

Core::Result<QList<Core::TaskKey>> EmbeddedSimulator::start()
{
    if (!m_isStarted) {
        if (const auto started = m_server.start(); !started) {
            return Core::failure(started.error());
        }
        m_isStarted = true;
    }
    const Simulator::ServerAddress &address = m_server.address();
    Core::Account account;
    account.id = m_accountId;
    account.name = m_accountName;
    account.secretId = address.credential.secretId;
    account.endpoint = Config::usualEndpoint(Core::Edition::International);
    account.endpoint.url = address.url;
    std::ranges::transform(address.sdkAppIds, std::back_inserter(account.sdkAppIds),
                           [](qint64 value) { return Core::SdkAppId{value}; });
    m_services.accounts.addTransient(account, address.credential);

    m_services.book.keepInMemory(m_accountId);
    const QList<Core::PushTask> found = tasks();
    m_services.book.add(found);
    QList<Core::TaskKey> keys;
    std::ranges::transform(found, std::back_inserter(keys), &Core::PushTask::key);
    m_services.sync.refresh(keys);
    return keys;
}

QList<Core::PushTask> EmbeddedSimulator::tasks() const
{
    QList<Core::PushTask> tasks;
    const QJsonArray overview = m_server.tasks();
    for (const QJsonValue &item : overview) {
        const QJsonObject object = item.toObject();
        const auto id = Core::TaskId::parse(object.value("taskId"_L1).toString());
        const Core::SdkAppId sdkAppId{object.value("sdkAppId"_L1).toInteger()};
        if (!id || object.value("isBackup"_L1).toBool()
            || !m_server.address().sdkAppIds.contains(sdkAppId.value)) {
            continue;
        }
        Core::PushTask task;
        task.key = {m_accountId, sdkAppId, *id};
        task.roomId = object.value("roomId"_L1).toInteger();
        tasks.append(task);
    }
    return tasks;
}

} // namespace App
