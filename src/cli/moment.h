// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>

#include <optional>

namespace Cli {

//! A moment as people write it, in UTC: "2026-03-01", "2026-03-01T08:30" (here, or with Z or an offset), or
//! how long ago from `now`: "90m", "3h", "2d", "1w". None: it is nothing of these.
[[nodiscard]] std::optional<QDateTime> momentOf(QStringView text, const QDateTime &now);

} // namespace Cli
