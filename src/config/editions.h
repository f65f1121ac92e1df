// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Config {

//! The hosts offered for an edition, the usual one first: the product's own, then the documented access
//! points, which choose where a request enters and not the region it is for. Any other host can be typed.
[[nodiscard]] QStringList hosts(Core::Edition edition);
//! The regions known for an edition, the usual one first; any other text can be typed.
[[nodiscard]] QStringList regions(Core::Edition edition);
//! First host, first region.
[[nodiscard]] Core::Endpoint usualEndpoint(Core::Edition edition);
//! What an edition is called in files and arguments: "intl", "mainland".
[[nodiscard]] QString toWord(Core::Edition edition);
[[nodiscard]] std::optional<Core::Edition> editionFromWord(QStringView word);

} // namespace Config
