// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/autolock.h"

#include "config/settings.h"
#include "gui/desktoplock.h"
#include "service/keylock.h"

#include <QCoreApplication>

#include <utility>

namespace Gui {

AutoLock::AutoLock(Config::Settings &settings, Service::KeyLock &lock, const Core::Clock &clock,
                   std::function<std::unique_ptr<DesktopLock>()> makeDesktopLock, int lookMs, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_lock(lock)
    , m_idle(clock, lookMs)
    , m_makeDesktopLock(std::move(makeDesktopLock))
{
    connect(&m_settings, &Config::Settings::lockingChanged, this, &AutoLock::applySettings);
    connect(&m_idle, &IdleWatch::idle, this, [this] { wish(Service::LockReason::NoInput); });
    connect(&m_lock, &Service::KeyLock::locked, this, [this] {
        m_isHeldOff = false;
        setDesktopLocked(false); // it had what it wanted
    });
    // Idleness is told again by itself, the lock of the desktop is not.
    connect(&m_lock, &Service::KeyLock::awaitingChanged, this, [this] {
        if (m_isDesktopLocked && !m_lock.isAwaitedByRules())
            wish(Service::LockReason::DesktopLocked);
    });
    applySettings();
}

AutoLock::~AutoLock() = default;

void AutoLock::applySettings()
{
    constexpr int minuteMs = 60'000;
    m_idle.setLimit(m_settings.lockAfterMinutes() * minuteMs);
    if (!m_settings.locksWithDesktop()) {
        m_desktop.reset();
        setDesktopLocked(false);
    } else if (!m_desktop) {
        m_desktop = m_makeDesktopLock();
        if (m_desktop) {
            connect(m_desktop.get(), &DesktopLock::locked, this, [this] {
                setDesktopLocked(true);
                wish(Service::LockReason::DesktopLocked);
            });
            connect(m_desktop.get(), &DesktopLock::unlocked, this, [this] { setDesktopLocked(false); });
        }
    }
}

void AutoLock::setDesktopLocked(bool isLocked)
{
    QCoreApplication *const application = QCoreApplication::instance();
    application->removeEventFilter(this);
    m_isDesktopLocked = isLocked && !m_lock.isLocked();
    if (m_isDesktopLocked)
        application->installEventFilter(this);
}

//! A desktop that only slept says nothing of who is there again; input does.
bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    if (IdleWatch::isInput(*event))
        setDesktopLocked(false);
    return QObject::eventFilter(watched, event);
}

void AutoLock::wish(Service::LockReason reason)
{
    if (m_lock.isLocked())
        return;
    if (!m_lock.isAwaitedByRules() || m_settings.locksDespiteRules())
        m_lock.lock(reason);
    else if (!std::exchange(m_isHeldOff, true))
        Q_EMIT heldOff();
}

} // namespace Gui
