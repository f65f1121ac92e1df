// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/codesample.h"
#include "explorer/requestcheck.h"
#include "gui/explorerpage.h"
#include "gui/mainwindow.h"
#include "gui/problemlabel.h"
#include "service/explorerservice.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sdkAppId = 1400000001;
const QString secret = u"marker-of-a-secret"_s;

} // namespace

//! The explorer in the real window, over the real services and a real simulator, by object name.
class TestExplorerPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyActionIsCalledThroughItsForm_data();
    void everyActionIsCalledThroughItsForm();
    void isFoundByKeyboard();
    void otherEditionsAreMarked();
    void formAndJsonAreInStep();
    void listsGrowAndShrink();
    void faultsStandAtTheirFields();
    void brokenJsonIsSaidAtItsLine();
    void changesAreAskedForAndJournaled();
    void beginningsLeaveOnce();
    void readsAreRepeated();
    void canBeCancelled();
    void readOnlyAccountsRefuse();
    void secretsAreNotKept();
    void signedLikeThePublishedExample();
    void olderSignatureHidesSecrets();
    void codeHasNoSecrets();
    void answerIsInspected();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] Gui::ExplorerPage *page() const { return m_window->findChild<Gui::ExplorerPage *>(); }
    template <typename T = QLineEdit> [[nodiscard]] T *field(const QString &path) const
    {
        return child<QScrollArea>(u"formArea"_s)->findChild<T *>(QString(u"field:"_s + path));
    }
    void start(Simulator::Edition edition = Simulator::Edition::Both);
    void fill(const QJsonObject &values, const QString &prefix = {});
    void fillOne(const QString &path, const QJsonValue &value);
    [[nodiscard]] QJsonObject json() const;
    void press(const QString &button) const { child<QPushButton>(button)->click(); }
    void call();
    [[nodiscard]] QString outcome() const { return child<QLabel>(u"outcomeLabel"_s)->text(); }
    [[nodiscard]] QString problemOf(const QString &path) const;
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] QList<Core::HistoryEntry> history(const QString &action);
    void chooseAccount(const Core::Account &account, const Core::Credential &credential);

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

void TestExplorerPage::start(Simulator::Edition edition)
{
    m_window.reset();
    m_bench.reset();
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.edition = edition;
    settings.startDelayMs = 50;
    settings.stopDelayMs = 50;
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(page() == nullptr); // made when it is first shown
    child<QAction>(u"explorerPageAction"_s)->trigger();
    QVERIFY(page() != nullptr);
    QTRY_VERIFY(page()->isVisible());
    QCOMPARE(m_window->focusWidget(), child<QLineEdit>(u"explorerSearchEdit"_s)); // typing finds at once
}

void TestExplorerPage::init()
{
    start();
}

void TestExplorerPage::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestExplorerPage::fill(const QJsonObject &values, const QString &prefix)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        fillOne(QString(prefix + value.key()), *value);
}

//! As a person would: by typing, choosing and pressing.
void TestExplorerPage::fillOne(const QString &path, const QJsonValue &value)
{
    auto *input = field<QWidget>(path);
    QVERIFY2(input != nullptr, qPrintable(path));
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            qobject_cast<QPushButton *>(input)->click();
            fillOne(QString(path + u'[' + QString::number(i) + u']'), items.at(i));
        }
    } else if (value.isObject()) {
        if (auto *box = qobject_cast<QCheckBox *>(input); box != nullptr && !box->isChecked())
            box->click();
        fill(value.toObject(), QString(path + u'.'));
    } else if (auto *box = qobject_cast<QComboBox *>(input)) {
        const QString text =
            value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toVariant().toString();
        const int index = box->findText(text, Qt::MatchStartsWith);
        if (index < 0 && box->isEditable()) {
            box->setEditText(text);
            return;
        }
        QVERIFY2(index > 0, qPrintable(QString(path + u": "_s + text)));
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    } else if (auto *edit = qobject_cast<QLineEdit *>(input)) {
        edit->clear();
        QTest::keyClicks(edit, value.toVariant().toString());
    } else {
        QFAIL(qPrintable(path));
    }
}

QJsonObject TestExplorerPage::json() const
{
    return QJsonDocument::fromJson(child<QPlainTextEdit>(u"jsonEdit"_s)->toPlainText().toUtf8()).object();
}

