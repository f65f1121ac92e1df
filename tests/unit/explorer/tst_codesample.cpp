// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/catalogueparser.h"
#include "explorer/codesample.h"
#include "explorer/literals.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using Explorer::CodeKind;
namespace Literal = Explorer::Literal;

namespace {

//! Everything that one of the languages could take for its own.
const QString nasty = u"it's \"q\" \\b $HOME `id` ${x} $(id) %s @BODY@ */ ?> 白板课\nline\t\u2028\x07"
                      u"1"_s;

[[nodiscard]] QJsonObject startValues()
{
    return {{u"SdkAppId"_s, 1400000001},
            {u"RoomId"_s, qint64(4'294'967'295)},
            {u"PushUserId"_s, nasty},
            {u"PushUserSig"_s, u"<PushUserSig>"_s},
            {u"AutoRecord"_s, false},
            {u"Whiteboard"_s, QJsonObject{{u"Width"_s, 1280}, {u"InitParam"_s, u"{\"a\":\"\\\\\"}"_s}}},
            {u"Backup"_s, QJsonObject{{u"PushUserId"_s, u"b"_s}, {u"PushUserSig"_s, u"<PushUserSig>"_s}}}};
}

[[nodiscard]] QJsonObject mixValues()
{
    return QJsonDocument::fromJson(
               R"({"SdkAppId": 1400000001, "OnlineRecordTaskId": "t", "MixStream": {"Enabled": true,
        "Custom": {"Canvas": {"LayoutParams": {"Width": 1280, "Height": 720}}, "InputStreamList": [
        {"LayoutParams": {"Width": 640, "Height": 720}, "InputStreamId": "tic_record_user"},
        {"LayoutParams": {"Width": 640, "Height": 720, "X": 640}, "FillMode": 1}]}}})")
        .object();
}

} // namespace

class CodeSampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void golden_data();
    void golden();
    void everyActionInEveryKind();
    void literals_data();
    void literals();
    void numbers();
    void shellReadsItBack();

private:
    Explorer::Catalogue m_catalogue;
};

void CodeSampleTest::initTestCase()
{
    Core::Result<Explorer::Catalogue> catalogue = Explorer::builtInCatalogue();
    QVERIFY(catalogue);
    m_catalogue = *catalogue;
}

void CodeSampleTest::golden_data()
{
    QTest::addColumn<CodeKind>("kind");
    QTest::addColumn<QString>("url");
    QTest::addColumn<Core::Edition>("edition");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("values");
    const QString address = u"https://tiw.intl.tencentcloudapi.com"_s;
    const QString start = u"StartWhiteboardPush"_s;
    const auto row = [&](const char *file, CodeKind kind) {
        QTest::newRow(file) << kind << address << Core::Edition::International << start << startValues();
    };
    row("start.curl.sh", CodeKind::Curl);
    row("start.unsigned.sh", CodeKind::CurlUnsigned);
    row("start.tccli.sh", CodeKind::Tccli);
    row("start.py", CodeKind::Python);
    row("start.go", CodeKind::Go);
    row("start.java", CodeKind::Java);
    row("start.js", CodeKind::Node);
    row("start.php", CodeKind::Php);
    row("start.cs", CodeKind::DotNet);
    row("start.cpp", CodeKind::Cpp);
    QTest::newRow("mix.cpp") << CodeKind::Cpp << address << Core::Edition::International
                             << u"CreateVideoGenerationTask"_s << mixValues();
    QTest::newRow("mix.tccli.sh") << CodeKind::Tccli << address << Core::Edition::International
                                  << u"CreateVideoGenerationTask"_s << mixValues();
    // The other edition, and an address without TLS, which only a simulator has.
    const QJsonObject stop{{u"SdkAppId"_s, 1400000001}, {u"TaskId"_s, u"t1"_s}};
    QTest::newRow("stop.mainland.js") << CodeKind::Node << u"http://127.0.0.1:8080"_s
                                      << Core::Edition::Mainland << u"StopWhiteboardPush"_s << stop;
    QTest::newRow("stop.mainland.py") << CodeKind::Python << u"http://127.0.0.1:8080"_s
                                      << Core::Edition::Mainland << u"StopWhiteboardPush"_s << stop;
}

