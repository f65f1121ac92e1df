// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plaintext.h"
#include "gui/answerview.h"
#include "gui/foldedtext.h"
#include "gui/mainwindow.h"
#include "gui/messageboxprompt.h"
#include "gui/pasteedit.h"
#include "gui/requestinspector.h"
#include "gui/taskpage.h"
#include "models/tasktablemodel.h"
#include "service/explorercall.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QHelpEvent>
#include <QInputDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolTip>

#include <ctime>

using namespace Qt::StringLiterals;

//! Texts that somebody wrote to do harm, in every place that others can write to: they are seen as what they
//! are, load nothing, move nothing, hide nothing, and do not hold the window up.
class TestHostileTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyWindow_data();
    void everyWindow();
    void questions_data() { addTexts(); }
    void questions();
    void inspector_data() { addTexts(); }
    void inspector();
    void longLinesAreFolded();
    void pasted_data() { addTexts(); }
    void pasted();
    void pastedToTheDoctor_data() { addTexts(); }
    void pastedToTheDoctor();
    void pastedAsJson_data() { addTexts(); }
    void pastedAsJson();
    void answer_data() { addTexts(); }
    void answer();
    void savedFilter_data() { addTexts(); }
    void savedFilter();

private:
    void addTexts();
    void fill(const QString &text);
    void openWindow();
    [[nodiscard]] QAction *action(const QString &name) const;
    //! What is wrong with the texts of `shown`; nothing was loaded meanwhile.
    [[nodiscard]] QString harmIn(QWidget *shown);

    QTcpServer m_lure; //!< what a text would have loaded is asked of it
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
    Core::TaskKey m_task;
};

namespace {

//! Longer texts than this belong into no cell, label or tool tip; the inspector alone shows whole bodies.
constexpr qsizetype longestShown = 20'000;
constexpr int mostCells = 2'000;
// Of a build without optimization, or a checked one.
#ifdef CONSOLE_SANITIZED
constexpr qint64 longestBlinkMs = 1000; // what is watched and counted takes several times as long
#else
constexpr qint64 longestBlinkMs = 400;
#endif
constexpr qint64 longestOpeningMs = 3'000; //!< of a view that is handed whole bodies, three of them at once

[[nodiscard]] qint64 threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

//! How long the window's thread worked without coming round, at most; what others do to the machine is no
//! part of it.
class Heartbeat
{
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.start(0);
    }
    [[nodiscard]] qint64 longestMs()
    {
        beat();
        return m_longest;
    }

private:
    void beat()
    {
        const qint64 now = threadMs();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
    }

    QTimer m_timer;
    qint64 m_last = threadMs();
    qint64 m_longest = 0;
};

//! Why a text must not be seen as it is; nothing if it may be.
[[nodiscard]] QString harmOf(const QString &text)
{
    if (text.size() > longestShown)
        return u"%1 characters"_s.arg(text.size());
    int marks = 0;
    const QList<uint> characters = text.toUcs4();
    for (const uint c : characters) {
        const QChar::Category category = QChar::category(c);
        marks = category == QChar::Mark_NonSpacing ? marks + 1 : 0;
        if (marks > 30)
            return u"a flood of marks"_s;
        // Qt's own views write the line separator for a line break.
        if (c == '\n' || c == '\t' || c == QChar::LineSeparator)
            continue;
        if (category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Other_Surrogate || category == QChar::Separator_Paragraph)
            return u"U+%1"_s.arg(c, 4, 16, QLatin1Char('0'));
    }
    return {};
}

//! Markup of others that would be obeyed where markup is guessed or wanted.
[[nodiscard]] bool isObeyed(const QString &text)
{
    return text.contains("<img"_L1) || text.contains("<a href"_L1) || text.contains("<b>bold"_L1);
}

[[nodiscard]] bool takesMarkup(const QString &text, Qt::TextFormat format)
{
    return format == Qt::RichText || (format == Qt::AutoText && Qt::mightBeRichText(text));
}

