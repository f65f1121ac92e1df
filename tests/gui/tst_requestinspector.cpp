// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/requestinspector.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The inspector, opened from the real window's log and journal after real requests to a simulator.
class TestRequestInspector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheWholeExchange();
    void revealsOneSignature();
    void attemptsSideBySide();
    void copies();
    void copiedScriptRuns();
    void noSecretAnywhere();
    void journalOpensIt();
    void olderLinesSayWhatTheyKnow();
    void linesOfTheHistoryHaveTheirTexts();
    void ringIsBounded();

private:
    template <typename T> [[nodiscard]] T *child(const char *name) const
    {
        return m_inspector->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString textOf(const char *name) const
    {
        return child<QPlainTextEdit>(name)->toPlainText();
    }
    //! Sends it by the one way out and waits for its end.
    void send(const QString &action, const QJsonObject &body, Api::ActionKind kind = Api::ActionKind::Read);
    //! Presses Return on the last line of the log.
    void inspectLastLine();
    void copy(const char *name);

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
    QPointer<Gui::RequestInspector> m_inspector;
};

void TestRequestInspector::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestRequestInspector::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestRequestInspector::send(const QString &action, const QJsonObject &body, Api::ActionKind kind)
{
    Service::Order order;
    order.request = {.action = action, .body = body, .kind = kind};
    order.account = m_bench->accounts.byId(u"bench"_s).value();
    order.credential = m_server->address().credential;
    bool isDone = false;
    Service::DispatchedCall *call = m_bench->dispatcher.send(order, m_window.get());
    connect(call, &Service::DispatchedCall::finished, this, [&isDone] { isDone = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
}

void TestRequestInspector::inspectLastLine()
{
    auto *log = m_window->findChild<QTableView *>(u"logView"_s);
    const qsizetype lines = static_cast<qsizetype>(m_bench->log.entries().size());
    QTRY_COMPARE(log->model()->rowCount(), lines);
    log->selectRow(log->model()->rowCount() - 1);
    auto *inspect = m_window->findChild<QAction *>(u"inspectAction"_s);
    QVERIFY(inspect->isEnabled());
    QVERIFY(inspect->shortcuts().contains(QKeySequence(Qt::Key_Return)));
    inspect->trigger();
    const auto open = m_window->findChildren<Gui::RequestInspector *>();
    m_inspector = open.isEmpty() ? nullptr : open.last();
}

void TestRequestInspector::copy(const char *name)
{
    QGuiApplication::clipboard()->clear();
    child<QAction>(name)->trigger();
}

void TestRequestInspector::showsTheWholeExchange()
{
    send(u"DescribeApplicationInfos"_s, {});
    inspectLastLine();
    QVERIFY(m_inspector);
    const Core::WireExchange kept = m_bench->dispatcher.exchanges().byId(1).value();
    QVERIFY(kept.isWhole);

    const QString request = textOf("requestText");
    QVERIFY(request.startsWith(u"POST / HTTP/1.1\nHost: 127.0.0.1:"_s));
    for (const QString &line :
         {u"Content-Type: application/json\n"_s, u"X-TC-Action: DescribeApplicationInfos\n"_s,
          u"X-TC-Region: ap-singapore\n"_s, u"Content-Length: 2\n"_s})
        QVERIFY2(request.contains(line), qPrintable(line));
    QVERIFY(request.endsWith(u"\n\n{}"_s));
    QVERIFY(request.contains(u"SignedHeaders=content-type;host, Signature=(redacted)\n"_s));

    const QString signature = textOf("signatureText");
    QVERIFY(signature.contains(kept.canonicalRequest));
    QVERIFY(signature.contains(kept.stringToSign));
    QVERIFY(signature.contains(kept.credentialScope));
    QVERIFY(signature.contains(Core::sha256Hex(kept.canonicalRequest)));
    QVERIFY(kept.stringToSign.endsWith(Core::sha256Hex(kept.canonicalRequest)));

    const QString answer = textOf("answerText");
    QVERIFY(answer.startsWith(u"HTTP status 200\n"_s));
    QVERIFY(answer.contains(u"\n    \"Response\": {\n"_s)); // indented
    QVERIFY(answer.contains(kept.answer)); // and as it came
    QVERIFY(answer.contains(kept.requestId));

    const QString connection = textOf("connectionText");
    QVERIFY(connection.contains(u"Encryption: none"_s));
    QVERIFY(kept.timings.queuedMs >= 0);
    QVERIFY(kept.timings.sentMs >= 0);
    QVERIFY(kept.timings.firstByteMs >= kept.timings.sentMs);
    QVERIFY(kept.timings.doneMs >= kept.timings.firstByteMs);
    QVERIFY(!child<QComboBox>("attemptCombo")->isEnabled());
}

void TestRequestInspector::revealsOneSignature()
{
    send(u"DescribeApplicationInfos"_s, {});
    inspectLastLine();
    const QString signature = QString::fromLatin1(m_bench->dispatcher.exchanges().byId(1)->signature);
    QCOMPARE(signature.size(), 64);
    for (const char *text : {"requestText", "signatureText"}) {
        QVERIFY(!textOf(text).contains(signature));
    }
    child<QCheckBox>("revealBox")->click();
    for (const char *text : {"requestText", "signatureText"}) {
        QVERIFY(textOf(text).contains(signature));
    }
    copy("copySupportAction");
    QVERIFY(!QGuiApplication::clipboard()->text().contains(signature));
    m_inspector->close();
    inspectLastLine();
    QVERIFY(!textOf("requestText").contains(signature));
}

void TestRequestInspector::attemptsSideBySide()
{
    QVERIFY(m_server->addFault(u"DescribeApplicationInfos:1:code=InternalError"));
    send(u"DescribeApplicationInfos"_s, {});
    inspectLastLine();
    const auto *attempts = child<QTableWidget>("attemptsTable");
    QCOMPARE(attempts->columnCount(), 2);
    QCOMPARE(attempts->item(1, 0)->text(), u"InternalError"_s);
    QCOMPARE(attempts->item(1, 1)->text(), u"answered"_s);
    QVERIFY(attempts->item(3, 0)->text() != attempts->item(3, 1)->text()); // RequestIds
    auto *chosen = child<QComboBox>("attemptCombo");
    QCOMPARE(chosen->currentIndex(), 1);
    child<QCheckBox>("revealBox")->click();
    chosen->setCurrentIndex(0);
    QVERIFY(!child<QCheckBox>("revealBox")->isChecked()); // it was the other one's
    QVERIFY(textOf("answerText").contains(u"InternalError"_s));
}

void TestRequestInspector::copies()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = 1400000001;
    seed.taskId = u"abc123"_s;
    seed.state = Simulator::SeedState::Stopped;
    QVERIFY(m_server->addTask(seed));
    send(u"StopWhiteboardPush"_s, {{u"SdkAppId"_s, 1400000001}, {u"TaskId"_s, u"it's $HOME"_s}},
         Api::ActionKind::Stop);
    inspectLastLine();
    copy("copySupportAction");
    const QString support = QGuiApplication::clipboard()->text();
    for (const QString &line :
         {u"Action: StopWhiteboardPush\n"_s, u"Region: ap-singapore\n"_s,
          u"Error: InvalidParameter.TaskNotFound\n"_s,
          QString(u"RequestId: "_s + m_bench->dispatcher.exchanges().byId(1)->requestId + u'\n')})
        QVERIFY2(support.contains(line), qPrintable(support));
    copy("copyTccliAction");
    const QString tccli = QGuiApplication::clipboard()->text();
    QVERIFY2(tccli.contains(u"tccli tiw StopWhiteboardPush"_s)
                 && tccli.contains(u"--TaskId 'it'\\''s $HOME'"_s),
             qPrintable(tccli));
    QVERIFY(tccli.contains(u"--SdkAppId 1400000001"_s));
}

//! The script signs by itself, with the key from its environment, and the simulator accepts that.
void TestRequestInspector::copiedScriptRuns()
{
    for (const QString &tool : {u"sh"_s, u"curl"_s, u"openssl"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            QSKIP("a tool of the script is not installed");
    }
    send(u"DescribeApplicationInfos"_s, {});
    inspectLastLine();
    copy("copyCurlAction");
    const QString script = QGuiApplication::clipboard()->text();
    const Core::Credential credential = m_server->address().credential;
    QVERIFY(!script.contains(credential.secretId));
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TENCENTCLOUD_SECRET_ID"_s, credential.secretId);
    environment.insert(u"TENCENTCLOUD_SECRET_KEY"_s, QString::fromUtf8(credential.secretKey.bytes()));
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, script});
    QVERIFY(shell.waitForFinished(20'000));
    const QByteArray answer = shell.readAllStandardOutput();
    QVERIFY2(answer.contains("\"RequestId\"") && !answer.contains("\"Error\""),
             QByteArray(answer + shell.readAllStandardError()).constData());
}

void TestRequestInspector::noSecretAnywhere()
{
    const QString marker = u"marker-secret-1234"_s;
    const QString key = QString::fromUtf8(m_server->address().credential.secretKey.bytes());
    send(u"StartWhiteboardPush"_s,
         {{u"SdkAppId"_s, 1400000001},
          {u"RoomId"_s, 7},
          {u"PushUserId"_s, u"u"_s},
          {u"PushUserSig"_s, marker},
          {u"Backup"_s, QJsonObject{{u"PushUserId"_s, u"b"_s}, {u"PushUserSig"_s, marker}}}},
         Api::ActionKind::Start);
    inspectLastLine();
    child<QCheckBox>("revealBox")->click();
    QStringList texts;
    for (const char *action : {"copyCurlAction", "copyTccliAction", "copySupportAction"}) {
        copy(action);
        texts.append(QGuiApplication::clipboard()->text());
        QVERIFY2(!texts.last().isEmpty(), action);
    }
    for (const QLabel *label : m_inspector->findChildren<QLabel *>())
        texts.append(label->text());
    for (const QPlainTextEdit *edit : m_inspector->findChildren<QPlainTextEdit *>())
        texts.append(edit->toPlainText());
    for (const QString &text : std::as_const(texts)) {
        QVERIFY2(!text.contains(marker), qPrintable(text));
        QVERIFY(!text.contains(key));
    }
    QVERIFY(textOf("requestText").contains(u"\"PushUserSig\":\"(redacted)\""_s));
}

void TestRequestInspector::journalOpensIt()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = 1400000001;
    seed.taskId = u"abc123"_s;
    QVERIFY(m_server->addTask(seed));
    const QList<Core::TaskKey> keys = m_bench->track({u"abc123"_s});
    m_prompt->accept();
    bool isSettled = false;
    connect(&m_bench->stops, &Service::StopService::settled, this, [&isSettled] { isSettled = true; });
    auto *table = m_window->findChild<QTableView *>(u"taskTable"_s);
    QVERIFY(table != nullptr);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QTRY_VERIFY(m_window->findChild<QAction *>(u"stopAction"_s)->isEnabled());
    m_window->findChild<QAction *>(u"stopAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isSettled, 20'000);

    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
    auto *journal = m_window->findChild<QTableView *>(u"journalTable"_s);
    QTRY_VERIFY(journal->model()->rowCount() >= 5);
    int sentRow = -1;
    for (int row = 0; row < journal->model()->rowCount(); ++row) {
        if (journal->model()->index(row, 1).data().toString() == u"Answered"_s && sentRow < 0)
            sentRow = row;
    }
    QVERIFY(sentRow >= 0);
    journal->selectRow(sentRow);
    journal->setCurrentIndex(journal->model()->index(sentRow, 0));
    m_window->findChild<QAction *>(u"inspectEventAction"_s)->trigger();
    m_inspector = m_window->findChild<Gui::RequestInspector *>();
    QVERIFY(m_inspector);
    QVERIFY(child<QLabel>("summaryLabel")->text().contains(u"abc123"_s));
    QVERIFY(textOf("requestText").contains(u"\"TaskId\":\"abc123\""_s));
}

void TestRequestInspector::olderLinesSayWhatTheyKnow()
{
    const Service::ExchangeRing ring;
    Core::JournalEvent event;
    event.action = u"StopWhiteboardPush"_s;
    event.requestId = u"earlier"_s;
    event.requestText = u"POST tiw.example/ StopWhiteboardPush ap-singapore\n{\"TaskId\":\"t\"}"_s;
    event.answerText =
        u"{\"Response\":{\"Backup\":\"{\\\"RequestId\\\":\\\"b\\\"}\",\"RequestId\":\"earlier\"}}"_s;
    const Core::WireExchange known = ring.behind(event, Core::Intent()).value();
    QVERIFY(!known.isWhole);
    QCOMPARE(known.body, u"{\"TaskId\":\"t\"}"_s);
    Gui::RequestInspector::show(m_bench->services(), known, m_window.get());
    m_inspector = m_window->findChild<Gui::RequestInspector *>();
    QVERIFY(!m_inspector->isModal()); // Stop stays within reach
    const QPointer<Gui::RequestInspector> former = m_inspector;
    Gui::RequestInspector::show(m_bench->services(), known, m_window.get());
    QTRY_VERIFY(former.isNull());
    m_inspector = m_window->findChild<Gui::RequestInspector *>();
    QVERIFY(m_inspector);
    QVERIFY(textOf("requestText").contains(u"Not kept."_s));
    QVERIFY(textOf("signatureText").startsWith(u"Not kept."_s));
    QVERIFY(textOf("answerText").contains(u"\"RequestId\": \"b\""_s)); // Backup, decoded
    QVERIFY(textOf("connectionText").contains(u"Encryption: not known"_s));
    QVERIFY(!child<QCheckBox>("revealBox")->isEnabled());
    m_inspector->close();

    // A line that tells of no request.
    Core::LogEntry note;
    note.topic = Core::LogTopic::Note;
    note.detail = u"hello"_s;
    m_bench->log.append(note);
    QTRY_VERIFY(m_inspector.isNull());
    inspectLastLine();
    QVERIFY(m_inspector.isNull());
    QCOMPARE(m_window->statusBar()->currentMessage(), u"This line tells of no request."_s);
}

void TestRequestInspector::linesOfTheHistoryHaveTheirTexts()
{
    Core::HistoryEntry entry;
    entry.action = u"StopWhiteboardPush"_s;
    entry.requestId = u"earlier"_s;
    entry.errorCode = u"InternalError"_s;
    const Core::WireExchange known =
        Service::ExchangeRing()
            .behind(entry, {.request = u"POST tiw.example/\n{}"_s, .answer = u"[]"_s})
            .value();
    QCOMPARE(known.requestLine, u"POST tiw.example/"_s);
    QCOMPARE(known.body, u"{}"_s);
    QCOMPARE(known.answer, u"[]"_s);
    QCOMPARE(known.error->apiCode, u"InternalError"_s);
}

void TestRequestInspector::ringIsBounded()
{
    Service::ExchangeRing ring(3, 100'000);
    for (int i = 0; i < 5; ++i)
        ring.append({});
    QCOMPARE(ring.size(), 3);
    QVERIFY(!ring.byId(2));
    QCOMPARE(ring.byId(3)->id, 3);
    QVERIFY(!ring.byId(6));
    Core::WireExchange large;
    large.answer = QString(60'000, u'x');
    ring.append(large);
    QCOMPARE(ring.size(), 1); // alone it is over the bound, and is kept all the same
    ring.append({});
    QCOMPARE(ring.byId(7)->id, 7);
    QVERIFY(!ring.byId(6));
}

CONSOLE_TEST(TestRequestInspector, QApplication)
#include "tst_requestinspector.moc"
