// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credential.h"

namespace Core {

QString maskedSecretId(const QString &secretId)
{
    constexpr qsizetype head = 8;
    constexpr qsizetype tail = 4;
    if (secretId.isEmpty()) {
        return {};
    }
    if (secretId.size() < 2 * (head + tail)) {
        return QStringLiteral("…");
    }
    return QString(secretId.left(head) + u'…' + secretId.right(tail));
}

} // namespace Core
