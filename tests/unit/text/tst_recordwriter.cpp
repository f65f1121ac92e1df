// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/recordwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using Text::RecordFormat;

//! Bytes of exported files.
class RecordWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvFields_data();
    void csvFields();
    void csvBeginsWithMarkAndHeader();
    void csvOfOneEmptyFieldIsNoEmptyLine();
    void jsonIsAnArray_data();
    void jsonIsAnArray();
    void jsonKeepsTextsAsTheyAre();
    void formatOfAPath_data();
    void formatOfAPath();
    void saysWhenTheDeviceFails();
    void values();
};

namespace {

using Record = QList<QJsonValue>;

QByteArray written(RecordFormat format, const QStringList &names, const QList<Record> &records)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Text::RecordWriter writer(buffer, format, names);
    for (const Record &record : records) {
        writer.write(record);
    }
    return writer.finish() ? buffer.data() : QByteArray("failed");
}

} // namespace

void RecordWriterTest::csvFields_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const QJsonValue &value, const QByteArray &field) {
        QTest::newRow(name) << value << field;
    };
    row("text", u"abc def"_s, "abc def");
    row("null", QJsonValue(), "");
    row("undefined", QJsonValue(QJsonValue::Undefined), "");
    row("number", 1400000001, "1400000001");
    row("large number", QJsonValue(qint64(9007199254740992)), "9007199254740992");
    row("negative number is a number", -5, "-5");
    row("fraction", 0.25, "0.25");
    row("truth", true, "true");
    row("comma", u"a,b"_s, "\"a,b\"");
    row("semicolon", u"a;b"_s, "\"a;b\"");
    row("quote", u"a\"b"_s, "\"a\"\"b\"");
    row("only quotes", u"\"\""_s, "\"\"\"\"\"\"");
    row("line feed inside", u"a\nb"_s, "\"a\nb\"");
    row("both line ends", u"a\r\nb"_s, "\"a\r\nb\"");
    row("blanks around", u" a "_s, "\" a \"");
    row("Chinese", u"直播课"_s, QByteArray("直播课"));
    row("outside the basic plane", u"\U0001F600"_s, QByteArray("\xf0\x9f\x98\x80"));
    row("equals", u"=1+2"_s, "\"'=1+2\"");
    row("plus", u"+1"_s, "\"'+1\"");
    row("minus", u"-1"_s, "\"'-1\"");
    row("at", u"@SUM(A1)"_s, "\"'@SUM(A1)\"");
    row("tab", u"\t=1"_s, "\"'\t=1\"");
    row("tab before a word", u"\tword"_s, "\"'\tword\"");
    row("carriage return", u"\rword"_s, "\"'\rword\"");
    row("line feed", u"\n=1"_s, "\"'\n=1\"");
    row("blank before", u"  =1"_s, "\"'  =1\"");
    row("byte order mark before", QString(QChar(QChar::ByteOrderMark) + u"=1"_s), "\"'\xef\xbb\xbf=1\"");
    row("full-width equals", u"\uFF1D1"_s, QByteArray("\"'\uFF1D1\""));
    row("formula with quotes", u"=HYPERLINK(\"http://x\",\"y\")"_s,
        "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    row("equals later on", u"a=1"_s, "a=1");
    row("apostrophe", u"'x"_s, "\"'x\"");
}

void RecordWriterTest::csvFields()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const QByteArray, field);
    QCOMPARE(written(RecordFormat::Csv, {u"a"_s, u"b"_s, u"c"_s}, {{1, value, 2}}),
             QByteArray("\xef\xbb\xbf"
                        "a,b,c\r\n1,"
                        + field + ",2\r\n"));
}

void RecordWriterTest::csvBeginsWithMarkAndHeader()
{
    QCOMPARE(written(RecordFormat::Csv, {u"taskId"_s, u"room,no"_s}, {}),
             QByteArray("\xef\xbb\xbftaskId,\"room,no\"\r\n"));
}

void RecordWriterTest::csvOfOneEmptyFieldIsNoEmptyLine()
{
    QCOMPARE(written(RecordFormat::Csv, {u"a"_s}, {{QJsonValue()}, {u"x"_s}}),
             QByteArray("\xef\xbb\xbf"
                        "a\r\n\"\"\r\nx\r\n"));
}

void RecordWriterTest::jsonIsAnArray_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("many") << 1000;
}

void RecordWriterTest::jsonIsAnArray()
{
    QFETCH(const int, count);
    QList<Record> records;
    for (int i = 0; i < count; ++i) {
        records.append({i, u"x"_s});
    }
    const QByteArray bytes = written(RecordFormat::Json, {u"n"_s, u"t"_s}, records);
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    QVERIFY2(document.isArray(), bytes.constData());
    QCOMPARE(document.array().size(), count);
    QCOMPARE(bytes.count('\n'), count + (count > 0 ? 2 : 1));
    if (count > 0) {
        QCOMPARE(document.array().last().toObject().value("n"_L1), QJsonValue(count - 1));
    }
}

void RecordWriterTest::jsonKeepsTextsAsTheyAre()
{
    const QByteArray bytes = written(RecordFormat::Json, {u"a"_s, u"b"_s, u"c"_s},
                                     {{u"=1\n\"x\""_s, QJsonValue(), QJsonValue(QJsonValue::Undefined)}});
    const QJsonObject object = QJsonDocument::fromJson(bytes).array().first().toObject();
    QCOMPARE(object.value("a"_L1), QJsonValue(u"=1\n\"x\""_s));
    QVERIFY(object.contains("b"_L1) && object.value("b"_L1).isNull());
    QVERIFY(object.contains("c"_L1) && object.value("c"_L1).isNull());
}

void RecordWriterTest::formatOfAPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("csv") << u"/tmp/a.csv"_s << false;
    QTest::newRow("json") << u"/tmp/a.json"_s << true;
    QTest::newRow("capitals") << u"A.JSON"_s << true;
    QTest::newRow("other") << u"/tmp/json"_s << false;
}

void RecordWriterTest::formatOfAPath()
{
    QFETCH(const QString, path);
    QFETCH(const bool, isJson);
    QCOMPARE(Text::recordFormatOf(path) == RecordFormat::Json, isJson);
}

void RecordWriterTest::saysWhenTheDeviceFails()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadOnly); // takes nothing
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
    Text::RecordWriter writer(buffer, RecordFormat::Csv, {u"a"_s});
    const Core::Result<void> result = writer.finish();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Core::ErrorKind::Storage);
}

void RecordWriterTest::values()
{
    QCOMPARE(Text::textOrNull({}), QJsonValue());
    QCOMPARE(Text::textOrNull(u"x"_s), QJsonValue(u"x"_s));
    QCOMPARE(Text::timeOrNull({}), QJsonValue());
    QCOMPARE(Text::timeOrNull(QDateTime({2026, 3, 4}, {5, 6, 7, 8}, Qt::OffsetFromUTC, 3600)),
             QJsonValue(u"2026-03-04T04:06:07.008Z"_s));
    QCOMPARE(Text::numberOrNull(-1), QJsonValue());
    QCOMPARE(Text::numberOrNull(0), QJsonValue(0));
    QCOMPARE(Text::numberOrNull(0, 1), QJsonValue());
}

CONSOLE_TEST(RecordWriterTest, QCoreApplication)
#include "tst_recordwriter.moc"
