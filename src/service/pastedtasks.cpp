// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pastedtasks.h"

#include "service/csvreader.h"
#include "service/findings.h"
#include "service/taskcsv.h"
#include "service/taskjson.h"
#include "service/tasklink.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

//! A value that a line names: `name=value`, `--name value`, `name: "value"`.
struct NamedValue
{
    QString text; //!< empty if there is none
    bool isCertain = false; //!< not just two words: there is a sign between, or a dash in front
};

[[nodiscard]] QRegularExpression namedValuePattern(QLatin1StringView name)
{
    return QRegularExpression(QString(u"(?:^|([?&\\s\"';,{-]))"_s + name
                                      + u"[\"']?(?:\\s*+([=:])\\s*+|\\s++)[\"']?([^&\\s\"',<>{}]++)"_s),
                              QRegularExpression::CaseInsensitiveOption);
}

[[nodiscard]] NamedValue namedValue(const QString &line, const QRegularExpression &pattern)
{
    const QRegularExpressionMatch match = pattern.match(line);
    QString text = match.captured(3);
    if (text.contains(u'%')) {
        text = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    }
    return {text, !match.captured(2).isEmpty() || match.captured(1) == u'-'};
}

[[nodiscard]] NamedValue namedTaskId(const QString &line)
{
    static const QRegularExpression pattern = namedValuePattern("TaskId"_L1);
    return namedValue(line, pattern);
}

[[nodiscard]] TaskContext namedContext(const QString &line, int number)
{
    static const QRegularExpression application = namedValuePattern("SdkAppId"_L1);
    static const QRegularExpression room = namedValuePattern("RoomId"_L1);
    TaskContext context{.roomId = roomOf(namedValue(line, room).text), .line = number};
    if (const auto sdkAppId = Core::SdkAppId::parse(namedValue(line, application).text)) {
        context.sdkAppId = *sdkAppId;
    }
    return context;
}

[[nodiscard]] bool isSdkAppIdToken(const QString &token)
{
    return token.size() >= 8 && token.size() <= 12 && Core::SdkAppId::parse(token).has_value();
}

[[nodiscard]] bool isDigits(const QString &token)
{
    return std::ranges::all_of(token, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! A word that nobody writes by hand: a letter, a digit, eight characters or more, of ASCII.
[[nodiscard]] bool looksLikeId(const QString &token)
{
    static constexpr qsizetype shortest = 8;
    static constexpr QStringView joiners = u"-_.:";
    bool hasLetter = false;
    bool hasDigit = false;
    for (const QChar c : token) {
        const bool isAscii = c.unicode() < 128;
        if (!isAscii || (!c.isLetterOrNumber() && !joiners.contains(c))) {
            return false;
        }
        hasLetter = hasLetter || c.isLetter();
        hasDigit = hasDigit || c.isDigit();
    }
    return hasLetter && hasDigit && token.size() >= shortest;
}

[[nodiscard]] bool hasBlank(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isSpace(); });
}

[[nodiscard]] QStringList cellsOf(const QString &line)
{
    // The separators of Chinese text, and of other tables than CSV, are commas here.
    QString uniform = line;
    for (const QChar separator : {u';', u'\t', u'|', u'\uFF0C', u'\uFF1B', u'\u3001'}) {
        uniform.replace(separator, u',');
    }
    QStringList cells;
    if (const std::optional<CsvRow> row = CsvReader(uniform, u',').next()) {
        for (const QString &field : row->fields) {
            if (const QString cell = bareToken(field); !cell.isEmpty()) {
                cells.append(cell);
            }
        }
    }
    return cells;
}

//! Takes the first cell that looks like an application's number.
[[nodiscard]] std::optional<Core::SdkAppId> takeSdkAppId(QStringList &cells)
{
    const auto found = cells.size() > 1 ? std::ranges::find_if(cells, isSdkAppIdToken) : cells.end();
    if (found == cells.end()) {
        return {};
    }
    const Core::SdkAppId sdkAppId = *Core::SdkAppId::parse(*found);
    cells.erase(found);
    return sdkAppId;
}

//! Words with blanks between: ids only if each of them looks like one.
void readWords(const QString &line, int number, Findings &findings)
{
    QStringList words = line.simplified().split(u' ');
    TaskContext context{.sdkAppId = takeSdkAppId(words), .line = number};
    if (!std::ranges::all_of(words, looksLikeId)) {
        findings.addProblem(PasteRefusal::SeveralWords, number, line);
        return;
    }
    for (const QString &word : std::as_const(words)) {
        findings.addTask(word, context, word);
    }
}

