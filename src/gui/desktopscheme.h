// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace Gui {

//! Tells whether the desktop wants windows to be dark, where the toolkit itself does not know.
class DesktopScheme : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    //! First when the desktop answered, which may be never, and then whenever it says anew.
    void darkWanted(bool isDark);
};

//! That of this desktop; null where there is nobody to ask.
[[nodiscard]] std::unique_ptr<DesktopScheme> desktopScheme();

} // namespace Gui
