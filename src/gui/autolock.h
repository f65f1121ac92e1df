// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/idlewatch.h"

#include <functional>
#include <memory>

namespace Config {
class Settings;
}
namespace Service {
class KeyLock;
enum class LockReason;
} // namespace Service

namespace Gui {

class DesktopLock;

//! Locks the keys up by itself, as the settings want it: after a time without input, or with the desktop. Not
//! while rules or planned stops are on, unless the settings say so: then as soon as they are over, if nobody
//! has come back until then.
class AutoLock : public QObject
{
    Q_OBJECT
public:
    //! `makeDesktopLock` is called when the settings want it; may answer null. All references outlive this
    //! object.
    AutoLock(Config::Settings &settings, Service::KeyLock &lock, const Core::Clock &clock,
             std::function<std::unique_ptr<DesktopLock>()> makeDesktopLock, int lookMs = 5'000,
             QObject *parent = nullptr);
    ~AutoLock() override;

Q_SIGNALS:
    //! Nothing was locked, because rules or plans need the keys. Said once until there is a reason anew.
    void heldOff();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applySettings();
    void wish(Service::LockReason reason);
    //! The desktop is locked, which is told once.
    void setDesktopLocked(bool isLocked);

    Config::Settings &m_settings;
    Service::KeyLock &m_lock;
    IdleWatch m_idle;
    std::function<std::unique_ptr<DesktopLock>()> m_makeDesktopLock;
    std::unique_ptr<DesktopLock> m_desktop;
    bool m_isHeldOff = false;
    bool m_isDesktopLocked = false;
};

} // namespace Gui
