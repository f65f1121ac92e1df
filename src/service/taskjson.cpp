// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

constexpr int deepestNesting = 32;

//! What an object inherits from those around it.
struct JsonContext
{
    TaskContext task;
    int depth = 0;
};

//! The editions and our own exports spell these fields differently: SdkAppId, SdkAppID, sdkAppId.
[[nodiscard]] QString fieldText(const QJsonObject &object, QLatin1StringView name)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.key().compare(name, Qt::CaseInsensitive) == 0) {
            const QJsonValue value = field.value();
            return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
        }
    }
    return {};
}

void walk(const QJsonValue &value, JsonContext context, Findings &findings);

void walkObject(const QJsonObject &object, JsonContext context, Findings &findings)
{
    if (const auto parsed = Core::SdkAppId::parse(fieldText(object, "SdkAppId"_L1))) {
        context.task.sdkAppId = *parsed;
    }
    if (const qint64 room = roomOf(fieldText(object, "RoomId"_L1)); room > 0) {
        context.task.roomId = room;
    }
    const QString taskId = fieldText(object, "TaskId"_L1);
    if (!taskId.isEmpty()) {
        TaskContext task = context.task;
        task.label = fieldText(object, "Label"_L1);
        if (task.label.isEmpty()) {
            task.label = fieldText(object, "Class"_L1);
        }
        findings.addTask(taskId, task, taskId);
    }
    for (const QJsonValue &value : object) {
        walk(value, context, findings);
    }
}

void walk(const QJsonValue &value, JsonContext context, Findings &findings)
{
    if (++context.depth > deepestNesting) {
        return;
    }
    if (value.isObject()) {
        walkObject(value.toObject(), context, findings);
    } else if (value.isArray()) {
        for (const QJsonValue &element : value.toArray()) {
            // A plain list of ids, as a script prints it.
            if (element.isString() && context.depth == 1) {
                findings.addTask(element.toString(), context.task, element.toString());
            } else {
                walk(element, context, findings);
            }
        }
    } else if (value.isString() && value.toString().startsWith(u'{')) {
        walk(QJsonDocument::fromJson(value.toString().toUtf8()).object(), context, findings); // Backup texts
    }
}

//! The end (exclusive) of the bracketed text that begins at `begin`, or -1 if it does not end.
[[nodiscard]] qsizetype bracketEnd(QStringView text, qsizetype begin)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = begin; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isInString) {
            if (c == u'\\') {
                ++i;
            } else if (c == u'"') {
                isInString = false;
            }
        } else if (c == u'"') {
            isInString = true;
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if ((c == u'}' || c == u']') && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

} // namespace

TextWithoutJson takeJson(const QString &text, Findings &findings)
{
    TextWithoutJson taken;
    qsizetype position = 0;
    qsizetype wasted = 0;
    while (position < text.size()) {
        const auto begin =
            std::find_if(text.begin() + position, text.end(), [](QChar c) { return c == u'{' || c == u'['; });
        const qsizetype bracket = begin - text.begin();
        taken.rest += QStringView(text).sliced(position, bracket - position);
        position = bracket;
        if (position == text.size()) {
            break;
        }
        const qsizetype end = bracketEnd(text, position);
        // If this does not end, nothing that follows is JSON either. Brackets that are none are looked into
        // one by one, but not so long that it becomes quadratic.
        if (end < 0 || wasted > 4 * text.size()) {
            break;
        }
        const QString fragment = text.sliced(position, end - position);
        const QJsonDocument document = QJsonDocument::fromJson(fragment.toUtf8());
        if (document.isNull()) {
            wasted += fragment.size();
            taken.rest += text.at(position);
            ++position;
            continue;
        }
        walk(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {}, findings);
        taken.hadJson = true;
        taken.rest += QString(fragment.count(u'\n'), u'\n');
        position = end;
    }
    taken.rest += QStringView(text).sliced(position);
    return taken;
}

} // namespace Service