//! A row of a table without a header: several ids, or one with what belongs to it.
void readCells(QStringList cells, const QString &line, int number, Findings &findings)
{
    TaskContext context{.sdkAppId = takeSdkAppId(cells), .line = number};
    const bool hasProse = std::ranges::any_of(cells, hasBlank);
    const auto ids = std::ranges::count_if(cells, looksLikeId);
    if (ids == 1 && cells.size() > 1 && (context.sdkAppId || hasProse)) {
        QString taskId;
        for (const QString &cell : std::as_const(cells)) {
            if (looksLikeId(cell)) {
                taskId = cell;
            } else if (isDigits(cell) && context.roomId == 0) {
                context.roomId = roomOf(cell);
            } else if (context.label.isEmpty()) {
                context.label = cell;
            }
        }
        findings.addTask(taskId, context, line);
        return;
    }
    const bool hasAnyDigit = std::ranges::any_of(cells, [](const QString &cell) {
        return std::ranges::any_of(cell, [](QChar c) { return c.isDigit(); });
    });
    if (hasProse || (!hasAnyDigit && cells.size() > 1)) {
        findings.addProblem(PasteRefusal::SeveralWords, number, line);
        return;
    }
    for (const QString &cell : std::as_const(cells)) {
        findings.addTask(cell, context, cell);
    }
}

void readBareIds(const QString &line, int number, Findings &findings)
{
    static const QRegularExpression bullet(u"^(?:[-*\u2022\u00B7]|[0-9]{1,4}[.)\u3001])\\s+(?=\\S)"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    const QString content = QString(line).remove(bullet);
    const QStringList cells = cellsOf(content);
    if (cells.isEmpty()) {
        findings.addProblem(PasteRefusal::NoTaskId, number, line);
    } else if (cells.size() == 1 && hasBlank(cells.first())) {
        readWords(cells.first(), number, findings);
    } else {
        readCells(cells, content, number, findings);
    }
}

void readLine(const QString &line, int number, bool areBareIdsExpected, Findings &findings)
{
    if (line.isEmpty() || line.startsWith(u'#')) {
        return;
    }
    if (isTaskLink(line)) {
        if (const auto link = parseTaskLink(line)) {
            findings.addTask(link->taskId.toString(), {.sdkAppId = link->sdkAppId, .line = number}, line);
        } else {
            findings.addProblem(PasteRefusal::NoTaskId, number, line);
        }
        return;
    }
    const NamedValue taskId = namedTaskId(line);
    if (!taskId.text.isEmpty() && (taskId.isCertain || looksLikeId(taskId.text))) {
        findings.addTask(taskId.text, namedContext(line, number), line);
        return;
    }
    const bool isCommand = line.contains("://"_L1) || line.startsWith("tccli"_L1)
        || line.startsWith("curl"_L1) || line.startsWith("--"_L1);
    if (isCommand) {
        findings.addProblem(PasteRefusal::NoTaskId, number, line);
    } else if (areBareIdsExpected) {
        readBareIds(line, number, findings);
    }
}

//! Lines of a shell that end in a backslash go on in the next one.
[[nodiscard]] bool takeContinuation(QString &line)
{
    if (!line.endsWith(u'\\')) {
        return false;
    }
    line.chop(1);
    line += u' ';
    return true;
}

void readLines(const TextWithoutJson &text, Findings &findings)
{
    // What stands around JSON is the command that carries it.
    const bool isCarrier = text.hadJson && !findings.isEmpty();
    QString joined;
    int firstNumber = 0;
    int number = 0;
    for (const QStringView part : QStringView(text.rest).split(u'\n')) {
        ++number;
        if (joined.isEmpty()) {
            firstNumber = number;
        }
        joined += part.trimmed();
        if (takeContinuation(joined)) {
            continue;
        }
        const QString line = std::exchange(joined, QString()).trimmed();
        if (!isCarrier || !namedTaskId(line).text.isEmpty()) {
            readLine(line, firstNumber, !text.hadJson, findings);
        }
    }
    if (!joined.isEmpty() && !isCarrier) {
        readLine(joined.trimmed(), firstNumber, !text.hadJson, findings);
    }
}

[[nodiscard]] QString withUniformLines(const QString &text)
{
    QString uniform = text;
    if (uniform.startsWith(QChar::ByteOrderMark)) {
        uniform.remove(0, 1);
    }
    uniform.replace("\r\n"_L1, "\n"_L1);
    for (const QChar end : {QChar(u'\r'), QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator)}) {
        uniform.replace(end, u'\n');
    }
    return uniform;
}

} // namespace

QList<PastedTask> parsePastedTasks(const QString &text)
{
    Findings findings;
    if (text.size() > largestPaste) {
        findings.addProblem(PasteRefusal::TooLarge, 0, text);
        return findings.found();
    }
    const QString uniform = withUniformLines(text);
    const QStringView content = QStringView(uniform).trimmed();
    if (uniform.count(u'\n') + (uniform.endsWith(u'\n') ? 0 : 1) > mostPastedLines) {
        findings.addProblem(PasteRefusal::TooManyLines, 0, text);
        return findings.found();
    }
    if (readTaskTable(uniform, findings)) {
        return findings.found();
    }
    const bool isOnlyJson = content.startsWith(u'{') || content.startsWith(u'[');
    const TextWithoutJson rest = takeJson(uniform, findings);
    if (isOnlyJson && findings.isEmpty()) {
        findings.addProblem(rest.hadJson ? PasteRefusal::NoTaskId : PasteRefusal::BrokenJson, 0, uniform);
        return findings.found();
    }
    readLines(rest, findings);
    return findings.found();
}

} // namespace Service
