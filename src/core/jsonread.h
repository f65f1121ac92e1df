// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>

namespace Core {

//! Reading fields of an answer. Absent and null are the fallback; a wrong type is a WrongShape error that
//! names the field. An integer that arrives as decimal text is accepted.
[[nodiscard]] Result<qint64> readInteger(const QJsonObject &object, QLatin1StringView field,
                                         qint64 fallback = 0);
[[nodiscard]] Result<QString> readString(const QJsonObject &object, QLatin1StringView field,
                                         const QString &fallback = {});
[[nodiscard]] Result<QJsonArray> readArray(const QJsonObject &object, QLatin1StringView field);
[[nodiscard]] Result<QJsonObject> readObject(const QJsonObject &object, QLatin1StringView field);

} // namespace Core
