// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pastedtasks.h"
#include "service/taskfile.h"
#include "service/taskimport.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

//! What operators paste, and what becomes of it: "app/task@room#label" for a task, "!reason:line" for a piece
//! without one.
class TestPastedTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTasks_data() const;
    void findsTasks() const;
    void refusesHugeText() const;
    void refusesTooManyLines() const;
    void takesALineOfAMegabyte() const;
    void decodesFiles_data() const;
    void decodesFiles() const;
    void readsFilesOneAfterTheOther() const;
    void refusesFiles() const;
    void readsOnAWorker() const;
    void capsShownSource() const;
    void survivesHostileNesting() const;

private:
    void addLines() const;
    void addTables() const;
};

namespace {

[[nodiscard]] QStringList described(const QList<Service::PastedTask> &tasks)
{
    using Refusal = Service::PasteRefusal;
    static const QMap<Refusal, QString> words{
        {Refusal::NotAnId, u"id"_s},         {Refusal::SeveralWords, u"words"_s},
        {Refusal::NoTaskId, u"none"_s},      {Refusal::BrokenJson, u"json"_s},
        {Refusal::NotANumber, u"number"_s},  {Refusal::RoundedNumber, u"rounded"_s},
        {Refusal::NamedBefore, u"before"_s}, {Refusal::OpenQuote, u"quote"_s},
        {Refusal::TooLarge, u"large"_s},     {Refusal::TooManyLines, u"lines"_s},
        {Refusal::Unreadable, u"reading"_s}, {Refusal::NotText, u"text"_s}};
    QStringList lines;
    for (const Service::PastedTask &task : tasks) {
        if (!task.taskId) {
            lines.append(u'!' + words.value(task.refusal, u"?"_s) + u':' + QString::number(task.line));
            continue;
        }
        QString line = task.sdkAppId ? task.sdkAppId->toString() : u"-"_s;
        line += u'/' + task.taskId->toString();
        if (task.roomId != 0) {
            line += u'@' + QString::number(task.roomId);
        }
        if (!task.label.isEmpty()) {
            line += u'#' + task.label;
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
        << u"aaa1\r\n# class 7\n\nbbb2\naaa1\n"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s, u"!before:5"_s};
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
        << u"https://tiw.tencentcloudapi.com/?Action=DescribeRunningTasks"_s << QStringList{u"!none:1"_s};
    QTest::newRow("request") << uR"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})"_s
                             << QStringList{u"1400000001/07b4c70bpafm1b4majmb"_s};
    QTest::newRow("id that holds what else parts ids")
        << uR"({"TaskId": "a,b;c|d\uFF0Ce"})"_s << QStringList{u"-/a,b;c|d\uFF0Ce"_s};
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
    QTest::newRow("JSON without a task")
        << uR"({"Response":{"RequestId":"x"}})"_s << QStringList{u"!none:0"_s};
    QTest::newRow("JSON cut off") << uR"({"Response":{"TaskId":"aa)"_s << QStringList{u"!json:0"_s};
    QTest::newRow("tccli")
        << u"tccli tiw StopWhiteboardPush --region ap-singapore --SdkAppId 1400000001 --TaskId 'aaa1'"_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("tccli with continued lines and =")
        << u"tccli tiw StopWhiteboardPush \\\n  --SdkAppId=1400000001 \\\n  --TaskId=\"aaa1\""_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("tccli without a task")
        << u"tccli tiw DescribeRunningTasks --SdkAppId 1"_s << QStringList{u"!none:1"_s};
    QTest::newRow("curl")
        << uR"(curl -X POST https://tiw.tencentcloudapi.com/ -H 'X-TC-Action: StopWhiteboardPush' -d '{"SdkAppId":1400000001,"TaskId":"aaa1"}')"_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("curl over lines")
        << u"curl https://tiw.tencentcloudapi.com \\\n-H \"X-TC-Region: ap-singapore\" \\\n-d '{\n \"SdkAppId\": 1400000001,\n \"TaskId\": \"aaa1\"\n}'"_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("id too long") << QString(200, u'x') << QStringList{u"!id:1"_s};
    QTest::newRow("good and bad mixed") << QString(u"aaa1\n"_s + QString(200, u'x') + u"\nbbb2"_s)
                                        << QStringList{u"-/aaa1"_s, u"!id:2"_s, u"-/bbb2"_s};
    QTest::newRow("byte order mark") << QString(QChar(QChar::ByteOrderMark) + u"aaa1"_s)
                                     << QStringList{u"-/aaa1"_s};
    addLines();
    addTables();
}

void TestPastedTasks::addLines() const
{
    QTest::newRow("prose") << u"please stop the class of Mrs Wang now"_s << QStringList{u"!words:1"_s};
    QTest::newRow("prose with an id")
        << u"please stop 07b4c70bpafm1b4majmb now"_s << QStringList{u"!words:1"_s};
    QTest::newRow("prose with commas") << u"Hello, world, goodbye"_s << QStringList{u"!words:1"_s};
    QTest::newRow("prose with sentences") << u"Stop it, the room is 12"_s << QStringList{u"!words:1"_s};
    QTest::newRow("prose that says TaskId") << u"The TaskId is wrong"_s << QStringList{u"!words:1"_s};
    QTest::newRow("prose with a telephone number") << u"call 13800138000"_s << QStringList{u"!words:1"_s};
    QTest::newRow("prose between ids")
        << u"aaa1\nsee you tomorrow\nbbb2"_s << QStringList{u"-/aaa1"_s, u"!words:2"_s, u"-/bbb2"_s};
    QTest::newRow("one word is an id") << u"abc"_s << QStringList{u"-/abc"_s};
    QTest::newRow("ids with blanks") << u"07b4c70bpafm1b4majmb  bj0mt2l23osdj300hl30"_s
                                     << QStringList{u"-/07b4c70bpafm1b4majmb"_s, u"-/bj0mt2l23osdj300hl30"_s};
    QTest::newRow("application and id with a blank")
        << u"1400000001 07b4c70bpafm1b4majmb"_s << QStringList{u"1400000001/07b4c70bpafm1b4majmb"_s};
    QTest::newRow("id and its name") << u"TaskId 07b4c70bpafm1b4majmb"_s
                                     << QStringList{u"-/07b4c70bpafm1b4majmb"_s};
    QTest::newRow("bullets and numbers") << u"- aaa1\n* bbb2\n\u2022 ccc3\n1. ddd4\n2) eee5\n3\u3001fff6"_s
                                         << QStringList{u"-/aaa1"_s, u"-/bbb2"_s, u"-/ccc3"_s, u"-/ddd4"_s,
                                                        u"-/eee5"_s, u"-/3"_s,    u"-/fff6"_s};
    QTest::newRow("Chinese commas") << u"aaa1\uFF0Cbbb2\uFF1Bccc3\u3001ddd4"_s
                                    << QStringList{u"-/aaa1"_s, u"-/bbb2"_s, u"-/ccc3"_s, u"-/ddd4"_s};
    QTest::newRow("blanks of other kinds")
        << u"\u00A0aaa1\u3000\n\u2003bbb2"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s};
    QTest::newRow("characters without width")
        << u"\u200Baa\u200Da1\u200E\n\uFEFFbbb2\u2060"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s};
    QTest::newRow("text turned around") << u"aaa1\u202Etxt"_s << QStringList{u"!id:1"_s};
    QTest::newRow("control character") << u"aaa\u0007bbb"_s << QStringList{u"!id:1"_s};
    QTest::newRow("old Mac line ends") << u"aaa1\rbbb2"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s};
    QTest::newRow("paragraph separators")
        << u"aaa1\u2028bbb2\u2029ccc3"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s, u"-/ccc3"_s};
    QTest::newRow("row with a label, without a header")
        << u"07b4c70bpafm1b4majmb,1400000001,Class 7b"_s
        << QStringList{u"1400000001/07b4c70bpafm1b4majmb#Class 7b"_s};
    QTest::newRow("row with room and label, without a header")
        << u"\"Maths, advanced\";12345;1400000001;07b4c70bpafm1b4majmb"_s
        << QStringList{u"1400000001/07b4c70bpafm1b4majmb@12345#Maths, advanced"_s};
    QTest::newRow("line of separators only") << u",,;"_s << QStringList{u"!none:1"_s};
    QTest::newRow("a number that was rounded") << u"1.4E+09"_s << QStringList{u"!rounded:1"_s};
    QTest::newRow("URL over two lines")
        << u"# see\ncurl \\\n 'https://x/?SdkAppId=1400000001&TaskId=aaa1' \\"_s
        << QStringList{u"1400000001/aaa1"_s};
    QTest::newRow("our own export as JSON") << uR"([
{"label":"Class 7b","lastOutcome":null,"roomId":7,"sdkAppId":1400000001,"taskId":"aaa1"},
{"label":null,"roomId":null,"sdkAppId":1400000001,"taskId":"bbb2"}
])"_s << QStringList{u"1400000001/aaa1@7#Class 7b"_s, u"1400000001/bbb2"_s};
    QTest::newRow("JSON lines, as list --json prints them")
        << u"{\"sdkAppId\":14,\"taskId\":\"aaa1\"}\n{\"sdkAppId\":14,\"taskId\":\"bbb2\"}\n"_s
        << QStringList{u"14/aaa1"_s, u"14/bbb2"_s};
    QTest::newRow("braces that are not JSON")
        << u"aaa1\n{x}\nbbb2"_s << QStringList{u"-/aaa1"_s, u"-/{x}"_s, u"-/bbb2"_s};
}