void TestExplorerPage::call()
{
    child<QLabel>(u"outcomeLabel"_s)->clear();
    press(u"callButton"_s);
    QVERIFY(QTest::qWaitFor([this] { return !outcome().isEmpty(); }, 10'000));
}

//! What is spoken of the field because it is wrong, and not because it is the field.
QString TestExplorerPage::problemOf(const QString &path) const
{
    const QString spoken = field<QWidget>(path)->accessibleDescription();
    const QList<Gui::ProblemLabel *> labels = m_window->findChildren<Gui::ProblemLabel *>();
    const bool isProblem =
        std::ranges::any_of(labels, [&spoken](const QLabel *label) { return label->text() == spoken; });
    return isProblem ? spoken : QString();
}

int TestExplorerPage::deliveries(const QString &action) const
{
    int count = 0;
    for (const Simulator::JournalEntry &entry : m_server->journal())
        count += entry.action == action ? 1 : 0;
    return count;
}

QList<Core::HistoryEntry> TestExplorerPage::history(const QString &action)
{
    std::optional<QList<Core::HistoryEntry>> found;
    Core::HistoryQuery query;
    query.action = action;
    m_bench->history.page(query, this, [&found](const Core::Result<QList<Core::HistoryEntry>> &entries) {
        found = entries.value_or(QList<Core::HistoryEntry>());
    });
    return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : QList<Core::HistoryEntry>();
}

void TestExplorerPage::chooseAccount(const Core::Account &account, const Core::Credential &credential)
{
    m_bench->accounts.addTransient(account, credential);
    auto *box = child<QComboBox>(u"explorerAccountBox"_s);
    box->setCurrentIndex(box->findData(account.id));
}

void TestExplorerPage::everyActionIsCalledThroughItsForm_data()
{
    QTest::addColumn<Core::Edition>("edition");
    QTest::newRow("international") << Core::Edition::International;
    QTest::newRow("mainland") << Core::Edition::Mainland;
}

void TestExplorerPage::everyActionIsCalledThroughItsForm()
{
    QFETCH(Core::Edition, edition);
    const bool isInternational = edition == Core::Edition::International;
    start(isInternational ? Simulator::Edition::International : Simulator::Edition::Mainland);
    chooseAccount(TestSupport::accountFor(m_server->address(), u"walker"_s, edition),
                  m_server->address().credential);

    const Explorer::Catalogue &catalogue = m_bench->explorer.catalogue();
    int called = 0;
    for (const Explorer::Action &action : catalogue.actions) {
        page()->open(action.name);
        QCOMPARE(child<QLabel>(u"actionLabel"_s)->text(), action.name);
        auto *callButton = child<QPushButton>(u"callButton"_s);
        QCOMPARE(callButton->isEnabled(), action.existsIn(edition));
        if (!action.existsIn(edition)) {
            QVERIFY(!child<QLabel>(u"callStatus"_s)->text().isEmpty());
            continue;
        }
        QJsonObject values = action.exampleRequest;
        for (const Explorer::Field &field : action.request) {
            if (!field.existsIn(edition))
                values.remove(field.name);
        }
        if (action.group == "push"_L1 && values.contains("TaskId"_L1))
            values.insert("TaskId"_L1, Simulator::seededTaskId(sdkAppId, 1));
        press(u"clearButton"_s);
        fill(values);
        QCOMPARE(json(), Explorer::withPlaceholders(catalogue, action.request, values));
        if (action.changesSomething())
            m_prompt->accept();
        call();
        const QString expected = action.name == "StartWhiteboardPush"_L1 ? u"StartWhiteboardPush: started"_s
            : action.name == "StopWhiteboardPush"_L1                     ? u"StopWhiteboardPush: stopped"_s
                                                     : QString(action.name + u" was answered"_s);
        QVERIFY2(outcome().compare(expected, Qt::CaseInsensitive) == 0,
                 qPrintable(QString(outcome() + u" / "_s + child<QLabel>(u"outcomeReason"_s)->text())));
        QVERIFY(child<QPlainTextEdit>(u"answerText"_s)->toPlainText().contains(u"\"RequestId\""_s));
        QVERIFY(deliveries(action.name) >= 1);
        if (action.changesSomething())
            QCOMPARE(deliveries(action.name), 1);
        ++called;
    }
    QCOMPARE(called, isInternational ? 51 : 35);
    QCOMPARE(m_prompt->questions.size(),
             std::ranges::count_if(catalogue.actions, [edition](const Explorer::Action &action) {
                 return action.existsIn(edition) && action.changesSomething();
             }));
}

void TestExplorerPage::isFoundByKeyboard()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *edit = child<QLineEdit>(u"explorerSearchEdit"_s);
    QTRY_VERIFY(edit->hasFocus());
    auto *hits = child<QListWidget>(u"explorerHits"_s);
    QTest::keyClicks(edit, u"startwhite"_s);
    QVERIFY(hits->currentItem()->text().startsWith(u"StartWhiteboardPush\n"_s));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(child<QLabel>(u"actionLabel"_s)->text(), u"StartWhiteboardPush"_s);
    QTRY_VERIFY(field(u"SdkAppId"_s)->hasFocus());

    // Into the results and back.
    edit->clear();
    QTest::keyClicks(edit, u"PushUserSig"_s);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Down);
    QTRY_VERIFY(hits->hasFocus());
    QTest::keyClick(hits, Qt::Key_Up);
    QTest::keyClick(hits, Qt::Key_Up);
    QTRY_VERIFY(edit->hasFocus());
    const QList<QListWidgetItem *> fields = hits->findItems(u"PushUserSig\n"_s, Qt::MatchStartsWith);
    QVERIFY(!fields.isEmpty());
    hits->setFocus();
    hits->setCurrentItem(fields.constFirst());
    QTest::keyClick(hits, Qt::Key_Return);
    QTRY_VERIFY(field(u"PushUserSig"_s)->hasFocus());

    edit->clear();
    QTest::keyClicks(edit, u"TaskHasAlreadyStopped"_s);
    QVERIFY(hits->count() > 0);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(child<QLabel>(u"actionLabel"_s)->text(), u"StopWhiteboardPush"_s);
    edit->clear();
    QTest::keyClicks(edit, u"no such thing anywhere"_s);
    QCOMPARE(hits->count(), 0);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(child<QLabel>(u"actionLabel"_s)->text(), u"StopWhiteboardPush"_s);
}

