// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace Gui {

//! Tells when the desktop was locked, or is about to sleep, and when it was unlocked.
class DesktopLock : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void locked();
    //! Somebody is there again. Waking up alone does not say so.
    void unlocked();
};

//! That of this desktop; null where there is nobody to ask.
[[nodiscard]] std::unique_ptr<DesktopLock> desktopLock();

} // namespace Gui
