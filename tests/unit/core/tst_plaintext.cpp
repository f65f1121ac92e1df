// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plaintext.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

//! What others wrote, made fit to be seen.
class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainText_data();
    void plainText();
    void cut_data();
    void cut();
    void marks();
    void escapedJson_data();
    void escapedJson();
};

void TestPlainText::plainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words") << u"Class 7b, “Wörter” 课堂 😀"_s << u"Class 7b, “Wörter” 课堂 😀"_s;
    QTest::newRow("line break and tab") << u"a\n\tb"_s << u"a\n\tb"_s;
    QTest::newRow("escape") << u"\x1b[31mred\x1b[0m"_s << u"\uFFFD[31mred\uFFFD[0m"_s;
    QTest::newRow("nul, bell, return, delete") << u"a\0b\ac\rd\x7f"_s << u"a\uFFFDb\uFFFDc\uFFFDd\uFFFD"_s;
    QTest::newRow("C1: a terminal's other escape") << u"\u009b31m\u0085"_s << u"\uFFFD31m\uFFFD"_s;
    QTest::newRow("override") << u"a\u202egpj.exe\u202c"_s << u"a\uFFFDgpj.exe\uFFFD"_s;
    QTest::newRow("isolates") << u"\u2066\u2067\u2068\u2069"_s << u"\uFFFD\uFFFD\uFFFD\uFFFD"_s;
    QTest::newRow("marks of direction") << u"\u200e\u200f\u061c"_s << u"\uFFFD\uFFFD\uFFFD"_s;
    QTest::newRow("no width") << u"a\u200bb\ufeffc\u2060d\u00ade"_s << u"a\uFFFDb\uFFFDc\uFFFDd\uFFFDe"_s;
    QTest::newRow("no ink") << u"\u3164\u115f\u1160\uffa0"_s << u"\uFFFD\uFFFD\uFFFD\uFFFD"_s;
    QTest::newRow("line separators") << u"a\u2028b\u2029c"_s << u"a\uFFFDb\uFFFDc"_s;
    QTest::newRow("tags beyond the first plane") << u"a\U000E0041\U000E007F"_s << u"a\uFFFD\uFFFD"_s;
    QTest::newRow("first half alone") << QString(u"a"_s + QChar(0xd83d) + u'b') << u"a\uFFFDb"_s;
    QTest::newRow("second half alone") << QString(u"a"_s + QChar(0xde00)) << u"a\uFFFD"_s;
    QTest::newRow("halves in the wrong order") << QString(QChar(0xde00)) + QChar(0xd83d) << u"\uFFFD\uFFFD"_s;
    QTest::newRow("markup is no concern of its") << u"<b>&amp;</b>"_s << u"<b>&amp;</b>"_s;
    QTest::newRow("accents") << u"e\u0301 o\u0302\u0323"_s << u"e\u0301 o\u0302\u0323"_s;
}

void TestPlainText::plainText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, plain);
    QCOMPARE(Core::plainText(text), plain);
    QCOMPARE(Core::plainText(plain), plain);
}

void TestPlainText::cut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("longest");
    QTest::addColumn<QString>("plain");
    QTest::newRow("just fits") << u"abc"_s << qsizetype(3) << u"abc"_s;
    QTest::newRow("longer") << u"abcd"_s << qsizetype(3) << u"abc…"_s;
    QTest::newRow("through a character of two halves") << u"ab😀"_s << qsizetype(3) << u"ab…"_s;
    QTest::newRow("a megabyte") << QString(1 << 20, u'W') << qsizetype(5) << u"WWWWW…"_s;
    QTest::newRow("nothing is kept") << u"ab"_s << qsizetype(0) << u"…"_s;
}

void TestPlainText::cut()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, longest);
    QFETCH(const QString, plain);
    QCOMPARE(Core::plainText(text, longest), plain);
}

void TestPlainText::marks()
{
    const QString flood = Core::plainText(u'a' + QString(500, QChar(0x0301)) + u"b\u0301"_s);
    QCOMPARE(flood, QString(u'a' + QString(8, QChar(0x0301)) + u"b\u0301"_s));
}

void TestPlainText::escapedJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("escaped");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &escaped) {
        QTest::newRow(name) << json << escaped;
    };
    row("plain", R"({"a":"課堂 \n \"x\""})", R"({"a":"課堂 \n \"x\""})");
    row("lines of their own", "[\n {}\n]", "[\n {}\n]");
    row("delete and C1", "{\"a\":\"\x7f\xc2\x9b\"}", R"({"a":"\u007f\u009b"})");
    row("override", "{\"\xe2\x80\xae\":1}", R"({"\u202e":1})");
    row("tag", "{\"a\":\"\xf3\xa0\x81\x81\"}", R"({"a":"\udb40\udc41"})");
}

void TestPlainText::escapedJson()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, escaped);
    QCOMPARE(Core::escapedJson(json), escaped);
    QCOMPARE(QJsonDocument::fromJson(escaped), QJsonDocument::fromJson(json));
}

CONSOLE_TEST(TestPlainText, TestSupport::NoApplication)
#include "tst_plaintext.moc"