void TestExplorerPage::otherEditionsAreMarked()
{
    auto *edit = child<QLineEdit>(u"explorerSearchEdit"_s);
    auto *hits = child<QListWidget>(u"explorerHits"_s);
    edit->setText(u"DescribeRunningTasks"_s);
    const QList<QListWidgetItem *> found = hits->findItems(u"DescribeRunningTasks\n"_s, Qt::MatchStartsWith);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.constFirst()->text().contains(u"Not in this edition"_s));
    hits->setCurrentItem(found.constFirst());
    QTest::keyClick(hits, Qt::Key_Return);
    QCOMPARE(child<QLabel>(u"actionLabel"_s)->text(), u"DescribeRunningTasks"_s);
    QVERIFY(!child<QPushButton>(u"callButton"_s)->isEnabled());
    chooseAccount(TestSupport::accountFor(m_server->address(), u"mainland"_s, Core::Edition::Mainland),
                  m_server->address().credential);
    QVERIFY(child<QPushButton>(u"callButton"_s)->isEnabled());
    QVERIFY(!hits->findItems(u"DescribeRunningTasks\n"_s, Qt::MatchStartsWith)
                 .constFirst()
                 ->text()
                 .contains(u"Not in this edition"_s));
}

void TestExplorerPage::formAndJsonAreInStep()
{
    page()->open(u"StartWhiteboardPush"_s);
    press(u"clearButton"_s);
    auto *jsonEdit = child<QPlainTextEdit>(u"jsonEdit"_s);
    QCOMPARE(json(), QJsonObject());

    // Unset is not sent, and an object is sent when it is switched on.
    fillOne(u"RoomId"_s, 4711);
    QCOMPARE(json(), (QJsonObject{{u"RoomId"_s, 4711}}));
    fillOne(u"Whiteboard"_s, QJsonObject{{u"Width"_s, 1280}});
    fillOne(u"AutoRecord"_s, false);
    fillOne(u"PushUserSig"_s, secret);
    QCOMPARE(json(),
             (QJsonObject{{u"RoomId"_s, 4711},
                          {u"Whiteboard"_s, QJsonObject{{u"Width"_s, 1280}}},
                          {u"AutoRecord"_s, false},
                          {u"PushUserSig"_s, u"<PushUserSig>"_s}}));

    // The other way round; a placeholder stands for what was typed, what is nobody's field stays.
    jsonEdit->setPlainText(u"{\"RoomId\": 12, \"PushUserSig\": \"<PushUserSig>\", \"TRTCEnterRoomMode\": "
                           "\"TRTCAppSceneLIVE\",\n\"Backup\": {\"PushUserId\": \"b\"}, \"Nobodys\": [1]}"_s);
    QCOMPARE(field(u"RoomId"_s)->text(), u"12"_s);
    QCOMPARE(field(u"PushUserSig"_s)->text(), secret);
    QCOMPARE(field(u"Backup.PushUserId"_s)->text(), u"b"_s);
    QVERIFY(field<QComboBox>(u"TRTCEnterRoomMode"_s)->currentText().startsWith(u"TRTCAppSceneLIVE"_s));
    QVERIFY(!field<QCheckBox>(u"Whiteboard"_s)->isChecked());
    QVERIFY(child<QLabel>(u"formProblem"_s)->text().contains(u"Nobodys"_s));
    fillOne(u"RoomId"_s, 13);
    QCOMPARE(json().value(u"Nobodys"_s).toArray().size(), 1);
    // What the form cannot show is not lost, and not believed.
    jsonEdit->setPlainText(u"{\"RoomId\": {\"a\": 1}, \"VideoFPS\": \"20\", \"ExtraData\": \"\"}"_s);
    fillOne(u"PushUserId"_s, u"u"_s);
    QVERIFY(json().value(u"RoomId"_s).isObject());
    QCOMPARE(json().value(u"VideoFPS"_s), QJsonValue(u"20"_s));
    QCOMPARE(json().value(u"ExtraData"_s), QJsonValue(QString()));
    QVERIFY(!problemOf(u"RoomId"_s).isEmpty());
    QVERIFY(!problemOf(u"VideoFPS"_s).isEmpty());
    QVERIFY(!json().contains(u"PushUserSig"_s));
}