void TestPastedTasks::addTables() const
{
    QTest::newRow("header") << u"TaskId,SdkAppId,RoomId,Label\r\naaa1,1400000001,7,Class 7b\r\n"_s
                            << QStringList{u"1400000001/aaa1@7#Class 7b"_s};
    QTest::newRow("header in another order, semicolons, sep=, capitals")
        << u"sep=;\nCLASS;room_id;SDK App ID;Task ID\nA;7;1400000001;aaa1\n"_s
        << QStringList{u"1400000001/aaa1@7#A"_s};
    QTest::newRow("tabs, as from a spreadsheet's clipboard")
        << u"Label\tTaskId\nA\taaa1\nB\tbbb2"_s << QStringList{u"-/aaa1#A"_s, u"-/bbb2#B"_s};
    QTest::newRow("header of one column") << u"TaskId\naaa1\nbbb2"_s << QStringList{u"-/aaa1"_s, u"-/bbb2"_s};
    QTest::newRow("our own export")
        << u"\uFEFFtaskId,sdkAppId,label,roomId\r\naaa1,1400000001,\"'=1+1\",\r\n\"'-bb2\",1400000001,,9\r\n"_s
        << QStringList{u"1400000001/aaa1#=1+1"_s, u"1400000001/-bb2@9"_s};
    QTest::newRow("quotes, separators and line ends inside")
        << u"TaskId,Label\n\"aaa1\",\"a \"\"b\"\", c\nd\"\nbbb2,x"_s
        << QStringList{u"-/aaa1#a \"b\", c d"_s, u"-/bbb2#x"_s};
    QTest::newRow("lines count after a quoted line end")
        << u"TaskId,Label\naaa1,\"a\nb\"\n,x\n"_s << QStringList{u"-/aaa1#a b"_s, u"!none:4"_s};
    QTest::newRow("fields kept as text")
        << u"TaskId,SdkAppId\n=\"12345678\",'1400000001'\n"_s << QStringList{u"1400000001/12345678"_s};
    QTest::newRow("numbers a spreadsheet rounded")
        << u"TaskId,SdkAppId\naaa1,1.4E+09\n7.1E+21,1400000001\nbbb2,\"1,4E+09\"\n"_s
        << QStringList{u"!rounded:2"_s, u"!rounded:3"_s, u"!rounded:4"_s};
    QTest::newRow("application that is no number")
        << u"TaskId,SdkAppId\naaa1,maths\nbbb2,-1\nccc3,\n"_s
        << QStringList{u"!number:2"_s, u"!number:3"_s, u"-/ccc3"_s};
    QTest::newRow("short rows, empty rows, comments")
        << u"# exported\n\nSdkAppId,TaskId\n1400000001\n,,\n# x,aaa1\n1400000001,bbb2"_s
        << QStringList{u"!none:4"_s, u"1400000001/bbb2"_s};
    QTest::newRow("the same task twice") << u"TaskId,SdkAppId\naaa1,14\naaa1,15\naaa1,14"_s
                                         << QStringList{u"14/aaa1"_s, u"15/aaa1"_s, u"!before:4"_s};
    QTest::newRow("a quote that never ends") << u"TaskId,Label\naaa1,A\nbbb2,\"B\nccc3,C\n"_s
                                             << QStringList{u"-/aaa1#A"_s, u"!quote:3"_s, u"-/ccc3#C"_s};
    QTest::newRow("prose in the column") << u"TaskId,Label\nnot an id,A\n"_s << QStringList{u"!id:2"_s};
    QTest::newRow("control and turned characters in a label")
        << u"TaskId,Label\naaa1,a\u202Eb\u0007\n"_s << QStringList{u"-/aaa1#a\uFFFDb\uFFFD"_s};
    QTest::newRow("header only") << u"TaskId,SdkAppId\n"_s << QStringList();
    QTest::newRow("JSON in a cell") << u"TaskId;Label\naaa1;{\"TaskId\":\"zzz9\"}\n"_s
                                    << QStringList{u"-/aaa1#{\"TaskId\":\"zzz9\"}"_s};
}

