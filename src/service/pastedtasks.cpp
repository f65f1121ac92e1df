// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pastedtasks.h"

#include "core/jsonread.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

constexpr qsizetype longestText = 1024 * 1024;
constexpr qsizetype longestSource = 200;
constexpr int deepestNesting = 32;

//! Collects what is found, in order, each task once.
class Findings
{
public:
    void addTask(const QString &taskId, std::optional<Core::SdkAppId> sdkAppId, qint64 roomId,
                 const QString &source)
    {
        const auto parsed = Core::TaskId::parse(taskId);
        if (!parsed) {
            addProblem(parsed.error().detail, source);
            return;
        }
        const QString identity =
            QString(QString::number(sdkAppId.value_or(Core::SdkAppId()).value) + u'/' + parsed->toString());
        if (m_seen.contains(identity)) {
            return;
        }
        m_seen.insert(identity);
        m_found.append(PastedTask{*parsed, sdkAppId, roomId, Core::plainText(source, longestSource), {}});
    }

    void addProblem(const QString &problem, const QString &source)
    {
        m_found.append(PastedTask{std::nullopt, std::nullopt, 0, Core::plainText(source, longestSource),
                                  Core::plainText(problem, longestSource)});
    }

    [[nodiscard]] bool isEmpty() const { return m_found.isEmpty(); }
    [[nodiscard]] const QList<PastedTask> &found() const { return m_found; }

private:
    QList<PastedTask> m_found;
    QSet<QString> m_seen;
};

//! What an object inherits from those around it.
struct JsonContext
{
    std::optional<Core::SdkAppId> sdkAppId;
    qint64 roomId = 0;
    int depth = 0;
};

void walk(const QJsonValue &value, JsonContext context, Findings &findings);

//! The editions spell these fields differently: SdkAppId and SdkAppID, TaskId and TaskID.
[[nodiscard]] QJsonValue eitherSpelling(const QJsonObject &object, QLatin1StringView one,
                                        QLatin1StringView other)
{
    const QJsonValue value = object.value(one);
    return value.isUndefined() ? object.value(other) : value;
}