void TestExplorerPage::listsGrowAndShrink()
{
    page()->open(u"ModifyWhiteboardApplicationConfig"_s);
    press(u"clearButton"_s);
    fillOne(u"Configs"_s,
            QJsonArray{QJsonObject{{u"TaskType"_s, u"recording"_s}, {u"CallbackKey"_s, u"one"_s}},
                       QJsonObject{{u"TaskType"_s, u"transcode"_s}, {u"CallbackKey"_s, u"two"_s}}});
    QCOMPARE(json().value(u"Configs"_s).toArray().size(), 2);
    child<QPushButton>(u"remove:Configs[0]"_s)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const QJsonArray left = json().value(u"Configs"_s).toArray();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0).toObject().value(u"TaskType"_s), QJsonValue(u"transcode"_s));
    QCOMPARE(field(u"Configs[0].CallbackKey"_s)->text(), u"two"_s);
    child<QPushButton>(u"remove:Configs[0]"_s)->click();
    QVERIFY(!json().contains(u"Configs"_s));
    // An item that nobody filled in is a fault, not left out.
    page()->open(u"DescribeRoomList"_s);
    press(u"clearButton"_s);
    field<QPushButton>(u"TimeRange"_s)->click();
    QVERIFY(!problemOf(u"TimeRange[0]"_s).isEmpty());
    fillOne(u"TimeRange[0]"_s, 17);
    QVERIFY(problemOf(u"TimeRange[0]"_s).isEmpty());
    QVERIFY(!field<QWidget>(u"TimeRange[0]"_s)->accessibleDescription().isEmpty()); // its own again
}

