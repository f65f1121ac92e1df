// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Config {

//! To be called before anything else reads the file. One that is damaged (a line that is none, zeros as a
//! power cut leaves them) is copied as it is to a name with the time (UTC) in it that nothing has yet, and
//! written anew with what could be read of it. Answers the copy's path; none where the file is whole, is not
//! there, or cannot be copied, in which case it is left alone.
[[nodiscard]] std::optional<QString> keepDamagedSettings(const QString &fileName);

} // namespace Config