void TestPastedTasks::findsTasks() const
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(described(Service::parsePastedTasks(text)), expected);
}

void TestPastedTasks::refusesHugeText() const
{
    QCOMPARE(described(Service::parsePastedTasks(QString(Service::largestPaste + 1, u'a'))),
             QStringList{u"!large:0"_s});
}

void TestPastedTasks::refusesTooManyLines() const
{
    QString text;
    for (int i = 0; i < Service::mostPastedLines; ++i) {
        text += u"id%1\n"_s.arg(i);
    }
    QCOMPARE(Service::parsePastedTasks(text).size(), Service::mostPastedLines);
    QCOMPARE(described(Service::parsePastedTasks(QString(text + u"one more"_s))), QStringList{u"!lines:0"_s});
}

void TestPastedTasks::takesALineOfAMegabyte() const
{
    constexpr qsizetype size = 1024 * 1024;
    const QString word = QString(size, u'x');
    const QString blanks = u"TaskId"_s + QString(size, u' ');
    const QString quotes = QString(size, u'"');
    for (const QString &line : {word, blanks, quotes, QString(u"TaskId,Label\n"_s + quotes)}) {
        const auto pieces = Service::parsePastedTasks(QString(u"# \n"_s + line + u"\n"_s));
        QVERIFY(pieces.size() <= 1);
        QCOMPARE(described(pieces).filter(u"/"_s), QStringList());
    }
    QCOMPARE(Service::parsePastedTasks(u"aaa1,"_s.repeated(size / 5)).size(), 1);
}