void TestExplorerPage::faultsStandAtTheirFields()
{
    page()->open(u"StartWhiteboardPush"_s);
    press(u"clearButton"_s);
    QVERIFY(problemOf(u"PushUserId"_s).isEmpty()); // nobody came to it yet
    fillOne(u"SdkAppId"_s, sdkAppId);
    fillOne(u"VideoFPS"_s, 31);
    QVERIFY(problemOf(u"VideoFPS"_s).contains(u"30"_s));
    fillOne(u"RoomId"_s, u"many"_s);
    QVERIFY(!problemOf(u"RoomId"_s).isEmpty());
    fillOne(u"Backup"_s, QJsonObject{{u"PushUserId"_s, u"b"_s}});
    field(u"VideoFPS"_s)->setFocus();
    QTRY_VERIFY(field(u"VideoFPS"_s)->hasFocus());
    QTest::keyClick(field(u"VideoFPS"_s), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!problemOf(u"PushUserId"_s).isEmpty());
    QVERIFY(!problemOf(u"Backup.PushUserSig"_s).isEmpty());
    QTRY_VERIFY(field(u"RoomId"_s)->hasFocus()); // the first fault
    QVERIFY(child<QPlainTextEdit>(u"jsonEdit"_s)->extraSelections().size() >= 2);
    QVERIFY(child<QLabel>(u"jsonProblem"_s)->text().contains(u"VideoFPS"_s));
    QVERIFY(m_prompt->questions.isEmpty());
    QCOMPARE(deliveries(u"StartWhiteboardPush"_s), 0);
    fillOne(u"VideoFPS"_s, 30);
    QVERIFY(problemOf(u"VideoFPS"_s).isEmpty());
}

void TestExplorerPage::brokenJsonIsSaidAtItsLine()
{
    page()->open(u"DescribeWhiteboardPush"_s);
    auto *jsonEdit = child<QPlainTextEdit>(u"jsonEdit"_s);
    jsonEdit->setPlainText(u"{\n  \"SdkAppId\": 1400000001,\n  \"TaskId\" \"a\"\n}"_s);
    QVERIFY(child<QLabel>(u"jsonProblem"_s)->text().contains(u"Line 3"_s));
    QCOMPARE(jsonEdit->extraSelections().size(), 1);
    QCOMPARE(jsonEdit->extraSelections().constFirst().cursor.blockNumber(), 2);
    press(u"callButton"_s);
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), 0);
    QVERIFY(jsonEdit->isVisible());
    jsonEdit->setPlainText(u"{\n  \"SdkAppId\": 1400000001,\n  \"TaskId\": 7\n}"_s);
    QVERIFY(child<QLabel>(u"jsonProblem"_s)->text().contains(u"Line 3"_s));
    QVERIFY(child<QLabel>(u"jsonProblem"_s)->text().contains(u"TaskId"_s));
}

void TestExplorerPage::changesAreAskedForAndJournaled()
{
    page()->open(u"SetTranscodeCallback"_s);
    press(u"clearButton"_s);
    fill({{u"SdkAppId"_s, sdkAppId}, {u"Callback"_s, u"https://example.com/hook"_s}});
    m_prompt->reject();
    press(u"callButton"_s);
    QTRY_COMPARE(m_prompt->questions.size(), 1);
    const Gui::Question asked = m_prompt->questions.constFirst();
    QVERIFY(asked.text.contains(u"SetTranscodeCallback"_s));
    QVERIFY(asked.details.contains(u"Callback: https://example.com/hook"_s));
    QVERIFY(asked.isDestructive);
    QTest::qWait(0);
    QCOMPARE(deliveries(u"SetTranscodeCallback"_s), 0);

    // Intent and sending are in the journal when the request arrives.
    QVERIFY(m_server->addFault(u"SetTranscodeCallback:1:delay-after=300"));
    m_prompt->accept();
    press(u"callButton"_s);
    QTRY_COMPARE(deliveries(u"SetTranscodeCallback"_s), 1);
    const QList<Core::HistoryEntry> onTheWay = history(u"SetTranscodeCallback"_s);
    QCOMPARE(onTheWay.size(), 1);
    QCOMPARE(onTheWay.constFirst().outcome, u"unknown"_s);
    QTRY_COMPARE(outcome(), u"SetTranscodeCallback was answered"_s);
    QTRY_COMPARE(history(u"SetTranscodeCallback"_s).constFirst().outcome, u"ok"_s);
    QCOMPARE(history(u"SetTranscodeCallback"_s).constFirst().sdkAppId.value, sdkAppId);
}

