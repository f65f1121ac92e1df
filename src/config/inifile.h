// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>

namespace Config {

//! The bytes of an INI file as QSettings::IniFormat has them, for what settings hold: texts, numbers, truth
//! values, bytes and lists of texts. Pure.
[[nodiscard]] QByteArray toIni(const QSettings::SettingsMap &values);
//! What QSettings::IniFormat would read from such bytes, also where somebody wrote them by hand. A line that
//! is none is passed over: keepDamagedSettings() is what looks for those. Pure.
[[nodiscard]] QSettings::SettingsMap fromIni(const QByteArray &bytes);

} // namespace Config