void CodeSampleTest::golden()
{
    QFETCH(CodeKind, kind);
    QFETCH(QString, url);
    QFETCH(Core::Edition, edition);
    QFETCH(QString, action);
    QFETCH(QJsonObject, values);
    const auto endpoint = Core::Endpoint::parse(url, u"ap-singapore"_s, edition);
    QVERIFY(endpoint);
    const QString code = codeFor(kind, m_catalogue, *m_catalogue.findAction(action), *endpoint, values);
    QFile file(QStringLiteral(TEST_DATA_DIR "/code/") + QLatin1StringView(QTest::currentDataTag())
               + u".txt"_s);
    if (qEnvironmentVariableIsSet("CONSOLE_WRITE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(code.toUtf8());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(code, QString::fromUtf8(file.readAll()));
}

void CodeSampleTest::everyActionInEveryKind()
{
    for (const Explorer::Action &action : m_catalogue.actions) {
        for (const Core::Edition edition : action.editions) {
            const auto endpoint =
                Core::Endpoint::parse(u"https://tiw.example.com"_s, u"ap-guangzhou"_s, edition);
            for (const CodeKind kind : Explorer::codeKinds()) {
                const QString code = codeFor(kind, m_catalogue, action, *endpoint, action.exampleRequest);
                QVERIFY(code.contains(action.name));
                QVERIFY(code.contains("ap-guangzhou"_L1));
                QVERIFY(code.contains("tiw.example.com"_L1));
                QVERIFY2(!code.contains("_SHELL@"_L1) && !code.contains("@ACTION"_L1)
                             && !code.contains("@INTL"_L1),
                         qPrintable(code)); // every word is filled in
            }
        }
    }
}

void CodeSampleTest::literals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("quoted");
    QTest::addColumn<QString>("cpp");
    QTest::addColumn<QString>("php");
    QTest::newRow("plain") << u"abc"_s << u"'abc'"_s << u"\"abc\""_s << u"\"abc\""_s << u"'abc'"_s;
    QTest::newRow("quotes") << u"'\""_s << u"''\\''\"'"_s << u"\"'\\\"\""_s << u"\"'\\\"\""_s << u"'\\'\"'"_s;
    QTest::newRow("backslash") << u"\\n"_s << u"'\\n'"_s << u"\"\\\\n\""_s << u"\"\\\\n\""_s << u"'\\\\n'"_s;
    QTest::newRow("unicode escape") << u"\\u0041"_s << u"'\\u0041'"_s << u"\"\\\\u0041\""_s
                                    << u"\"\\\\u0041\""_s << u"'\\\\u0041'"_s;
    QTest::newRow("newline") << u"a\nb"_s << u"'a\nb'"_s << u"\"a\\nb\""_s << u"\"a\\nb\""_s << u"'a\nb'"_s;
    QTest::newRow("bell and digit") << u"\x07"
                                       u"1"_s
                                    << u"'\x07"
                                       u"1'"_s
                                    << u"\"\\u00071\""_s << u"\"\\0071\""_s
                                    << u"'\x07"
                                       u"1'"_s;
    QTest::newRow("line separator") << u"\u2028"_s << u"'\u2028'"_s << u"\"\\u2028\""_s
                                    << u"\"\\342\\200\\250\""_s << u"'\u2028'"_s;
    QTest::newRow("dollar") << u"$HOME `id`"_s << u"'$HOME `id`'"_s << u"\"$HOME `id`\""_s
                            << u"\"$HOME `id`\""_s << u"'$HOME `id`'"_s;
    QTest::newRow("Chinese") << u"白板"_s << u"'白板'"_s << u"\"白板\""_s << u"\"白板\""_s << u"'白板'"_s;
}

void CodeSampleTest::literals()
{
    QFETCH(QString, text);
    QTEST(Literal::shell(text), "shell");
    QTEST(Literal::quoted(text), "quoted");
    QTEST(Literal::cpp(text), "cpp");
    QTEST(Literal::php(text), "php");
}

void CodeSampleTest::numbers()
{
    QCOMPARE(Literal::number(qint64(4'294'967'295)), u"4294967295"_s);
    QCOMPARE(Literal::number(qint64(9'007'199'254'740'993)), u"9007199254740993"_s);
    QCOMPARE(Literal::number(-1), u"-1"_s);
    QCOMPARE(Literal::number(0.1), u"0.1"_s);
    QCOMPARE(Literal::python(QJsonValue(QJsonArray{true, QJsonValue::Null, 1.5})),
             u"[\n    True,\n    None,\n    1.5,\n]"_s);
}

//! What the shell makes of the command is what was meant.
void CodeSampleTest::shellReadsItBack()
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, QString(u"printf %s "_s + Literal::shell(nasty))});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), nasty);
}

CONSOLE_TEST(CodeSampleTest, QCoreApplication)
#include "tst_codesample.moc"