[[nodiscard]] QString nameOf(const QObject *object)
{
    return QLatin1StringView(object->metaObject()->className()) + u' ' + object->objectName();
}

//! The texts of one object, each with the name of its property.
[[nodiscard]] QList<std::pair<QString, QString>> textsOf(const QObject *object)
{
    QList<std::pair<QString, QString>> texts;
    for (const char *name : {"text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis",
                             "accessibleName", "accessibleDescription", "placeholderText", "plainText"}) {
        const QVariant value = object->property(name);
        if (value.typeId() == QMetaType::QString && !value.toString().isEmpty())
            texts.append({QString::fromLatin1(name), value.toString()});
    }
    if (const auto *tabs = qobject_cast<const QTabWidget *>(object)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts.append({u"tab"_s, tabs->tabText(i)});
    }
    return texts;
}

//! A text view that shows a body may hold much of it.
[[nodiscard]] bool isWhole(const QObject *object, const QString &harm)
{
    return harm.endsWith("characters"_L1)
        && (qobject_cast<const QPlainTextEdit *>(object) != nullptr
            || qobject_cast<const QTextEdit *>(object) != nullptr);
}

[[nodiscard]] QStringList harmInObject(const QObject *object)
{
    QStringList found;
    if (qobject_cast<const Gui::PasteEdit *>(object) != nullptr)
        return found; // the operator's own text, as it came; what stands beside it tells what it became
    for (const auto &[property, text] : textsOf(object)) {
        const QString harm = harmOf(text);
        if (!harm.isEmpty() && !isWhole(object, harm))
            found.append(u"%1: %2 in %3"_s.arg(nameOf(object), harm, property));
        if (property == "toolTip"_L1 && Qt::mightBeRichText(text) && isObeyed(text))
            found.append(u"%1: markup in its tool tip"_s.arg(nameOf(object)));
    }
    if (const auto *label = qobject_cast<const QLabel *>(object);
        label != nullptr && isObeyed(label->text()) && takesMarkup(label->text(), label->textFormat()))
        found.append(u"%1: markup"_s.arg(nameOf(object)));
    return found;
}

//! The tool tip that the view really shows over a cell.
[[nodiscard]] QString toolTipOver(QAbstractItemView *view, const QModelIndex &index)
{
    const QPoint place = view->visualRect(index).center();
    QHelpEvent event(QEvent::ToolTip, place, view->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view->viewport(), &event);
    const QString text = QToolTip::text();
    QToolTip::hideText();
    return text;
}

[[nodiscard]] QStringList harmInCells(QAbstractItemView *view)
{
    QStringList found;
    const QAbstractItemModel *model = view->model();
    if (model == nullptr)
        return found;
    const int columns = model->columnCount(view->rootIndex());
    const int rows = std::min(model->rowCount(view->rootIndex()), mostCells / std::max(1, columns));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QModelIndex index = model->index(row, column, view->rootIndex());
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::StatusTipRole),
                                   int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)}) {
                const QString harm = harmOf(index.data(role).toString());
                if (!harm.isEmpty())
                    found.append(u"%1: %2 in cell %3, %4 as %5"_s.arg(nameOf(view), harm)
                                     .arg(row)
                                     .arg(column)
                                     .arg(role));
            }
            if (row < 3 && view->isVisible()) {
                const QString tip = toolTipOver(view, index);
                if (!harmOf(tip).isEmpty() || (Qt::mightBeRichText(tip) && isObeyed(tip)))
                    found.append(u"%1: tool tip of cell %2, %3"_s.arg(nameOf(view)).arg(row).arg(column));
            }
        }
    }
    return found;
}

} // namespace

