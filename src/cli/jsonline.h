// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QLatin1StringView>

namespace Cli {

//! One JSON object on one line, with its fields in the order in which they were added. What a terminal would
//! obey is escaped.
class JsonLine
{
public:
    JsonLine &add(QLatin1StringView name, const QJsonValue &value);
    //! Empty text is null.
    JsonLine &addText(QLatin1StringView name, const QString &text);
    //! ISO 8601 in UTC with milliseconds; null if invalid.
    JsonLine &addTime(QLatin1StringView name, const QDateTime &time);
    //! Null if `value` is below `smallest`.
    JsonLine &addNumber(QLatin1StringView name, qint64 value, qint64 smallest = 0);
    //! UTF-8, with braces, without a line end.
    [[nodiscard]] QByteArray toUtf8() const { return m_fields + '}'; }

private:
    QByteArray m_fields = "{";
};

} // namespace Cli
