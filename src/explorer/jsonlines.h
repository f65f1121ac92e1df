// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Explorer {

//! In which line (from 1) of a JSON text the value of each path begins, with the paths of FieldFault:
//! "Backup.PushUserId", "Configs[0].TaskType". For text that is valid JSON; of other text as far as it can be
//! followed. Paths of more than 1000 characters are left out.
[[nodiscard]] QHash<QString, int> linesOf(const QString &json);

} // namespace Explorer
