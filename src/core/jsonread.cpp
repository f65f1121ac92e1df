// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonread.h"

#include <QJsonArray>
#include <QJsonValue>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

[[nodiscard]] tl::unexpected<Error> wrongType(QLatin1StringView field, QLatin1StringView expected)
{
    Error error = Error::of(ErrorKind::WrongShape, QString(field + ": not "_L1 + expected));
    error.delivery = Delivery::Answered;
    return failure(std::move(error));
}

[[nodiscard]] bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

} // namespace

Result<qint64> readInteger(const QJsonObject &object, QLatin1StringView field, qint64 fallback)
{
    const QJsonValue value = object.value(field);
    if (isAbsent(value)) {
        return fallback;
    }
    if (value.isDouble()) {
        // QJsonValue keeps integers exactly; toInteger() answers the default where the number has a fraction.
        constexpr qint64 marker = std::numeric_limits<qint64>::min();
        const qint64 number = value.toInteger(marker);
        if (number != marker) {
            return number;
        }
    } else if (value.isString()) {
        bool isNumber = false;
        const qint64 number = value.toString().toLongLong(&isNumber);
        if (isNumber) {
            return number;
        }
    }
    return wrongType(field, "an integer"_L1);
}

Result<QString> readString(const QJsonObject &object, QLatin1StringView field, const QString &fallback)
{
    const QJsonValue value = object.value(field);
    if (isAbsent(value)) {
        return fallback;
    }
    if (!value.isString()) {
        return wrongType(field, "a string"_L1);
    }
    return value.toString();
}

Result<QJsonArray> readArray(const QJsonObject &object, QLatin1StringView field)
{
    const QJsonValue value = object.value(field);
    if (isAbsent(value)) {
        return QJsonArray();
    }
    if (!value.isArray()) {
        return wrongType(field, "an array"_L1);
    }
    return value.toArray();
}

Result<QJsonObject> readObject(const QJsonObject &object, QLatin1StringView field)
{
    const QJsonValue value = object.value(field);
    if (isAbsent(value)) {
        return QJsonObject();
    }
    if (!value.isObject()) {
        return wrongType(field, "an object"_L1);
    }
    return value.toObject();
}

} // namespace Core