void TestHostileTexts::addTexts()
{
    QTest::addColumn<QString>("text");
    if (!m_lure.isListening())
        m_lure.listen(QHostAddress::LocalHost);
    const QString url = u"http://127.0.0.1:%1/x.png"_s.arg(m_lure.serverPort());
    QTest::newRow("picture") << u"<img src=\"%1\"> %1"_s.arg(url);
    QTest::newRow("link") << u"<a href=\"%1\">click</a><b>bold"_s.arg(url);
    QTest::newRow("style sheet") << u"<style>@import url(%1);</style><b>bold</b>"_s.arg(url);
    QTest::newRow("entities") << u"&lt;b&gt;&amp;&#x202e;"_s;
    QTest::newRow("mnemonics and places") << u"&File && more [*] %1 %2 %n %L1"_s;
    QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s;
    QTest::newRow("escapes") << u"\x1b[31mred\x1b]0;x\a\u009b31m"_s;
    QTest::newRow("controls") << QString(QChar(0)) + u"a\b\r\x7f"_s;
    QTest::newRow("lines") << u"one\ntwo\r\nthree\u2028four\u2029five"_s;
    QTest::newRow("override") << u"\u202edeppots\u202c \u2066x\u2069"_s;
    QTest::newRow("zero width") << u"st\u200bop\ufeff \U000E0041"_s;
    QTest::newRow("half characters") << QString(QChar(0xd83d)) + u'x' + QChar(0xde00);
    QTest::newRow("flood of marks") << u'a' + QString(100'000, QChar(0x0301));
    QTest::newRow("the longest line that is left whole") << QString(32 * 1024, u'W');
    QTest::newRow("a megabyte without a blank") << QString(1 << 20, u'W');
    QTest::newRow("a megabyte of markup") << u"<b>bold<img src=%1>"_s.arg(url).repeated(20'000);
    QTest::newRow("a megabyte of lines") << u"line\n"_s.repeated(200'000);
}

void TestHostileTexts::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    QSignalSpy guardLoaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->guard.load();
    QTRY_COMPARE(guardLoaded.size(), 1);
    m_prompt = std::make_unique<Support::FakePrompt>();
}

void TestHostileTexts::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
    QGuiApplication::clipboard()->clear();
}

QAction *TestHostileTexts::action(const QString &name) const
{
    auto *found = m_window->findChild<QAction *>(name);
    if (found == nullptr)
        qFatal("there is no action %s", qPrintable(name));
    return found;
}

void TestHostileTexts::openWindow()
{
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->resize(1024, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

//! Puts `text` wherever network, files and clipboard could have put it, had nobody looked before.
void TestHostileTexts::fill(const QString &text)
{
    m_task = m_bench->track({u"abc123"_s}).constFirst();
    Core::Error error = Core::Error::of(Core::ErrorKind::Api, text);
    error.apiCode = text;
    error.apiMessage = text;
    error.requestId = text;
    Core::PushTask task = *m_bench->book.find(m_task);
    task.status = Core::TaskStatus::Pushing;
    task.groupId = text;
    task.pushUserId = text;
    task.taskErrorCode = text;
    task.taskErrorMessage = text;
    task.backup.rawText = text;
    task.unknownFields.insert(text, text);
    m_bench->book.applyAnswer({task});
    m_bench->book.setLabel(m_task, text);
    m_bench->book.change(m_task, [&text](Core::PushTask &changed) {
        changed.lastOutcome = Core::StopOutcome::Failed;
        changed.lastErrorCode = text;
        changed.lastErrorMessage = text;
        changed.lastRequestId = text;
    });
    Core::PushTask other = task;
    other.key = m_bench->key(u"def456"_s);
    other.label = text;
    m_bench->book.add({other});

    Core::LogEntry entry;
    entry.topic = Core::LogTopic::Request;
    entry.accountName = text;
    entry.action = text;
    entry.taskId = text;
    entry.requestId = text;
    entry.detail = text;
    entry.error = error;
    m_bench->log.append(entry);
    entry.topic = Core::LogTopic::Note;
    m_bench->log.append(entry);

    Core::Intent intent;
    intent.action = u"StopWhiteboardPush"_s;
    intent.accountId = m_task.accountId;
    intent.profile = text;
    intent.secretId = text;
    intent.task = m_task;
    bool isWritten = false;
    m_bench->journal.open(intent, this, [&](const Core::Result<qint64> &id) {
        Core::JournalEvent event;
        event.intentId = id.value_or(0);
        event.kind = Core::EventKind::Answered;
        event.requestId = text;
        event.error = error;
        event.requestText = text;
        event.answerText = text;
        m_bench->journal.append(event, this, [&isWritten](const Core::Result<void> &) { isWritten = true; });
    });
    QTRY_VERIFY(isWritten);
}

QString TestHostileTexts::harmIn(QWidget *shown)
{
    QStringList found = harmInObject(shown);
    for (const QObject *object : shown->findChildren<QObject *>())
        found += harmInObject(object);
    for (QAbstractItemView *view : shown->findChildren<QAbstractItemView *>())
        found += harmInCells(view);
    for (QWidget *widget : shown->findChildren<QWidget *>()) {
        if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget)) {
            for (const QAccessible::Text what :
                 {QAccessible::Name, QAccessible::Description, QAccessible::Help}) {
                if (const QString harm = harmOf(spoken->text(what)); !harm.isEmpty())
                    found.append(u"%1: %2 for screen readers"_s.arg(nameOf(widget), harm));
            }
        }
    }
    if (m_lure.hasPendingConnections() || m_lure.waitForNewConnection(0))
        found.append(u"something was loaded"_s);
    found.removeDuplicates();
    return found.join(u'\n');
}

void TestHostileTexts::everyWindow_data()
{
    addTexts();
}

void TestHostileTexts::everyWindow()
{
    QFETCH(const QString, text);
    fill(text);
    openWindow();
    const QStringList actions{u"tasksPageAction"_s,    u"timelinePageAction"_s, u"historyPageAction"_s,
                              u"explorerPageAction"_s, u"addAction"_s,          u"startAction"_s,
                              u"callbackAction"_s,     u"stopRoomAction"_s,     u"stopAtAction"_s,
                              u"rulesAction"_s,        u"settingsAction"_s,     u"doctorAction"_s};
    m_window->findChild<Gui::TaskPage *>()->select({m_task});
    QTRY_VERIFY(action(u"stopAction"_s)->isEnabled());
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1); // the journal of the task
    for (const QString &name : actions) {
        Heartbeat heartbeat;
        const bool isPage = name.endsWith("PageAction"_L1);
        if (!isPage)
            action(u"tasksPageAction"_s)->trigger();
        action(name)->trigger();
        QWidget *shown = m_window.get();
        if (!isPage) {
            QDialog *dialog = nullptr;
            QTRY_VERIFY2((dialog = m_window->findChild<QDialog *>()) != nullptr && dialog->isVisible(),
                         qPrintable(name));
            shown = dialog;
        }
        QTest::qWait(50);
        const qint64 worked = heartbeat.longestMs();
        QCOMPARE(QString(name + u'\n' + harmIn(shown)), QString(name + u'\n'));
        QVERIFY2(shown->width() <= 1024 && shown->height() <= 700,
                 qPrintable(u"%1: %2×%3"_s.arg(name).arg(shown->width()).arg(shown->height())));
        QVERIFY2(worked < longestBlinkMs, qPrintable(u"%1: worked for %2 ms"_s.arg(name).arg(worked)));
        if (auto *dialog = qobject_cast<QDialog *>(shown)) {
            dialog->reject();
            QTRY_VERIFY(m_window->findChild<QDialog *>() == nullptr);
        }
    }
    QVERIFY2(m_window->width() <= 1024, qPrintable(QString::number(m_window->width())));
}

