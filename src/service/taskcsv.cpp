// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskcsv.h"

#include "service/csvreader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

//! Where a table has what; -1 where it has none.
struct TableColumns
{
    qsizetype taskId = -1;
    qsizetype sdkAppId = -1;
    qsizetype roomId = -1;
    qsizetype label = -1;

    [[nodiscard]] int count() const
    {
        return (taskId >= 0 ? 1 : 0) + (sdkAppId >= 0 ? 1 : 0) + (roomId >= 0 ? 1 : 0) + (label >= 0 ? 1 : 0);
    }
};

//! "Task ID", "task_id" and "TaskId" are one name.
[[nodiscard]] QString columnName(const QString &field)
{
    QString name = bareToken(field.left(64)).toCaseFolded();
    name.removeIf([](QChar c) { return c.isSpace() || c == u'_' || c == u'-'; });
    return name;
}

[[nodiscard]] TableColumns columnsOf(const QStringList &fields)
{
    static constexpr std::array taskNames{"taskid"_L1, "任务id"_L1, "whiteboardpushtaskid"_L1};
    static constexpr std::array applicationNames{"sdkappid"_L1, "appid"_L1, "application"_L1,
                                                 "applicationid"_L1};
    static constexpr std::array roomNames{"roomid"_L1, "room"_L1};
    static constexpr std::array labelNames{"label"_L1, "class"_L1, "classname"_L1};
    TableColumns columns;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString name = columnName(fields.at(i));
        const auto take = [&name, i](qsizetype &column, const auto &names) {
            if (column < 0 && std::ranges::find(names, name) != names.end()) {
                column = i;
            }
        };
        take(columns.taskId, taskNames);
        take(columns.sdkAppId, applicationNames);
        take(columns.roomId, roomNames);
        take(columns.label, labelNames);
    }
    return columns;
}

void readTableRow(const CsvRow &row, const TableColumns &columns, Findings &findings)
{
    const auto field = [&row](qsizetype column) {
        return column >= 0 && column < row.fields.size() ? row.fields.at(column) : QString();
    };
    const QString source = row.fields.join(u' ');
    if (row.hasOpenQuote) {
        findings.addProblem(PasteRefusal::OpenQuote, row.line, source);
        return;
    }
    if (row.fields.first().startsWith(u'#')) {
        return;
    }
    TaskContext context{.line = row.line};
    const QString application = bareToken(field(columns.sdkAppId));
    if (!application.isEmpty()) {
        const auto sdkAppId = Core::SdkAppId::parse(application);
        if (!sdkAppId) {
            const bool isRounded = isRoundedNumber(application);
            findings.addProblem(isRounded ? PasteRefusal::RoundedNumber : PasteRefusal::NotANumber, row.line,
                                source, application);
            return;
        }
        context.sdkAppId = *sdkAppId;
    }
    context.roomId = roomOf(field(columns.roomId));
    context.label = bareToken(field(columns.label));
    const QString taskId = field(columns.taskId);
    findings.addTask(taskId, context, taskId.isEmpty() ? source : taskId);
}

} // namespace

bool readTaskTable(QStringView text, Findings &findings)
{
    qsizetype begin = 0;
    int skippedLines = 0;
    const auto lineAt = [text](qsizetype position) {
        const qsizetype end = text.indexOf(u'\n', position);
        return text.sliced(position, (end < 0 ? text.size() : end) - position);
    };
    QStringView header = lineAt(0);
    while (begin < text.size()
           && (header.trimmed().isEmpty() || header.trimmed().startsWith(u'#')
               || (header.startsWith("sep="_L1, Qt::CaseInsensitive) && header.size() <= 6))) {
        begin += header.size() + 1;
        ++skippedLines;
        header = begin < text.size() ? lineAt(begin) : QStringView();
    }
    constexpr qsizetype longestHeader = 4096;
    if (header.isEmpty() || header.trimmed().size() > longestHeader) {
        return false;
    }
    QChar separator;
    TableColumns columns;
    for (const QChar candidate : {u',', u';', u'\t', u'|'}) {
        const std::optional<CsvRow> row = CsvReader(header, candidate).next();
        const TableColumns found = row ? columnsOf(row->fields) : TableColumns();
        if (found.taskId >= 0 && found.count() > columns.count()) {
            columns = found;
            separator = candidate;
        }
    }
    if (columns.taskId < 0) {
        return false;
    }
    CsvReader reader(text.sliced(begin), separator);
    static_cast<void>(reader.next()); // the header
    while (std::optional<CsvRow> row = reader.next()) {
        row->line += skippedLines;
        readTableRow(*row, columns, findings);
    }
    return true;
}

} // namespace Service
