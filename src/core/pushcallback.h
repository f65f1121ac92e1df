// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrettext.h"

#include <QString>

namespace Core {

//! Where the service reports the events of an application's tasks, and the key that signs the reports.
struct PushCallback
{
    QString address; //!< empty: none is set
    SecretText key; //!< empty: none is set

    bool operator==(const PushCallback &) const = default;
};

inline constexpr qsizetype longestCallbackKey = 64; //!< characters

//! Empty, which removes it, or beginning with http:// or https:// and naming a host.
[[nodiscard]] bool isCallbackAddress(const QString &address);
//! Empty, which removes it, or up to longestCallbackKey characters.
[[nodiscard]] bool isCallbackKey(const QString &key);

} // namespace Core
