// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pushcallback.h"

#include <QUrl>

namespace Core {

using namespace Qt::StringLiterals;

bool isCallbackAddress(const QString &address)
{
    if (address.isEmpty()) {
        return true;
    }
    const bool hasScheme = address.startsWith("http://"_L1) || address.startsWith("https://"_L1);
    return hasScheme && !QUrl(address, QUrl::StrictMode).host().isEmpty();
}

bool isCallbackKey(const QString &key)
{
    return key.size() <= longestCallbackKey;
}

} // namespace Core
