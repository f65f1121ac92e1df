// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/result.h"
#include "service/services.h"
#include "simulator/server.h"

#include <QList>

namespace App {

//! A simulator inside of this process, with an account of this run that reaches it.
class EmbeddedSimulator
{
public:
    //! Its account's id and name, on the services it is to be seen in.
    EmbeddedSimulator(const Service::Services &services, const QString &accountId,
                      const QString &accountName);

    //! Starts it at the first call. Adds the account, tracks its tasks and asks how they are; returns their
    //! keys.
    [[nodiscard]] Core::Result<QList<Core::TaskKey>> start();

private:
    [[nodiscard]] QList<Core::PushTask> tasks() const;

    Service::Services m_services;
    QString m_accountId;
    QString m_accountName;
    Simulator::Server m_server;
    bool m_isStarted = false;
};

} // namespace App
