// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QMetaEnum>

namespace Core {

bool Error::isApiCode(QStringView code) const
{
    if (!apiCode.startsWith(code)) {
        return false;
    }
    return apiCode.size() == code.size() || apiCode.at(code.size()) == u'.';
}

Error Error::of(ErrorKind kind, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    return error;
}

Error Error::invalidInput(const QString &detail)
{
    return of(ErrorKind::InvalidInput, detail);
}

QString nameOf(ErrorKind kind)
{
    return QString::fromLatin1(QMetaEnum::fromType<ErrorKind>().valueToKey(static_cast<int>(kind)));
}

} // namespace Core
