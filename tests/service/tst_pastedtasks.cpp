// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pastedtasks.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! What operators paste, and what becomes of it: "app/task@room" for a task, "!" for a fragment without one.
class TestPastedTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTasks_data() const;
    void findsTasks() const;
    void refusesHugeText() const;
    void capsShownSource() const;
    void survivesHostileNesting() const;
};

namespace {

[[nodiscard]] QStringList described(const QList<Service::PastedTask> &tasks)
{
    QStringList lines;
    for (const Service::PastedTask &task : tasks) {
        if (!task.taskId) {
            lines.append(task.problem.isEmpty() ? u"?"_s : u"!"_s);
            continue;
        }
        QString line = task.sdkAppId ? task.sdkAppId->toString() : u"-"_s;
        line += u'/' + task.taskId->toString();
        if (task.roomId != 0) {
            line += u'@' + QString::number(task.roomId);
        }
        lines.append(line);
    }
    return lines;
}

} // namespace

void TestPastedTasks::findsTasks_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("nothing") << u"  \n \n"_s << QStringList();
    QTest::newRow("one id") << u"07b4c70bpafm1b4majmb"_s << QStringList{u"-/07b4c70bpafm1b4majmb"_s};
    QTest::newRow("ids on lines, comment, double")
        << u"aaa1\r\n# class 7\n\nbbb2\naaa1\n"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s};
    QTest::newRow("ids with commas and quotes")
        << u"\"aaa1\", 'bbb2';ccc3"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s, u"-/ccc3"_s};
    QTest::newRow("application and id in a row")
        << u"1400000001\taaa1\n1400000002,bbb2"_s << QStringList{u"1400000001/aaa1"_s, u"1400000002/bbb2"_s};
    QTest::newRow("URL of the API page")
        << u"https://tiw.tencentcloudapi.com/?Action=StopWhiteboardPush&SdkAppId=1400000001&TaskId=07b4c70bpafm1b4majmb&<Common request parameters>"_s
        << QStringList{u"1400000001/07b4c70bpafm1b4majmb"_s};
    QTest::newRow("URL, percent-encoded, other order")
        << u"https://tiw.intl.tencentcloudapi.com/?TaskId=a%2Db&Region=ap-singapore&SdkAppId=1400000001"_s
        << QStringList{u"1400000001/a-b"_s};
    QTest::newRow("URL without a task")
        << u"https://tiw.tencentcloudapi.com/?Action=DescribeRunningTasks"_s << QStringList{u"!"_s};
    QTest::newRow("request") << uR"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})"_s
                             << QStringList{u"1400000001/07b4c70bpafm1b4majmb"_s};
    QTest::newRow("SdkAppId as text")
        << uR"({"SdkAppId":"1400000001","TaskId":"aaa1"})"_s << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("answer to Start, with its backup")
        << uR"({"Response":{"Backup":"{\"RequestId\":\"8e9b2bc4\",\"TaskId\":\"052lfmu5uc3lp0rrqvvb\"}","RequestId":"eac6b301","TaskId":"bj0mt2l23osdj300hl30"}})"_s
        << QStringList{u"-/bj0mt2l23osdj300hl30"_s, u"-/052lfmu5uc3lp0rrqvvb"_s};
    QTest::newRow("list of the mainland edition")
        << uR"({"Response":{"Total":1,"Tasks":[{"TaskID":"bj0mt2l23osdj300hl31","RoomID":12345,"SdkAppID":1400000001}],"RequestId":"d290"}})"_s
        << QStringList{u"1400000001/bj0mt2l23osdj300hl31@12345"_s};
    QTest::newRow("list of the international edition")
        << uR"({"WhiteboardPushTaskSet":[{"RoomId":7,"TaskId":"a1","SdkAppId":14},{"RoomId":8,"TaskId":"a2","SdkAppId":14}]})"_s
        << QStringList{u"14/a1@7"_s, u"14/a2@8"_s};
    QTest::newRow("array of ids") << uR"(["aaa1","bbb2"])"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s};
    QTest::newRow("JSON without a task") << uR"({"Response":{"RequestId":"x"}})"_s << QStringList{u"!"_s};
    QTest::newRow("JSON cut off") << uR"({"Response":{"TaskId":"aa)"_s << QStringList{u"!"_s};
    QTest::newRow("tccli")
        << u"tccli tiw StopWhiteboardPush --region ap-singapore --SdkAppId 1400000001 --TaskId 'aaa1'"_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("tccli with continued lines and =")
        << u"tccli tiw StopWhiteboardPush \\\n  --SdkAppId=1400000001 \\\n  --TaskId=\"aaa1\""_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("tccli without a task")
        << u"tccli tiw DescribeRunningTasks --SdkAppId 1"_s << QStringList{u"!"_s};
    QTest::newRow("curl")
        << uR"(curl -X POST https://tiw.tencentcloudapi.com/ -H 'X-TC-Action: StopWhiteboardPush' -d '{"SdkAppId":1400000001,"TaskId":"aaa1"}')"_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("curl over lines")
        << u"curl https://tiw.tencentcloudapi.com \\\n-H \"X-TC-Region: ap-singapore\" \\\n-d '{\n \"SdkAppId\": 1400000001,\n \"TaskId\": \"aaa1\"\n}'"_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("id too long") << QString(200, u'x') << QStringList{u"!"_s};
    QTest::newRow("good and bad mixed") << QString(u"aaa1\n"_s + QString(200, u'x') + u"\nbbb2"_s)
                                        << QStringList{u"-/aaa1"_s, u"!"_s, u"-/bbb2"_s};
    QTest::newRow("byte order mark") << QString(QChar(QChar::ByteOrderMark) + u"aaa1"_s)
                                     << QStringList{u"-/aaa1"_s};
}

void TestPastedTasks::findsTasks() const
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(described(Service::parsePastedTasks(text)), expected);
}

void TestPastedTasks::refusesHugeText() const
{
    QCOMPARE(described(Service::parsePastedTasks(QString(1024 * 1024 + 1, u'a'))), QStringList{u"!"_s});
}

void TestPastedTasks::capsShownSource() const
{
    const auto tasks = Service::parsePastedTasks(QString(5000, u'x'));
    QCOMPARE(tasks.size(), 1);
    QVERIFY(tasks.first().source.size() <= 201);
}

void TestPastedTasks::survivesHostileNesting() const
{
    const QString opening = QString(200'000, u'[');
    QVERIFY(Service::parsePastedTasks(opening).size() <= 1);
    const QString balanced = QString(400, u'[') + u"\"a\""_s + QString(400, u']');
    QVERIFY(Service::parsePastedTasks(balanced).size() <= 1);
    // Many openings without an end must not be scanned once each.
    const QString braces = u"{\"a\":"_s.repeated(100'000);
    QVERIFY(Service::parsePastedTasks(braces).size() <= 1);
}

QTEST_GUILESS_MAIN(TestPastedTasks)
#include "tst_pastedtasks.moc"