//! The real message boxes, whose labels guess what is markup.
void TestHostileTexts::questions()
{
    QFETCH(const QString, text);
    // A question quotes others in a few words, which its asker has cut.
    const QString quoted = Core::plainText(text, 200);
    Gui::MessageBoxPrompt prompt;
    QWidget parent;
    parent.show();
    Gui::Question question;
    question.title = u"Stop"_s;
    question.text = quoted;
    question.details = quoted;
    prompt.ask(question, &parent, [](const Gui::Answer &) {});
    prompt.tell(u"Told"_s, quoted, &parent);
    prompt.warn(u"Warned"_s, quoted, &parent);
    prompt.askText({.title = u"Label"_s, .label = quoted, .text = quoted}, &parent, [](const QString &) {});
    const QList<QDialog *> dialogs = parent.findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 4);
    for (QDialog *dialog : dialogs) {
        QCOMPARE(harmIn(dialog), QString());
        dialog->reject();
    }
}

void TestHostileTexts::inspector()
{
    QFETCH(const QString, text);
    // As much as is kept of a body, and of a header.
    const QString body = text.left(256 * 1024);
    const QString header = text.left(1000);
    Core::WireExchange exchange;
    exchange.action = text;
    exchange.taskId = text;
    exchange.accountName = text;
    exchange.requestLine = header;
    exchange.headers = {{header, header}};
    exchange.answerHeaders = {{header, header}};
    exchange.body = body;
    exchange.answer = body;
    exchange.requestId = text;
    exchange.canonicalRequest = body;
    exchange.stringToSign = header;
    exchange.credentialScope = header;
    exchange.tls = {true, header, header, header, header, {}};
    exchange.error = Core::Error::of(Core::ErrorKind::Api, text);
    exchange.error->apiCode = text;
    exchange.error->apiMessage = text;
    const qint64 begun = threadMs();
    Gui::RequestInspector inspector({exchange}, 0);
    inspector.setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(&inspector));
    const qint64 worked = threadMs() - begun;
    QCOMPARE(harmIn(&inspector), QString());
    QVERIFY2(inspector.width() <= 1024, qPrintable(QString::number(inspector.width())));
    QVERIFY2(worked < longestOpeningMs, qPrintable(u"worked for %1 ms"_s.arg(worked)));
}

