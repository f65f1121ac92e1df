// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/settings.h"

#include <QObject>
#include <QString>

namespace App {

//! Style and palette of all windows: the desktop's own, or ours in light or dark.
class Theme : public QObject
{
    Q_OBJECT
public:
    //! Applies the one of `settings`, and each that is chosen later. After the QApplication, before windows.
    explicit Theme(const Config::Settings &settings, QObject *parent = nullptr);

private:
    void use(Config::Theme theme);

    QString m_desktopStyle;
    bool m_isOurs = false;
};

} // namespace App
