// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QMetaEnum>

#include <algorithm>

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

QString codeOf(const Error &error)
{
    if (!error.apiCode.isEmpty()) {
        return error.apiCode;
    }
    if (error.cause == ErrorCause::None) {
        return nameOf(error.kind);
    }
    return nameOf(error.kind) + u'.'
        + QLatin1StringView(QMetaEnum::fromType<ErrorCause>().valueToKey(static_cast<int>(error.cause)));
}

Error errorOfCode(const QString &code)
{
    const QString kindName = code.section(u'.', 0, 0);
    bool isKind = false;
    const int kind = QMetaEnum::fromType<ErrorKind>().keyToValue(kindName.toLatin1().constData(), &isKind);
    Error error = Error::of(isKind ? static_cast<ErrorKind>(kind) : ErrorKind::Api);
    if (code == kindName && isKind) {
        return error;
    }
    bool isCause = false;
    const int cause = QMetaEnum::fromType<ErrorCause>().keyToValue(
        code.sliced(std::min(kindName.size() + 1, code.size())).toLatin1().constData(), &isCause);
    if (isKind && isCause && error.kind != ErrorKind::Api) {
        error.cause = static_cast<ErrorCause>(cause);
        return error;
    }
    error.kind = ErrorKind::Api;
    error.apiCode = code;
    return error;
}

} // namespace Core