void TestPastedTasks::decodesFiles_data() const
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString chinese = u"TaskId,Label\naaa1,\u76F4\u64AD\u8BFE"_s;
    QByteArray little = QStringEncoder(QStringEncoder::Utf16LE)(chinese);
    QByteArray big = QStringEncoder(QStringEncoder::Utf16BE)(chinese);
    QTest::newRow("UTF-8") << chinese.toUtf8() << chinese;
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xef\xbb\xbf" + chinese.toUtf8()) << chinese;
    QTest::newRow("UTF-16, as Excel's Unicode text") << QByteArray("\xff\xfe" + little) << chinese;
    QTest::newRow("UTF-16, big end first") << QByteArray("\xfe\xff" + big) << chinese;
    QTest::newRow("GB18030, as Excel on a Chinese desktop")
        << QByteArray("TaskId,Label\naaa1,\xd6\xb1\xb2\xa5\xbf\xce") << chinese;
    QTest::newRow("nothing") << QByteArray() << u""_s;
    QTest::newRow("a program") << QByteArray("\x7f"
                                             "ELF\x02\x01\x01\x00\x00\x00",
                                             10)
                               << QString();
    QTest::newRow("a number beyond all characters") << QByteArray("\0\0\xfe\xff\1\0\0\0", 8) << QString();
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) << QString();
}

