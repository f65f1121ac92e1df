// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "service/services.h"

#include <QObject>
#include <QTimer>

namespace Core {
struct Error;
}

namespace Service {

enum class LockReason { Operator, NoInput, DesktopLocked };

//! Drops the keys from memory and asks for them again. What is under way at that time (Stops up to their
//! confirmation, Starts, the look at open intents, changes) took its key before and is followed to its end;
//! what only asks is given up, and nothing new gets a key. Rules and planned stops get none either: their
//! stops fail and are announced again. Stops that wait for a new token go on waiting: the key of an expired
//! token is worth nothing. UI thread.
class KeyLock : public QObject
{
    Q_OBJECT
public:
    explicit KeyLock(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const;
    //! Whether the last key is gone.
    [[nodiscard]] bool isEmptied() const { return m_isEmptied; }
    //! What still needs a key: Stops, Starts, changes and questions about them, their requests, and accounts
    //! that are being saved. 0 where there is nothing; else no exact number.
    [[nodiscard]] qsizetype errands() const;
    //! A rule or a plan may want to stop something.
    [[nodiscard]] bool isAwaitedByRules() const;

    void lock(LockReason reason);
    //! Reads every account's key again; keyMissing() for each that must be entered anew.
    void unlock();

Q_SIGNALS:
    void locked(Service::LockReason reason);
    //! Nothing under way needs a key any more: what was made of keys is to go too (the day's signing keys,
    //! open connections, the proxy's password). Said again as long as it is locked, since a request that was
    //! waiting for its turn makes some anew.
    void emptying();
    //! The first emptying() of this lock is over.
    void emptied();
    void unlocked();
    void keyMissing(const Core::Account &account, const Core::Error &error);
    //! isAwaitedByRules() may be another now. Said from the event loop.
    void awaitingChanged();

private:
    void sweep();

    const Services m_services;
    QTimer m_sweep;
    bool m_isEmptied = false;
};

} // namespace Service
