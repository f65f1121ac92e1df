// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keylock.h"

#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/guard.h"
#include "service/recovery.h"
#include "service/startservice.h"
#include "service/stopservice.h"

#include <algorithm>
#include <utility>

namespace Service {

namespace {

constexpr int sweepMs = 1000;

} // namespace

KeyLock::KeyLock(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_sweep.setInterval(sweepMs);
    connect(&m_sweep, &QTimer::timeout, this, &KeyLock::sweep);
    for (const auto change : {&Guard::rulesChanged, &Guard::standingsChanged}) {
        connect(&m_services.guard, change, this, &KeyLock::awaitingChanged, Qt::QueuedConnection);
    }
}

bool KeyLock::isLocked() const
{
    return m_services.accounts.isLocked();
}

qsizetype KeyLock::errands() const
{
    qsizetype count = m_services.stops.underWay() + m_services.starts.underWay();
    const QList<Core::Account> accounts = m_services.accounts.all();
    for (const Core::Account &account : accounts) {
        count -= m_services.stops.waitingForToken(account.id);
    }
    return count + m_services.dispatcher.underWay() + (m_services.recovery.isRunning() ? 1 : 0)
        + (m_services.accounts.isSaving() ? 1 : 0);
}

bool KeyLock::isAwaitedByRules() const
{
    const QList<Core::GuardRule> &rules = m_services.guard.rules();
    return !m_services.guard.scheduledTasks().isEmpty()
        || std::ranges::any_of(rules, &Core::GuardRule::isEnabled);
}

void KeyLock::lock(LockReason reason)
{
    if (isLocked()) {
        return;
    }
    m_isEmptied = false;
    m_services.accounts.lock();
    m_services.dispatcher.setLocked(true);
    Q_EMIT locked(reason);
    m_sweep.start();
    sweep();
}

void KeyLock::sweep()
{
    m_services.accounts.lock(); // what was being saved without a keyring came into memory since
    if (errands() > 0) {
        return;
    }
    Q_EMIT emptying();
    if (!std::exchange(m_isEmptied, true)) {
        Q_EMIT emptied();
    }
}

void KeyLock::unlock()
{
    if (!isLocked()) {
        return;
    }
    m_sweep.stop();
    m_isEmptied = false;
    m_services.dispatcher.setLocked(false);
    m_services.accounts.unlock();
    Q_EMIT unlocked();
    const QList<Core::Account> accounts = m_services.accounts.all();
    for (const Core::Account &account : accounts) {
        m_services.accounts.credential(account.id, this,
                                       [this, account](const Core::Result<Core::Credential> &credential) {
                                           if (!credential && !isLocked()) {
                                               Q_EMIT keyMissing(account, credential.error());
                                           }
                                       });
    }
}

} // namespace Service
