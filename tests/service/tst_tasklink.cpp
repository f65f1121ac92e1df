// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pastedtasks.h"
#include "service/tasklink.h"
#include "support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! Links that anybody may have written: one form is taken, everything else is refused.
class TestTaskLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesATask_data() const;
    void namesATask() const;
    void isRefused_data() const;
    void isRefused() const;
    void isPasted() const;
};

void TestTaskLink::namesATask_data() const
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("taskId");
    QTest::addColumn<qint64>("sdkAppId");

    QTest::newRow("usual") << u"tiwpush:07b4c70bpafm1b4majmb?app=1400000001"_s << u"07b4c70bpafm1b4majmb"_s
                           << qint64(1400000001);
    QTest::newRow("scheme in capitals") << u"TiwPush:a1?app=7"_s << u"a1"_s << qint64(7);
    QTest::newRow("marks that stay") << u"tiwpush:a-b_c.d!e~f*g'h(i)?app=7"_s << u"a-b_c.d!e~f*g'h(i)"_s
                                     << qint64(7);
    QTest::newRow("encoded signs") << u"tiwpush:a%2Fb%3Fc%26%3a%25?app=7"_s << u"a/b?c&:%"_s << qint64(7);
    QTest::newRow("encoded characters") << u"tiwpush:%E4%BB%BB%E5%8A%A1?app=7"_s << u"任务"_s << qint64(7);
    QTest::newRow("longest") << QString(u"tiwpush:"_s + QString(128, u'x') + u"?app=9007199254740992"_s)
                             << QString(128, u'x') << qint64(9007199254740992);
}

void TestTaskLink::namesATask() const
{
    QFETCH(const QString, link);
    QFETCH(const QString, taskId);
    QFETCH(const qint64, sdkAppId);
    const auto parsed = Service::parseTaskLink(link);
    QVERIFY(parsed);
    QCOMPARE(parsed->taskId.toString(), taskId);
    QCOMPARE(parsed->sdkAppId.value, sdkAppId);
    QVERIFY(Service::isTaskLink(link));
}

void TestTaskLink::isRefused_data() const
{
    QTest::addColumn<QString>("link");
    const auto row = [](const char *name, const QString &link) { QTest::newRow(name) << link; };
    row("empty", {});
    row("scheme alone", u"tiwpush:"_s);
    row("no application", u"tiwpush:a1"_s);
    row("no task", u"tiwpush:?app=7"_s);
    row("another scheme", u"https:a1?app=7"_s);
    row("a longer scheme", u"xtiwpush:a1?app=7"_s);
    row("an authority", u"tiwpush://a1?app=7"_s);
    row("a path", u"tiwpush:a1/b?app=7"_s);
    row("a fragment", u"tiwpush:a1?app=7#top"_s);
    row("another field", u"tiwpush:a1?app=7&yes=1"_s);
    row("another field before", u"tiwpush:a1?yes=1&app=7"_s);
    row("the application twice", u"tiwpush:a1?app=7&app=8"_s);
    row("another name", u"tiwpush:a1?App=7"_s);
    row("zero", u"tiwpush:a1?app=0"_s);
    row("leading zero", u"tiwpush:a1?app=07"_s);
    row("negative", u"tiwpush:a1?app=-7"_s);
    row("too large", u"tiwpush:a1?app=9007199254740993"_s);
    row("digits of another script", u"tiwpush:a1?app=\u0667"_s);
    row("no number", u"tiwpush:a1?app=x"_s);
    row("blank before", u" tiwpush:a1?app=7"_s);
    row("line end after", u"tiwpush:a1?app=7\n"_s);
    row("two lines", u"tiwpush:a1?app=7\ntiwpush:a2?app=7"_s);
    row("blank inside", u"tiwpush:a 1?app=7"_s);
    row("encoded blank", u"tiwpush:a%201?app=7"_s);
    row("encoded blank around", u"tiwpush:%20a1?app=7"_s);
    row("encoded line end", u"tiwpush:a1%0A?app=7"_s);
    row("encoded null", u"tiwpush:a1%00?app=7"_s);
    row("encoded direction mark", u"tiwpush:a1%E2%80%AE?app=7"_s);
    row("not UTF-8", u"tiwpush:a%FF?app=7"_s);
    row("cut UTF-8", u"tiwpush:a%E4%BB?app=7"_s);
    row("half an escape", u"tiwpush:a%4?app=7"_s);
    row("plain characters of another script", u"tiwpush:任务?app=7"_s);
    row("an option", u"tiwpush:a1?app=7 --yes"_s);
    row("too long a task", QString(u"tiwpush:"_s + QString(129, u'x') + u"?app=7"_s));
    row("endless", QString(u"tiwpush:"_s + QString(1'000'000, u'x') + u"?app=7"_s));
}

void TestTaskLink::isRefused() const
{
    QFETCH(const QString, link);
    QVERIFY(!Service::parseTaskLink(link));
}

void TestTaskLink::isPasted() const
{
    const auto found = Service::parsePastedTasks(u"tiwpush:a%2F1?app=1400000001\ntiwpush:a%2F1?app=x\n"_s);
    QCOMPARE(found.size(), 2);
    QVERIFY(found.at(0).taskId);
    QCOMPARE(found.at(0).taskId->toString(), u"a/1"_s);
    QCOMPARE(found.at(0).sdkAppId, std::optional(Core::SdkAppId{1400000001}));
    QCOMPARE(found.at(1).refusal, Service::PasteRefusal::NoTaskId);
    QCOMPARE(found.at(1).line, 2);
}

CONSOLE_TEST(TestTaskLink, TestSupport::NoApplication)
#include "tst_tasklink.moc"
