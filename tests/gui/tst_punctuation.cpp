// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/errorsentences.h"
#include "text/punctuation.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

//! What is put together has the punctuation of the language, and none for what is not there.
class TestPunctuation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void joins_data();
    void joins();

private:
    QTranslator m_chinese;
};

void TestPunctuation::initTestCase()
{
    QVERIFY(m_chinese.load(QStringLiteral(CHINESE_CATALOGUE)));
}

void TestPunctuation::cleanup()
{
    QCoreApplication::removeTranslator(&m_chinese);
}

void TestPunctuation::joins_data()
{
    QTest::addColumn<bool>("isChinese");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("sentences");
    QTest::addColumn<QString>("clauses");
    QTest::addColumn<QString>("items");

    QTest::newRow("nothing") << false << QStringList() << QString() << QString() << QString();
    QTest::newRow("one") << false << QStringList{u"a"_s} << u"a"_s << u"a"_s << u"a"_s;
    QTest::newRow("three") << false << QStringList{u"a"_s, u"b"_s, u"c"_s} << u"a b c"_s << u"a, b, c"_s
                           << u"a, b, c"_s;
    QTest::newRow("empty ones") << false << QStringList{u""_s, u"a"_s, u""_s, u"b"_s, u""_s} << u"a b"_s
                                << u"a, b"_s << u"a, b"_s;
    QTest::newRow("placeholders are text") << false << QStringList{u"%1"_s, u"%2"_s, u"%1"_s} << u"%1 %2 %1"_s
                                           << u"%1, %2, %1"_s << u"%1, %2, %1"_s;
    QTest::newRow("Chinese") << true << QStringList{u"甲。"_s, u""_s, u"乙。"_s, u"丙。"_s}
                             << u"甲。乙。丙。"_s << u"甲。，乙。，丙。"_s << u"甲。、乙。、丙。"_s;
}

void TestPunctuation::joins()
{
    QFETCH(const bool, isChinese);
    QFETCH(const QStringList, parts);
    if (isChinese)
        QCoreApplication::installTranslator(&m_chinese);
    QTEST(Text::joinedSentences(parts), "sentences");
    QTEST(Text::joinedClauses(parts), "clauses");
    QTEST(Text::joinedItems(parts), "items");

    QCOMPARE(Text::asSentence({}), QString());
    QCOMPARE(Text::asSentence(u"a %1"_s), isChinese ? u"a %1。"_s : u"a %1."_s);
    QCOMPARE(Text::labelled(u"%2"_s, u"%1"_s), isChinese ? u"%2：%1"_s : u"%2: %1"_s);
    QCOMPARE(Text::fieldLabel(u"a"_s), isChinese ? u"a："_s : u"a:"_s);
    QCOMPARE(Text::paragraph({.title = u"a"_s, .explanation = u"b"_s, .remedy = {}}),
             isChinese ? u"a。b"_s : u"a. b"_s);
}

CONSOLE_TEST(TestPunctuation, QCoreApplication)
#include "tst_punctuation.moc"