void walkObject(const QJsonObject &object, JsonContext context, Findings &findings)
{
    const QJsonValue sdkAppId = eitherSpelling(object, "SdkAppId"_L1, "SdkAppID"_L1);
    const QString sdkAppIdText =
        sdkAppId.isString() ? sdkAppId.toString() : QString::number(sdkAppId.toInteger());
    if (const auto parsed = Core::SdkAppId::parse(sdkAppIdText)) {
        context.sdkAppId = *parsed;
    }
    if (const auto room = Core::readInteger(object, "RoomId"_L1); room && *room > 0) {
        context.roomId = *room;
    } else if (const auto roomUpper = Core::readInteger(object, "RoomID"_L1); roomUpper && *roomUpper > 0) {
        context.roomId = *roomUpper;
    }
    const QJsonValue taskId = eitherSpelling(object, "TaskId"_L1, "TaskID"_L1);
    if (taskId.isString()) {
        findings.addTask(taskId.toString(), context.sdkAppId, context.roomId, taskId.toString());
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
                findings.addTask(element.toString(), context.sdkAppId, context.roomId, element.toString());
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

//! Takes every JSON object or array out of `text`, looks for tasks in it, and returns the rest.
[[nodiscard]] QString takeJson(const QString &text, Findings &findings)
{
    QString rest;
    qsizetype position = 0;
    while (position < text.size()) {
        const QChar c = text.at(position);
        if (c == u'{' || c == u'[') {
            const qsizetype end = bracketEnd(text, position);
            if (end < 0) {
                break; // whatever follows is not JSON either; scanning on would be quadratic
            }
            const QString fragment = text.mid(position, end - position);
            const QJsonDocument document = QJsonDocument::fromJson(fragment.toUtf8());
            if (!document.isNull()) {
                walk(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {},
                     findings);
                position = end;
                continue;
            }
        }
        rest += c;
        ++position;
    }
    rest += text.mid(position);
    return rest;
}

[[nodiscard]] QString decoded(const QString &value)
{
    return value.contains(u'%') ? QString::fromUtf8(QByteArray::fromPercentEncoding(value.toUtf8())) : value;
}

//! The value of `name=value`, `--name value`, `name: "value"` in a line; empty if there is none.
[[nodiscard]] QString namedValue(const QString &line, QLatin1StringView name)
{
    const QRegularExpression pattern(
        QString(u"(?:^|[?&\\s\"';,{-])"_s + name + u"[\"']?\\s*[=:\\s]\\s*[\"']?([^&\\s\"',<>{}]+)"_s),
        QRegularExpression::CaseInsensitiveOption);
    return decoded(pattern.match(line).captured(1));
}

[[nodiscard]] bool isSdkAppIdToken(const QString &token)
{
    return token.size() >= 8 && token.size() <= 12 && Core::SdkAppId::parse(token).has_value();
}

void readBareIds(const QString &line, Findings &findings)
{
    static const QRegularExpression separators(u"[\\s,;|]+"_s);
    QStringList tokens = line.split(separators, Qt::SkipEmptyParts);
    std::optional<Core::SdkAppId> sdkAppId;
    if (tokens.size() > 1) {
        // A row of a table: the application stands beside the task.
        const auto found = std::ranges::find_if(tokens, isSdkAppIdToken);
        if (found != tokens.end()) {
            sdkAppId = *Core::SdkAppId::parse(*found);
            tokens.erase(found);
        }
    }
    for (QString token : std::as_const(tokens)) {
        token.remove(u'"').remove(u'\'');
        if (!token.isEmpty()) {
            findings.addTask(token, sdkAppId, 0, token);
        }
    }
}

void readLine(const QString &line, bool areBareIdsExpected, Findings &findings)
{
    const QString trimmed = line.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(u'#')) {
        return;
    }
    const QString taskId = namedValue(trimmed, "TaskId"_L1);
    if (!taskId.isEmpty()) {
        const auto sdkAppId = Core::SdkAppId::parse(namedValue(trimmed, "SdkAppId"_L1));
        const qint64 room = namedValue(trimmed, "RoomId"_L1).toLongLong();
        findings.addTask(taskId, sdkAppId ? std::optional(*sdkAppId) : std::nullopt, qMax<qint64>(0, room),
                         trimmed);
        return;
    }
    const bool isCommand = trimmed.contains("://"_L1) || trimmed.startsWith("tccli"_L1)
        || trimmed.startsWith("curl"_L1) || trimmed.startsWith("--"_L1);
    if (isCommand) {
        findings.addProblem(u"TaskId: not found in this command or URL"_s, trimmed);
    } else if (areBareIdsExpected) {
        readBareIds(trimmed, findings);
    }
}

} // namespace

QList<PastedTask> parsePastedTasks(const QString &text)
{
    Findings findings;
    if (text.size() > longestText) {
        findings.addProblem(u"text: larger than 1 MiB"_s, text.left(longestSource));
        return findings.found();
    }
    static const QRegularExpression continuedLine(u"\\\\\\s*\\n"_s);
    QString joined = text;
    joined.remove(QChar::ByteOrderMark);
    joined.replace("\r\n"_L1, "\n"_L1);
    const bool isOnlyJson = joined.trimmed().startsWith(u'{') || joined.trimmed().startsWith(u'[');
    joined.replace(continuedLine, u" "_s);
    const QString rest = takeJson(joined, findings);
    const bool hadJson = rest.size() != joined.size();
    if (isOnlyJson && findings.isEmpty()) {
        findings.addProblem(u"JSON: not complete, or without a TaskId"_s, joined);
        return findings.found();
    }
    const bool hadTasksInJson = hadJson && !findings.isEmpty();
    for (const QString &line : rest.split(u'\n')) {
        if (hadTasksInJson) {
            // What stands around JSON is the command that carries it.
            const QString taskId = namedValue(line, "TaskId"_L1);
            if (taskId.isEmpty()) {
                continue;
            }
        }
        readLine(line, !hadJson, findings);
    }
    return findings.found();
}

} // namespace Service
