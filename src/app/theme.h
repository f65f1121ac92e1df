// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/settings.h"
#include "gui/desktopscheme.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace App {

//! Style and palette of all windows: the desktop's own, or ours in light or dark. Where the desktop wants
//! dark windows and the toolkit does not know it, ours stand in for its own.
class Theme : public QObject
{
    Q_OBJECT
public:
    //! Applies the one of `settings`, and each that is chosen later. After the QApplication, before windows.
    explicit Theme(const Config::Settings &settings, QObject *parent = nullptr);

    //! From now on the desktop is asked whether it wants dark windows, as long as the settings leave it to
    //! the desktop. `makeScheme` is called when they do; may answer null.
    void followDesktop(std::function<std::unique_ptr<Gui::DesktopScheme>()> makeScheme);

private:
    void use(Config::Theme theme);
    void useSystem();
    void useOurs(Config::Theme theme);
    void useDesktops();

    QString m_desktopStyle;
    Config::Theme m_theme = Config::Theme::System;
    std::function<std::unique_ptr<Gui::DesktopScheme>()> m_makeScheme; //!< empty until it may be asked
    std::unique_ptr<Gui::DesktopScheme> m_scheme;
    bool m_isDarkWanted = false; //!< by the desktop
    bool m_isOurs = false;
};

} // namespace App