void TestPastedTasks::decodesFiles() const
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    const std::optional<QString> decoded = Service::decodedText(bytes);
    QCOMPARE(decoded.has_value(), !text.isNull());
    QCOMPARE(decoded.value_or(QString()), text);
}

namespace {

[[nodiscard]] QString newFile(const QTemporaryDir &directory, const QString &name, const QByteArray &bytes)
{
    QFile file(directory.filePath(name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? file.fileName() : QString();
}

} // namespace

void TestPastedTasks::readsFilesOneAfterTheOther() const
{
    const QTemporaryDir directory;
    const auto pieces = Service::readTaskFiles({newFile(directory, u"a.csv"_s, "TaskId;SdkAppId\naaa1;14\n"),
                                                newFile(directory, u"b.txt"_s, "bbb2\r\n\r\nso it is\r\n"),
                                                newFile(directory, u"c.json"_s, R"(["ccc3"])")});
    QCOMPARE(described(pieces), QStringList({u"14/aaa1"_s, u"-/bbb2"_s, u"!words:3"_s, u"-/ccc3"_s}));
    QStringList files;
    for (const Service::PastedTask &piece : pieces) {
        files.append(piece.file);
    }
    QCOMPARE(files, QStringList({u"a.csv"_s, u"b.txt"_s, u"b.txt"_s, u"c.json"_s}));
}

void TestPastedTasks::refusesFiles() const
{
    const QTemporaryDir directory;
    const QByteArray large(Service::largestPaste + 1, 'a');
    const QString fits = newFile(directory, u"fits.txt"_s, QByteArray(Service::largestPaste - 2, '\n'));
    const QString small = newFile(directory, u"small.txt"_s, "aaa1");
    QCOMPARE(described(Service::readTaskFiles({directory.filePath(u"none.csv"_s), directory.path(),
                                               newFile(directory, u"large.txt"_s, large), u"/dev/zero"_s})),
             QStringList({u"!reading:0"_s, u"!reading:0"_s, u"!large:0"_s, u"!reading:0"_s}));
    QCOMPARE(described(Service::readTaskFiles({newFile(directory, u"binary.csv"_s, QByteArray(9, '\0'))})),
             QStringList{u"!text:0"_s});
    // All files together have room for so much.
    QCOMPARE(described(Service::readTaskFiles({fits, small})).last(), u"!large:0"_s);
}

void TestPastedTasks::readsOnAWorker() const
{
    Service::TaskImport import;
    QStringList found;
    connect(&import, &Service::TaskImport::finished, &import,
            [&found](const QList<Service::PastedTask> &pieces) { found.append(described(pieces)); });
    import.readText(u"void1"_s);
    import.readText(u"aaa1"_s); // makes the first one void
    QVERIFY(import.isReading());
    QTRY_COMPARE(found, QStringList{u"-/aaa1"_s});
    QVERIFY(!import.isReading());

    import.readText(u"bbb2"_s);
    import.cancel();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(found, QStringList{u"-/aaa1"_s});
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

CONSOLE_TEST(TestPastedTasks, QCoreApplication)
#include "tst_pastedtasks.moc"
