// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreTakenOut_data();
    void secretsAreTakenOut();
    void whatIsHarmlessStaysByteForByte_data();
    void whatIsHarmlessStaysByteForByte();
};

void TestRedaction::secretsAreTakenOut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("member") << QByteArray(R"({"UserSig":"the-mark"})");
    QTest::newRow("nested") << QByteArray(R"({"a":[{"b":{"token":"the-mark"}}]})");
    QTest::newRow("in a text") << QByteArray(R"({"InitParam":"{\"usersig\":\"the-mark\"}"})");
    // Of two members with one name a parser reads the last alone. The first is there all the same.
    QTest::newRow("passed over") << QByteArray(R"({"a":{"UserSig":"the-mark"},"a":1})");
    QTest::newRow("passed over, deep") << QByteArray(R"({"b":[{"a":{"UserSig":"the-mark"},"a":1}]})");
    QTest::newRow("passed over, in a text")
        << QByteArray(R"({"InitParam":"{\"a\":{\"UserSig\":\"the-mark\"},\"a\":1}"})");
    QTest::newRow("passed over, in a list in a text")
        << QByteArray(R"({"Backup":"[{\"a\":{\"UserSig\":\"the-mark\"},\"a\":1}]"})");
}

void TestRedaction::secretsAreTakenOut()
{
    QFETCH(const QByteArray, body);
    QVERIFY2(!Core::shownBody(body).contains(u"the-mark"_s), qPrintable(Core::shownBody(body)));
    QVERIFY2(!Core::redactedBody(body).contains(u"the-mark"_s), qPrintable(Core::redactedBody(body)));
}

void TestRedaction::whatIsHarmlessStaysByteForByte_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("blanks") << QByteArray("{ \"b\" : 1,\n\"a\":[ {} ] }");
    QTest::newRow("colons in texts") << QByteArray(R"({"a":"x:\":y\\","b:c":"::"})");
    QTest::newRow("text with JSON") << QByteArray(R"({"Backup":"{ \"TaskId\" : \"b:1\" }"})");
    QTest::newRow("an empty secret") << QByteArray(R"({"token":"","a":{"x":{"y":null}}})");
}

void TestRedaction::whatIsHarmlessStaysByteForByte()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(Core::shownBody(body).toUtf8(), body);
}

CONSOLE_TEST(TestRedaction, QCoreApplication)
#include "tst_redaction.moc"
