// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/moment.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr qint64 minute = 60;
constexpr std::array units{std::pair{u'm', minute}, std::pair{u'h', 60 * minute},
                           std::pair{u'd', 24 * 60 * minute}, std::pair{u'w', 7 * 24 * 60 * minute}};

//! Seconds of "3h"; none if it is not written so.
[[nodiscard]] std::optional<qint64> spanOf(QStringView text)
{
    constexpr qint64 longest = 1'000'000;
    for (const auto &[letter, seconds] : units) {
        if (!text.endsWith(letter)) {
            continue;
        }
        bool isNumber = false;
        const qint64 count = text.chopped(1).toLongLong(&isNumber);
        if (isNumber && count >= 0 && count <= longest) {
            return count * seconds;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<QDateTime> momentOf(QStringView text, const QDateTime &now)
{
    if (const auto span = spanOf(text)) {
        return now.toUTC().addSecs(-*span);
    }
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODate);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

} // namespace Cli