void TestExplorerPage::beginningsLeaveOnce()
{
    QVERIFY(m_server->addFault(u"CreateApplication:1:drop-after"));
    page()->open(u"CreateApplication"_s);
    press(u"exampleButton"_s);
    m_prompt->accept();
    call();
    QCOMPARE(deliveries(u"CreateApplication"_s), 1);
    QVERIFY2(child<QLabel>(u"outcomeReason"_s)->text().contains(u"not known"_s),
             qPrintable(child<QLabel>(u"outcomeReason"_s)->text()));
    QVERIFY(m_prompt->questions.constFirst().details.contains(u"sent once"_s));
}

void TestExplorerPage::readsAreRepeated()
{
    QVERIFY(m_server->addFault(u"DescribeTranscode:1:drop-after"));
    page()->open(u"DescribeTranscode"_s);
    press(u"exampleButton"_s);
    call();
    QCOMPARE(outcome(), u"DescribeTranscode was answered"_s);
    QCOMPARE(deliveries(u"DescribeTranscode"_s), 2);
}

void TestExplorerPage::canBeCancelled()
{
    QVERIFY(m_server->addFault(u"DescribeUserList:1:delay-after=5000"));
    page()->open(u"DescribeUserList"_s);
    press(u"exampleButton"_s);
    press(u"callButton"_s);
    QTRY_COMPARE(deliveries(u"DescribeUserList"_s), 1);
    QVERIFY(!child<QPushButton>(u"callButton"_s)->isEnabled());
    press(u"cancelCallButton"_s);
    QTRY_VERIFY(child<QPushButton>(u"callButton"_s)->isEnabled());
    QVERIFY2(outcome().contains(u"Cancelled"_s), qPrintable(outcome()));
    QTRY_COMPARE(history(u"DescribeUserList"_s).size(), 1);
}

void TestExplorerPage::readOnlyAccountsRefuse()
{
    Core::Account account = TestSupport::accountFor(m_server->address(), u"reader"_s);
    account.isReadOnly = true;
    chooseAccount(account, m_server->address().credential);
    page()->open(u"SetTranscodeCallback"_s);
    press(u"exampleButton"_s);
    QVERIFY(!child<QPushButton>(u"callButton"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"callStatus"_s)->text().contains(u"reading only"_s));
    page()->open(u"DescribeTranscode"_s);
    press(u"exampleButton"_s);
    call();
    QCOMPARE(outcome(), u"DescribeTranscode was answered"_s);

    // Whoever asks the service behind the page is refused too.
    for (const QString &action : {u"SetTranscodeCallback"_s, u"StopWhiteboardPush"_s,
                                  u"StartWhiteboardPush"_s, u"CreateTranscode"_s, u"StopOnlineRecord"_s}) {
        const QJsonObject values = m_bench->explorer.catalogue().findAction(action)->exampleRequest;
        Service::ExplorerCall *refused = m_bench->explorer.call({account.id, action, values});
        QSignalSpy finished(refused, &Service::ExplorerCall::finished);
        QTRY_COMPARE(finished.size(), 1);
        const auto result = finished.constFirst().constFirst().value<Service::ExplorerResult>();
        QVERIFY(result.error);
        QCOMPARE(result.error->kind, Core::ErrorKind::ReadOnlyAccount);
        QCOMPARE(deliveries(action), 0);
        QVERIFY(history(action).isEmpty());
    }
}

