// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/autolock.h"

#include "config/settings.h"
#include "gui/desktoplock.h"
#include "service/keylock.h"

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
    connect(&m_lock, &Service::KeyLock::locked, this, [this] { m_isHeldOff = false; });
    applySettings();
}

AutoLock::~AutoLock() = default;

void AutoLock::applySettings()
{
    constexpr int minuteMs = 60'000;
    m_idle.setLimit(m_settings.lockAfterMinutes() * minuteMs);
    if (!m_settings.locksWithDesktop()) {
        m_desktop.reset();
    } else if (!m_desktop) {
        m_desktop = m_makeDesktopLock();
        if (m_desktop)
            connect(m_desktop.get(), &DesktopLock::locked, this,
                    [this] { wish(Service::LockReason::DesktopLocked); });
    }
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