//! What is copied from a view is what came, unless it would have held the view up.
void TestHostileTexts::longLinesAreFolded()
{
    const QString whole = u"{\n"_s + QString(32 * 1024, u'x') + u"\n\n}"_s;
    QCOMPARE(Gui::foldedText(whole), whole);
    QCOMPARE(Gui::foldedText({}), QString());
    const QString emoji = u"😀"_s.repeated(20'000);
    const QString folded = Gui::foldedText(u"x"_s + emoji);
    QCOMPARE(QString(folded).remove(u'\n'), QString(u"x"_s + emoji));
    for (const QString &line : folded.split(u'\n')) {
        QVERIFY(line.size() <= 1000);
        QVERIFY(!line.back().isHighSurrogate());
    }
}

void TestHostileTexts::pasted()
{
    QFETCH(const QString, text);
    openWindow();
    QGuiApplication::clipboard()->setText(text);
    Heartbeat heartbeat;
    action(u"pasteAction"_s)->trigger();
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<QDialog *>()) != nullptr && dialog->isVisible());
    QTest::qWait(300);
    const qint64 worked = heartbeat.longestMs();
    QCOMPARE(harmIn(dialog), QString());
    QVERIFY2(dialog->width() <= 1024 && dialog->height() <= 700,
             qPrintable(QString::number(dialog->width())));
    QVERIFY2(worked < longestBlinkMs, qPrintable(u"worked for %1 ms"_s.arg(worked)));
}

//! In the place of everything in a request that may be anything.
void TestHostileTexts::pastedToTheDoctor()
{
    QFETCH(const QString, text);
    openWindow();
    action(u"doctorAction"_s)->trigger();
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<QDialog *>()) != nullptr && dialog->isVisible());
    auto *edit = dialog->findChild<Gui::PasteEdit *>(u"pasteEdit"_s);
    QVERIFY(edit != nullptr);
    QGuiApplication::clipboard()->setText(
        u"POST / HTTP/1.1\nHost: tiw.tencentcloudapi.com\nX-TC-Action: %1\nX-TC-Timestamp: 1700000000\n"
        "Authorization: TC3-HMAC-SHA256 Credential=AKIDx/2023-11-14/tiw/tc3_request, "
        "SignedHeaders=content-type;host;%1, Signature=%1\n\n{}"_s.arg(text));
    Heartbeat heartbeat;
    edit->paste();
    QTest::qWait(50);
    dialog->findChild<QAbstractButton *>(u"examineButton"_s)->click();
    auto *verdict = dialog->findChild<QLabel *>(u"verdictLabel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(verdict->isVisible() && !verdict->text().isEmpty(), 30'000);
    QTest::qWait(50);
    const qint64 worked = heartbeat.longestMs();
    QCOMPARE(harmIn(dialog), QString());
    QVERIFY2(dialog->width() <= 1024 && dialog->height() <= 700,
             qPrintable(u"%1×%2"_s.arg(dialog->width()).arg(dialog->height())));
    QVERIFY2(worked < longestBlinkMs, qPrintable(u"worked for %1 ms"_s.arg(worked)));
}