void TestExplorerPage::secretsAreNotKept()
{
    page()->open(u"StartWhiteboardPush"_s);
    press(u"clearButton"_s);
    fill({{u"SdkAppId"_s, sdkAppId},
          {u"RoomId"_s, 77},
          {u"PushUserId"_s, u"u"_s},
          {u"PushUserSig"_s, secret},
          {u"PrivateMapKey"_s, secret},
          {u"Backup"_s, QJsonObject{{u"PushUserId"_s, u"b"_s}, {u"PushUserSig"_s, secret}}}});
    m_prompt->accept();
    QVERIFY(m_server->addFault(u"StartWhiteboardPush:1:code=InternalError"));
    press(u"callButton"_s);
    QTRY_COMPARE(deliveries(u"StartWhiteboardPush"_s), 1);
    QVERIFY(!m_prompt->questions.constFirst().details.contains(secret));
    QVERIFY(!child<QPlainTextEdit>(u"jsonEdit"_s)->toPlainText().contains(secret));
    press(u"cancelCallButton"_s);
    QTRY_VERIFY(child<QPushButton>(u"callButton"_s)->isEnabled());

    page()->open(u"DescribeTranscode"_s);
    page()->open(u"StartWhiteboardPush"_s);
    QCOMPARE(field(u"RoomId"_s)->text(), u"77"_s);
    QCOMPARE(field(u"Backup.PushUserId"_s)->text(), u"b"_s);
    for (const QString &path : {u"PushUserSig"_s, u"PrivateMapKey"_s, u"Backup.PushUserSig"_s})
        QVERIFY(field(path)->text().isEmpty());

    fillOne(u"PushUserSig"_s, secret);
    child<QPlainTextEdit>(u"jsonEdit"_s)
        ->setPlainText(QString(u"{\"RoomId\": 78, \"Unknown\": \""_s + secret
                               + u"\", \"Whiteboard\": {\"InitParam\": \"{\\\"userSig\\\": \\\""_s + secret
                               + u"\\\"}\"}, \"PushUserSig\": \""_s + secret + u"\"}"_s));
    const QByteArray state = page()->saveState();
    QVERIFY(state.contains("78"));
    QVERIFY(!state.contains(secret.toUtf8()));
    page()->restoreState(state);
    QCOMPARE(field(u"RoomId"_s)->text(), u"78"_s);
    QVERIFY(field(u"PushUserSig"_s)->text().isEmpty());
}

void TestExplorerPage::signedLikeThePublishedExample()
{
    Core::Account account;
    account.id = u"vector"_s;
    account.name = u"vector"_s;
    account.secretId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_s;
    account.endpoint = Core::Endpoint::parse(u"tiw.intl.tencentcloudapi.com"_s, u"ap-singapore"_s,
                                             Core::Edition::International)
                           .value();
    const QString secretKey = u"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"_s;
    chooseAccount(account, {account.secretId, Core::SecretText::fromString(secretKey), {}});
    page()->open(u"StopWhiteboardPush"_s);
    press(u"clearButton"_s);
    fill({{u"SdkAppId"_s, sdkAppId}, {u"TaskId"_s, u"07b4c70bpafm1b4majmb"_s}});
    child<QTabWidget>(u"explorerTabs"_s)->setCurrentWidget(child<QWidget>(u"signTab"_s));
    child<QCheckBox>(u"fixedTimeBox"_s)->setChecked(true);
    child<QDateTimeEdit>(u"timeEdit"_s)->setDateTime(QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC));
    press(u"signButton"_s);
    auto *request = child<QPlainTextEdit>(u"signedRequestText"_s);
    auto *parts = child<QPlainTextEdit>(u"signedParts"_s);
    QTRY_VERIFY(
        parts->toPlainText().contains(u"259d2b49bd62eb7eead6155031ba7a16c7a61c6694a35faf8758670c0d91bfac"_s));
    QVERIFY(parts->toPlainText().contains(u"TC3-HMAC-SHA256\n1700000000\n2023-11-14/tiw/tc3_request"_s));
    QVERIFY(request->toPlainText().contains(u"X-TC-Timestamp: 1700000000"_s));
    const QString signature = u"7d2f7f3229f0be38ae4088043502e64c4460c8c6d9c43e772948b1b3f9d5b390"_s;
    QVERIFY(!request->toPlainText().contains(signature) && !parts->toPlainText().contains(signature));
    child<QCheckBox>(u"revealSignedBox"_s)->click();
    QVERIFY(request->toPlainText().contains(signature) && parts->toPlainText().contains(signature));
    QVERIFY(!request->toPlainText().contains(secretKey) && !parts->toPlainText().contains(secretKey));
    // Another request: what is shown would be wrong.
    fillOne(u"TaskId"_s, u"other"_s);
    QVERIFY(request->toPlainText().isEmpty());
    QVERIFY(!child<QCheckBox>(u"revealSignedBox"_s)->isChecked());
    QVERIFY(m_server->journal().isEmpty());
}

