// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guardrule.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr std::array guardKindWords{
    std::pair{GuardKind::WarnAfter, "warnAfter"_L1},
    std::pair{GuardKind::StopAfter, "stopAfter"_L1},
    std::pair{GuardKind::StopAt, "stopAt"_L1},
};

} // namespace

QString toWord(GuardKind kind)
{
    const auto *const found =
        std::ranges::find(guardKindWords, kind, &std::pair<GuardKind, QLatin1StringView>::first);
    Q_ASSERT(found != guardKindWords.end());
    return found->second;
}

std::optional<GuardKind> guardKindFromWord(QStringView word)
{
    const auto *const found =
        std::ranges::find_if(guardKindWords, [word](const auto &entry) { return word == entry.second; });
    if (found == guardKindWords.end()) {
        return std::nullopt;
    }
    return found->first;
}

} // namespace Core
