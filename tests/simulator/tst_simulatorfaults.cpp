// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/distortion.h"
#include "simulator/faultplan.h"
#include "simulator/ratewindow.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Simulator;

class TestSimulatorFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grammar_data();
    void grammar();
    void badGrammar_data();
    void badGrammar();
    void json();
    void whichRequests_data();
    void whichRequests();
    void rulesCountForThemselves();
    void bodies_data();
    void bodies();
    void hugeIsAsBigAsAsked();
    void limit_data();
    void limit();
    void limitIsPerKey();
};

void TestSimulatorFaults::grammar_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto same = [](const char *text) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(text);
    };
    same("StopWhiteboardPush:1:drop-before");
    same("*:*:delay-after=50");
    same("*:2..4:code=InternalError");
    same("*:3..:throttle");
    same("*:/3:truncate");
    same("StopWhiteboardPush@07b4:1:hang");
    same("*:1:bad-gateway,effect");
    same("*:1:truncate,no-effect");
    same("*:1:skew=-7200");
    same("*:1:redirect=http://127.0.0.1:9/?a=b,c");
    QTest::newRow("default argument") << u"*:1:drip"_s << u"*:1:drip=20"_s;
    QTest::newRow("effect as it is anyway") << u"*:1:truncate,effect"_s << u"*:1:truncate"_s;
    QTest::newRow("one to one") << u"*:1..1:nulls"_s << u"*:1:nulls"_s;
    QTest::newRow("from the first") << u"*:1..:nulls"_s << u"*:*:nulls"_s;
}

void TestSimulatorFaults::grammar()
{
    QFETCH(const QString, text);
    QFETCH(const QString, canonical);
    const Core::Result<FaultRule> rule = FaultRule::parse(text);
    QVERIFY2(rule, qUtf8Printable(rule ? QString() : rule.error().detail));
    QCOMPARE(rule->toString(), canonical);
}

void TestSimulatorFaults::badGrammar_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "hang", "*:1", "*:0:hang", "*:x:hang", "*:4..2:hang", "*:/0:hang", "*:1:nonsense", "*:1:hang=1",
          "*:1:code", "*:1:code=", "*:1:delay-before=x", "*:1:delay-before=-1", "*:1:delay-before="}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestSimulatorFaults::badGrammar()
{
    QFETCH(const QString, text);
    const Core::Result<FaultRule> rule = FaultRule::parse(text);
    QVERIFY(!rule);
    QCOMPARE(rule.error().kind, Core::ErrorKind::InvalidInput);
    QVERIFY(!rule.error().detail.isEmpty());
}

void TestSimulatorFaults::json()
{
    QCOMPARE(FaultRule::fromJson(u"*:2:hang"_s)->toString(), u"*:2:hang"_s);
    const QJsonObject rule{{u"action"_s, u"StopWhiteboardPush"_s},
                           {u"taskId"_s, u"t"_s},
                           {u"when"_s, 2},
                           {u"fault"_s, u"bad-gateway"_s},
                           {u"effect"_s, true}};
    QCOMPARE(FaultRule::fromJson(rule)->toString(), u"StopWhiteboardPush@t:2:bad-gateway,effect"_s);
    QCOMPARE(FaultRule::fromJson(QJsonObject{{u"fault"_s, u"hang"_s}})->toString(), u"*:*:hang"_s);
    QVERIFY(!FaultRule::fromJson(QJsonObject{{u"action"_s, u"*"_s}}));
    QVERIFY(!FaultRule::fromJson(7));
}

void TestSimulatorFaults::whichRequests_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("hit"); // of eight requests
    QTest::newRow("first") << u"1"_s << u"x-------"_s;
    QTest::newRow("third") << u"3"_s << u"--x-----"_s;
    QTest::newRow("range") << u"2..4"_s << u"-xxx----"_s;
    QTest::newRow("open range") << u"6.."_s << u"-----xxx"_s;
    QTest::newRow("every third") << u"/3"_s << u"--x--x--"_s;
    QTest::newRow("all") << u"*"_s << u"xxxxxxxx"_s;
}

void TestSimulatorFaults::whichRequests()
{
    QFETCH(const QString, when);
    QFETCH(const QString, hit);
    FaultPlan plan;
    plan.add(FaultRule::parse(QString(u"A:"_s + when + u":hang"_s)).value());
    QString seen;
    for (int i = 0; i < 8; ++i) {
        QVERIFY(plan.take(u"B"_s, u"t"_s).isEmpty());
        seen += plan.take(u"A"_s, u"t"_s).isEmpty() ? u'-' : u'x';
    }
    QCOMPARE(seen, hit);
}