void TestExplorerPage::olderSignatureHidesSecrets()
{
    const Core::SecretText token = Core::SecretText::fromString(u"token-marker"_s);
    Core::Credential credential = m_server->address().credential;
    credential.token = token;
    chooseAccount(TestSupport::accountFor(m_server->address(), u"temporary"_s), credential);
    page()->open(u"SetWhiteboardPushCallbackKey"_s);
    press(u"clearButton"_s);
    fill({{u"SdkAppId"_s, sdkAppId}, {u"CallbackKey"_s, secret}});
    child<QTabWidget>(u"explorerTabs"_s)->setCurrentWidget(child<QWidget>(u"signTab"_s));
    for (const QString &scheme : {u"TC3-HMAC-SHA256"_s, u"v1 HmacSHA256"_s, u"v1 HmacSHA1"_s}) {
        auto *box = child<QComboBox>(u"schemeBox"_s);
        box->setCurrentIndex(box->findText(scheme));
        child<QPlainTextEdit>(u"signedParts"_s)->clear();
        press(u"signButton"_s);
        QTRY_VERIFY(!child<QPlainTextEdit>(u"signedParts"_s)->toPlainText().isEmpty());
        child<QCheckBox>(u"revealSignedBox"_s)->click();
        const QString shown = child<QPlainTextEdit>(u"signedParts"_s)->toPlainText()
            + child<QPlainTextEdit>(u"signedRequestText"_s)->toPlainText();
        QVERIFY(shown.contains(scheme.mid(scheme.indexOf(u' ') + 1)));
        QVERIFY(!shown.contains(secret));
        QVERIFY(!shown.contains(u"token-marker"_s));
        QVERIFY(!shown.contains(QString::fromUtf8(credential.secretKey.bytes())));
        QVERIFY(shown.contains(u"1400000001"_s));
    }
    QVERIFY(child<QPlainTextEdit>(u"signedParts"_s)->toPlainText().contains(u"POST127.0.0.1:"_s));
}

void TestExplorerPage::codeHasNoSecrets()
{
    page()->open(u"SetWhiteboardPushCallbackKey"_s);
    press(u"clearButton"_s);
    fill({{u"SdkAppId"_s, sdkAppId}, {u"CallbackKey"_s, secret}});
    child<QTabWidget>(u"explorerTabs"_s)->setCurrentWidget(child<QWidget>(u"codeTab"_s));
    auto *languages = child<QComboBox>(u"languageBox"_s);
    auto *code = child<QPlainTextEdit>(u"codeText"_s);
    QCOMPARE(languages->count(), static_cast<int>(Explorer::codeKinds().size()));
    QSet<QString> texts;
    for (int i = 0; i < languages->count(); ++i) {
        languages->setCurrentIndex(i);
        QVERIFY2(code->toPlainText().contains(u"1400000001"_s), qPrintable(languages->currentText()));
        QVERIFY(!code->toPlainText().contains(secret));
        QVERIFY(code->toPlainText().contains(u"<CallbackKey>"_s));
        texts.insert(code->toPlainText());
        press(u"copyCodeButton"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), code->toPlainText());
    }
    QCOMPARE(texts.size(), languages->count());
}

void TestExplorerPage::answerIsInspected()
{
    page()->open(u"DescribeWhiteboardPush"_s);
    press(u"clearButton"_s);
    fill({{u"SdkAppId"_s, sdkAppId}, {u"TaskId"_s, u"nobody-knows-it"_s}});
    call();
    QVERIFY(outcome().startsWith(u"DescribeWhiteboardPush: "_s));
    QVERIFY(child<QLabel>(u"answerFacts"_s)->text().contains(u"InvalidParameter.TaskNotFound"_s));
    QVERIFY(child<QLabel>(u"answerFacts"_s)->text().contains(u"RequestId"_s));
    QVERIFY(!child<QLabel>(u"outcomeReason"_s)->text().isEmpty());
    press(u"inspectButton"_s);
    QTRY_VERIFY(child<QPlainTextEdit>(u"requestText"_s) != nullptr);
    QVERIFY(child<QPlainTextEdit>(u"requestText"_s)->toPlainText().contains(u"nobody-knows-it"_s));
}

CONSOLE_TEST(TestExplorerPage, QApplication)
#include "tst_explorerpage.moc"
