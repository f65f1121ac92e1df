// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/jsonlines.h"
#include "support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class JsonLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void brokenTextEnds_data();
    void brokenTextEnds();
    void pathsStayShort_data();
    void pathsStayShort();
};

void JsonLinesTest::places_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    const QString nested = u"{\n\"A\": 1,\n\"B\": {\n  \"C\": \"x\\\",{\",\n  \"D\": [\n    1,\n    {\"E\": "
                           "-2.5e3}\n  ]\n},\n\"F\": null}"_s;
    QTest::newRow("number") << nested << u"A"_s << 2;
    QTest::newRow("object") << nested << u"B"_s << 3;
    QTest::newRow("text with marks inside") << nested << u"B.C"_s << 4;
    QTest::newRow("list") << nested << u"B.D"_s << 5;
    QTest::newRow("first item") << nested << u"B.D[0]"_s << 6;
    QTest::newRow("object in a list") << nested << u"B.D[1]"_s << 7;
    QTest::newRow("member of that") << nested << u"B.D[1].E"_s << 7;
    QTest::newRow("after all of them") << nested << u"F"_s << 10;
    QTest::newRow("not there") << nested << u"G"_s << 0;
    QTest::newRow("value below its name") << u"{\"A\":\n\n true}"_s << u"A"_s << 3;
    QTest::newRow("escaped name") << u"{\"\\u0041\": 1}"_s << u"A"_s << 1;
    QTest::newRow("empty ones between") << u"{\"A\": {}, \"B\": [],\n\"C\": 1}"_s << u"C"_s << 2;
    QTest::newRow("list of lists") << u"{\"A\": [[1],\n[2]]}"_s << u"A[1][0]"_s << 2;
}

void JsonLinesTest::places()
{
    QFETCH(QString, json);
    QFETCH(QString, path);
    QFETCH(int, line);
    QCOMPARE(Explorer::linesOf(json).value(path), line);
}

void JsonLinesTest::brokenTextEnds_data()
{
    QTest::addColumn<QString>("json");
    for (const char *text : {"", "{", "\"", "\"\\", "{\"A", "{\"A\":", "]}]}", "[,,,", "{\"A\": tru", "}{"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

//! It comes to an end, and invents no line.
void JsonLinesTest::brokenTextEnds()
{
    QFETCH(QString, json);
    const QHash<QString, int> lines = Explorer::linesOf(json);
    for (const int line : lines)
        QCOMPARE(line, 1);
}

void JsonLinesTest::pathsStayShort_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("deep list") << QString(2'000, u'[');
    QTest::newRow("deep object") << u"{\"a\":"_s.repeated(2'000);
    QTest::newRow("long name above many")
        << QString(u"{\""_s + QString(2'000, u'n') + u"\":[1,[2],{\"b\":3}]}"_s);
}

//! A path for each place of a text that nests without end would take memory by its square.
void JsonLinesTest::pathsStayShort()
{
    QFETCH(QString, json);
    const QHash<QString, int> lines = Explorer::linesOf(json);
    for (auto place = lines.begin(); place != lines.end(); ++place)
        QVERIFY2(place.key().size() <= 1'000, qPrintable(place.key().left(100)));
}

CONSOLE_TEST(JsonLinesTest, TestSupport::NoApplication)
#include "tst_jsonlines.moc"
