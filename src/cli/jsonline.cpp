// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonline.h"

#include "core/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Cli {

namespace {

// Only documents can be written, so the value travels in an array whose brackets are taken off again.
[[nodiscard]] QByteArray written(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return Core::escapedJson(array.mid(1, array.size() - 2));
}

} // namespace

JsonLine &JsonLine::add(QLatin1StringView name, const QJsonValue &value)
{
    if (m_fields.size() > 1) {
        m_fields += ',';
    }
    m_fields += written(QString(name)) + ':' + written(value);
    return *this;
}

JsonLine &JsonLine::addText(QLatin1StringView name, const QString &text)
{
    return add(name, text.isEmpty() ? QJsonValue() : QJsonValue(text));
}

JsonLine &JsonLine::addTime(QLatin1StringView name, const QDateTime &time)
{
    return addText(name, time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString());
}

JsonLine &JsonLine::addNumber(QLatin1StringView name, qint64 value, qint64 smallest)
{
    return add(name, value < smallest ? QJsonValue() : QJsonValue(value));
}

} // namespace Cli
