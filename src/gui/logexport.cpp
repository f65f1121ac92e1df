// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logexport.h"

#include "core/journal.h"
#include "text/logsentences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

using Field = std::pair<QString, QJsonValue>;

QString levelWord(Core::LogLevel level)
{
    switch (level) {
    case Core::LogLevel::Info:
        return u"info"_s;
    case Core::LogLevel::Success:
        return u"success"_s;
    case Core::LogLevel::Warning:
        return u"warning"_s;
    case Core::LogLevel::Error:
        return u"error"_s;
    }
    return {};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

//! In the order of the columns.
QList<Field> fieldsOf(const Core::LogEntry &entry)
{
    const bool hasError = entry.error.has_value();
    return {
        {u"time"_s, entry.time.toUTC().toString(Qt::ISODateWithMs)},
        {u"level"_s, levelWord(entry.level)},
        {u"account"_s, orNull(entry.accountName)},
        {u"action"_s, orNull(entry.action)},
        {u"sdkAppId"_s, entry.sdkAppId.isValid() ? QJsonValue(entry.sdkAppId.value) : QJsonValue()},
        {u"taskId"_s, orNull(entry.taskId)},
        {u"outcome"_s, entry.outcome ? QJsonValue(Core::toWord(*entry.outcome)) : QJsonValue()},
        {u"errorCode"_s, hasError ? orNull(Core::codeOf(*entry.error)) : QJsonValue()},
        {u"requestId"_s, orNull(entry.requestId)},
        {u"latencyMs"_s, entry.latencyMs >= 0 ? QJsonValue(entry.latencyMs) : QJsonValue()},
        {u"attempt"_s, entry.attempt > 0 ? QJsonValue(entry.attempt) : QJsonValue()},
        {u"text"_s, Text::sentence(entry)},
        {u"serviceMessage"_s, hasError ? orNull(entry.error->apiMessage) : QJsonValue()},
        {u"detail"_s, hasError ? orNull(entry.error->detail) : QJsonValue()},
    };
}

QString plain(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

//! A text that no spreadsheet runs.
QString guarded(const QJsonValue &value)
{
    static constexpr QStringView startsFormula = u"=+-@\t\r";
    QString text = plain(value);
    if (value.isString() && !text.isEmpty() && startsFormula.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

QByteArray csvField(const QJsonValue &value)
{
    QString text = guarded(value);
    const bool needsQuotes = text.contains(u'"') || text.contains(u',') || text.contains(u'\n')
        || text.contains(u'\r') || text.contains(u'\t') || text.startsWith(u'\'');
    if (needsQuotes)
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text.toUtf8();
}

} // namespace

QByteArray logAsCsv(const QList<Core::LogEntry> &entries)
{
    QByteArray csv("\xef\xbb\xbf");
    QByteArrayList names;
    for (const Field &field : fieldsOf({}))
        names.append(field.first.toUtf8());
    csv += names.join(',') + "\r\n";
    for (const Core::LogEntry &entry : entries) {
        QByteArrayList values;
        for (const Field &field : fieldsOf(entry))
            values.append(csvField(field.second));
        csv += values.join(',') + "\r\n";
    }
    return csv;
}

QByteArray logAsJson(const QList<Core::LogEntry> &entries)
{
    QJsonArray lines;
    for (const Core::LogEntry &entry : entries) {
        QJsonObject line;
        for (const Field &field : fieldsOf(entry))
            line.insert(field.first, field.second);
        lines.append(line);
    }
    return QJsonDocument(lines).toJson(QJsonDocument::Indented);
}

QString logAsText(const QList<Core::LogEntry> &entries)
{
    QStringList lines;
    for (const Core::LogEntry &entry : entries) {
        QStringList cells;
        for (const Field &field : fieldsOf(entry))
            cells.append(guarded(field.second).simplified());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace Gui