//! As it is, and as names and values of the parameters.
void TestHostileTexts::pastedAsJson()
{
    QFETCH(const QString, text);
    openWindow();
    action(u"explorerPageAction"_s)->trigger();
    auto *edit = m_window->findChild<Gui::PasteEdit *>(u"jsonEdit"_s);
    QVERIFY(edit != nullptr);
    auto *tabs = m_window->findChild<QTabWidget *>(u"explorerTabs"_s);
    tabs->setCurrentWidget(edit->parentWidget());
    QTRY_VERIFY(edit->isVisible());
    QJsonObject values{{u"SdkAppId"_s, text}};
    for (int i = 0; i < 10; ++i)
        values.insert(QString(text.left(1000) + QString::number(i)), text.left(1000));
    for (const QString &pasted : {text, QString::fromUtf8(QJsonDocument(values).toJson())}) {
        QGuiApplication::clipboard()->setText(pasted);
        const QString before = edit->toPlainText();
        Heartbeat heartbeat;
        edit->selectAll();
        edit->paste();
        QTest::qWait(50);
        const qint64 worked = heartbeat.longestMs();
        QCOMPARE(harmIn(m_window.get()), QString());
        QVERIFY2(worked < longestBlinkMs, qPrintable(u"worked for %1 ms"_s.arg(worked)));
        if (pasted.size() > Gui::PasteEdit::longestText) { // refused, and said so
            QCOMPARE(edit->toPlainText(), before);
            QVERIFY(m_window->findChild<QLabel *>(u"jsonProblem"_s)->isVisible());
        }
    }
    QVERIFY2(m_window->width() <= 1024, qPrintable(QString::number(m_window->width())));
}

//! What a service answered to the explorer, as much of it as is kept.
void TestHostileTexts::answer()
{
    QFETCH(const QString, text);
    Service::ExplorerResult result;
    result.error = Core::Error::of(Core::ErrorKind::Api, text);
    result.error->apiCode = text;
    result.error->apiMessage = text;
    result.requestId = text;
    result.attempts = 2;
    result.exchange.emplace();
    result.exchange->answer = text.left(256 * 1024);
    Gui::AnswerView view;
    view.resize(800, 600);
    view.setVisible(true); // show() is another
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    Heartbeat heartbeat;
    view.show(u"DescribeWhiteboardPush"_s, result);
    QTest::qWait(50);
    const qint64 worked = heartbeat.longestMs();
    QCOMPARE(harmIn(&view), QString());
    QVERIFY2(worked < longestOpeningMs, qPrintable(u"worked for %1 ms"_s.arg(worked)));
}

void TestHostileTexts::savedFilter()
{
    QFETCH(const QString, text);
    openWindow();
    m_prompt->texts.push_back(text);
    action(u"saveFilterAction"_s)->trigger();
    QCoreApplication::processEvents();
    for (QMenu *menu : m_window->findChildren<QMenu *>()) {
        for (const QAction *entry : menu->actions()) {
            QCOMPARE(harmOf(entry->text()), QString());
            QVERIFY2(entry->text().size() < 200, qPrintable(QString::number(entry->text().size())));
        }
    }
    QCOMPARE(harmIn(m_window.get()), QString());
}

CONSOLE_TEST(TestHostileTexts, QApplication)
#include "tst_hostiletexts.moc"
