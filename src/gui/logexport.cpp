// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logexport.h"

#include "core/journal.h"
#include "text/logsentences.h"
#include "text/recordwriter.h"

#include <QBuffer>
#include <QJsonValue>

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

//! In the order of the columns.
QList<Field> fieldsOf(const Core::LogEntry &entry)
{
    const bool hasError = entry.error.has_value();
    return {
        {u"time"_s, Text::timeOrNull(entry.time)},
        {u"level"_s, levelWord(entry.level)},
        {u"account"_s, Text::textOrNull(entry.accountName)},
        {u"action"_s, Text::textOrNull(entry.action)},
        {u"sdkAppId"_s, entry.sdkAppId.isValid() ? QJsonValue(entry.sdkAppId.value) : QJsonValue()},
        {u"taskId"_s, Text::textOrNull(entry.taskId)},
        {u"outcome"_s, entry.outcome ? QJsonValue(Core::toWord(*entry.outcome)) : QJsonValue()},
        {u"errorCode"_s, hasError ? Text::textOrNull(Core::codeOf(*entry.error)) : QJsonValue()},
        {u"requestId"_s, Text::textOrNull(entry.requestId)},
        {u"latencyMs"_s, Text::numberOrNull(entry.latencyMs)},
        {u"attempt"_s, Text::numberOrNull(entry.attempt, 1)},
        {u"text"_s, Text::sentence(entry)},
        {u"serviceMessage"_s, hasError ? Text::textOrNull(entry.error->apiMessage) : QJsonValue()},
        {u"detail"_s, hasError ? Text::textOrNull(entry.error->detail) : QJsonValue()},
    };
}

QByteArray logAs(Text::RecordFormat format, const QList<Core::LogEntry> &entries)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QStringList names;
    for (const Field &field : fieldsOf({}))
        names.append(field.first);
    Text::RecordWriter writer(buffer, format, names);
    for (const Core::LogEntry &entry : entries) {
        QList<QJsonValue> values;
        for (const Field &field : fieldsOf(entry))
            values.append(field.second);
        writer.write(values);
    }
    static_cast<void>(writer.finish()); // memory takes everything
    return buffer.data();
}

} // namespace

QByteArray logAsCsv(const QList<Core::LogEntry> &entries)
{
    return logAs(Text::RecordFormat::Csv, entries);
}

QByteArray logAsJson(const QList<Core::LogEntry> &entries)
{
    return logAs(Text::RecordFormat::Json, entries);
}

QString logAsText(const QList<Core::LogEntry> &entries)
{
    QStringList lines;
    for (const Core::LogEntry &entry : entries) {
        QStringList cells;
        for (const Field &field : fieldsOf(entry))
            cells.append(Text::guarded(field.second).simplified());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace Gui
