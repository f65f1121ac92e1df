// SPDX-License-Identifier: GPL-3.0-or-later
// Tables, both ways: texts become the cells of a file that we write, which must hold no formula and mean the
// same when it is read; and the bytes themselves are read as a table of tasks.
#include "core/redaction.h"
#include "fuzz/attack.h"
#include "service/csvreader.h"
#include "service/taskcsv.h"
#include "service/taskfile.h"
#include "text/recordwriter.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace {

//! What a spreadsheet makes of a cell, from the outside: whatever it passes over, then a sign that it runs.
[[nodiscard]] bool isRun(const QString &cell)
{
    const QString seen = QString(cell).remove(u'\uFEFF').trimmed();
    return !seen.isEmpty() && QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(seen.front());
}

void attackWriter(const QString &text)
{
    const QStringList names{u"a"_s, u"b"_s};
    qsizetype half = text.size() / 2;
    half += half < text.size() && text.at(half).isLowSurrogate() ? 1 : 0; // half of a character is none
    const QStringList cells{text.first(half), text.sliced(half)};
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    Text::RecordWriter writer(file, Text::RecordFormat::Csv, names);
    writer.write({cells.at(0), cells.at(1)});
    Fuzz::require(writer.finish().has_value(), "a buffer can be written to");

    const std::optional<QString> written = Service::decodedText(file.data());
    if (!written) {
        Fuzz::require(text.contains(QChar(QChar::Null)), "what we write is text");
        return;
    }
    if (text.contains(u'\r')) {
        return; // the reader wants line ends made alike before
    }
    const QString uniform = QString(*written).replace("\r\n"_L1, "\n"_L1);
    Service::CsvReader reader(uniform, u',');
    const auto header = reader.next();
    const auto row = reader.next();
    Fuzz::require(header && header->fields.size() == 2, "the header comes first");
    const bool isEmpty = cells.at(0).trimmed().isEmpty() && cells.at(1).trimmed().isEmpty();
    if (!row) {
        Fuzz::require(isEmpty, "a record is a row");
        return;
    }
    Fuzz::require(!row->hasOpenQuote && row->fields.size() == 2, "every cell stays in its place");
    Fuzz::require(!reader.next(), "a record is one row");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString read = row->fields.at(i);
        Fuzz::require(!isRun(read), "no cell becomes a formula");
        const QString guarded = Text::guarded(cells.at(i));
        Fuzz::require(read == guarded.trimmed(), "a cell is read as it was written");
    }
}

void attackReader(const QString &text)
{
    Service::Findings findings;
    const bool isTable = Service::readTaskTable(text, findings);
    Fuzz::require(isTable || findings.isEmpty(), "what is no table holds no tasks");
    for (const QChar separator : {u',', u';', u'\t'}) {
        Service::CsvReader reader(text, separator);
        int last = 0;
        while (const auto row = reader.next()) {
            Fuzz::require(row->line > last, "rows come in their order");
            Fuzz::require(!row->fields.isEmpty(), "a row has a field");
            last = row->line;
        }
        Fuzz::require(last <= text.count(u'\n') + 1, "no row stands behind the end");
    }
}

void attack(const QByteArray &input)
{
    if (const std::optional<QString> text = Service::decodedText(input)) {
        attackReader(*text);
        attackWriter(*text);
    }
}

const Fuzz::Registration registration("tasktable", attack);

} // namespace