void TestSimulatorFaults::rulesCountForThemselves()
{
    FaultPlan plan;
    plan.add(FaultRule::parse(u"A@t2:1:hang").value());
    plan.add(FaultRule::parse(u"A:2:nulls").value());
    QVERIFY(plan.take(u"A"_s, u"t1"_s).isEmpty());
    QCOMPARE(plan.take(u"A"_s, u"t2"_s).size(), 2);
    QVERIFY(plan.take(u"A"_s, u"t2"_s).isEmpty());
    QCOMPARE(plan.rules().size(), 2);
    plan.clear();
    QCOMPARE(plan.rules().size(), 0);
}

void TestSimulatorFaults::bodies_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("wrong types")
        << u"wrong-types"_s
        << QByteArray(R"({"Response":{"A":[1],"B":"not an array","RequestId":{"unexpected":"r"}}})");
    QTest::newRow("wrong shape") << u"wrong-shape"_s
                                 << QByteArray(R"({"Response":[{"A":1,"B":[],"RequestId":"r"}]})");
    QTest::newRow("nulls") << u"nulls"_s << QByteArray(R"({"Response":{"A":null,"B":null,"RequestId":"r"}})");
    QTest::newRow("no request id") << u"no-request-id"_s << QByteArray(R"({"Response":{"A":1,"B":[]}})");
    QTest::newRow("on the wire only")
        << u"truncate"_s << QByteArray(R"({"Response":{"A":1,"B":[],"RequestId":"r"}})");
}

void TestSimulatorFaults::bodies()
{
    QFETCH(const QString, fault);
    QFETCH(const QByteArray, body);
    const QJsonObject response{{u"A"_s, 1}, {u"B"_s, QJsonArray()}, {u"RequestId"_s, u"r"_s}};
    const Fault parsed = FaultRule::parse(QString(u"*:*:"_s + fault)).value().fault;
    QCOMPARE(answerBody(response, {parsed}), body);
    const QByteArray garbage = answerBody(response, {parsed, FaultRule::parse(u"*:*:garbage").value().fault});
    QVERIFY(QJsonDocument::fromJson(garbage).isNull());
}

void TestSimulatorFaults::hugeIsAsBigAsAsked()
{
    const Fault huge = FaultRule::parse(u"*:*:huge=1100000").value().fault;
    const QByteArray body = answerBody({{u"RequestId"_s, u"r"_s}}, {huge});
    QCOMPARE(body.size(), 1100000);
    QVERIFY(QJsonDocument::fromJson(body).isObject());
}

void TestSimulatorFaults::limit_data()
{
    QTest::addColumn<RateWindowKind>("kind");
    QTest::addColumn<QList<qint64>>("at");
    QTest::addColumn<QString>("accepted");
    using enum RateWindowKind;
    QTest::newRow("sliding: burst") << Sliding << QList<qint64>{100, 100, 100, 100} << u"+++-"_s;
    QTest::newRow("sliding: across seconds")
        << Sliding << QList<qint64>{900, 950, 999, 1001, 1899, 1900, 1949, 1950} << u"+++--+-+"_s;
    QTest::newRow("fixed: across seconds")
        << Fixed << QList<qint64>{900, 950, 999, 999, 1000, 1001, 1002, 1003} << u"+++-+++-"_s;
    QTest::newRow("sliding: even") << Sliding << QList<qint64>{0, 334, 668, 1002, 1336, 1670} << u"++++++"_s;
    QTest::newRow("fixed: even") << Fixed << QList<qint64>{0, 334, 668, 1002, 1336, 1670} << u"++++++"_s;
}

void TestSimulatorFaults::limit()
{
    QFETCH(const RateWindowKind, kind);
    QFETCH(const QList<qint64>, at);
    QFETCH(const QString, accepted);
    RateWindow window(3, kind);
    QString seen;
    for (const qint64 ms : at) {
        seen += window.accept(u"k"_s, 10'000 + ms) ? u'+' : u'-';
    }
    QCOMPARE(seen, accepted);
    window.configure(0, kind);
    QVERIFY(window.accept(u"k"_s, 20'000));
}

void TestSimulatorFaults::limitIsPerKey()
{
    RateWindow window(1, RateWindowKind::Sliding);
    QVERIFY(window.accept(u"a"_s, 5));
    QVERIFY(!window.accept(u"a"_s, 5));
    QVERIFY(window.accept(u"b"_s, 5));
}

CONSOLE_TEST(TestSimulatorFaults, TestSupport::NoApplication)
#include "tst_simulatorfaults.moc"
