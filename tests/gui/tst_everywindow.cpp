// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/taskpage.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTranslator>

using namespace Qt::StringLiterals;

//! Every page and dialog, in both languages: no text is cut off, no control is nameless, and no two controls
//! or entries of a menu share a mnemonic.
class TestEveryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void window_data();
    void window();
    void menus_data();
    void menus();
    void firstStart_data();
    void firstStart();

private:
    void speak(const QString &language);
    void openWindow();
    [[nodiscard]] QAction *action(const QString &name) const
    {
        auto *found = m_window->findChild<QAction *>(name);
        if (found == nullptr)
            qFatal("there is no action %s", qPrintable(name));
        return found;
    }

    QTranslator m_translator;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

namespace {

[[nodiscard]] QString nameOf(const QWidget *widget)
{
    const QString name = widget->objectName();
    return QLatin1StringView(widget->metaObject()->className())
        + (name.isEmpty() ? QString() : QString(u' ' + name));
}

//! What is seen of it, on the page that is in front.
[[nodiscard]] QList<QWidget *> seenIn(const QWidget *root)
{
    QList<QWidget *> seen;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == root && !widget->objectName().startsWith("qt_"_L1))
            seen.append(widget);
    }
    return seen;
}

[[nodiscard]] QStringList cutOff(const QWidget *root)
{
    QStringList found;
    for (const QWidget *widget : seenIn(root)) {
        QString text;
        QSize needed = widget->sizeHint();
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            text = label->text();
            if (label->wordWrap())
                needed = QSize(0, label->heightForWidth(label->width()));
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            text = button->text();
            if (button->hasHeightForWidth())
                needed.setHeight(button->heightForWidth(button->width()));
        } else if (const auto *box = qobject_cast<const QGroupBox *>(widget)) {
            text = box->title();
            needed = QSize(box->minimumSizeHint().width(), 0);
        }
        if (!text.isEmpty() && (widget->width() < needed.width() || widget->height() < needed.height()))
            found.append(u"%1 “%2” has %3×%4 of %5×%6"_s.arg(nameOf(widget), text)
                             .arg(widget->width())
                             .arg(widget->height())
                             .arg(needed.width())
                             .arg(needed.height()));
    }
    return found;
}

[[nodiscard]] bool isControl(const QWidget *widget)
{
    if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QHeaderView *>(widget) != nullptr)
        return false;
    const QWidget *parent = widget->parentWidget();
    const bool isPartOfAnother = qobject_cast<const QComboBox *>(parent) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(parent) != nullptr
        || qobject_cast<const QLineEdit *>(parent) != nullptr;
    return !isPartOfAnother
        && (qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
            || qobject_cast<const QAbstractItemView *>(widget) != nullptr
            || qobject_cast<const QAbstractButton *>(widget) != nullptr
            || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
            || qobject_cast<const QTextEdit *>(widget) != nullptr);
}

//! What a screen reader would have no word for.
[[nodiscard]] QStringList nameless(const QWidget *root)
{
    QStringList found;
    for (QWidget *widget : seenIn(root)) {
        if (!isControl(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken == nullptr || spoken->text(QAccessible::Name).trimmed().isEmpty())
            found.append(nameOf(widget));
    }
    return found;
}

void note(QMultiMap<QString, QString> &keys, const QString &text)
{
    const QKeySequence key = QKeySequence::mnemonic(text);
    if (!key.isEmpty())
        keys.insert(key.toString(), text);
}

[[nodiscard]] QStringList shared(const QMultiMap<QString, QString> &keys)
{
    QStringList found;
    for (const QString &key : keys.uniqueKeys()) {
        if (keys.count(key) > 1)
            found.append(key + u": "_s + QStringList(keys.values(key)).join(u" | "_s));
    }
    return found;
}

[[nodiscard]] QStringList clashes(const QWidget *root)
{
    QMultiMap<QString, QString> keys;
    for (const QWidget *widget : seenIn(root)) {
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy() != nullptr)
            note(keys, label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            note(keys, button->text());
        else if (const auto *box = qobject_cast<const QGroupBox *>(widget); box && box->isCheckable())
            note(keys, box->title());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                note(keys, tabs->tabText(i));
        } else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *menu : bar->actions())
                note(keys, menu->text());
        }
    }
    return shared(keys);
}

void addLanguages(const char *scene, const QString &actionName, int page = -1)
{
    for (const auto &[row, language] : {std::pair("English", u"en"_s), std::pair("Chinese", u"zh_CN"_s)})
        QTest::addRow("%s, %s", scene, row) << language << actionName << page;
}

} // namespace

void TestEveryWindow::initTestCase()
{
    QVERIFY(m_translator.load(QStringLiteral(CHINESE_CATALOGUE)));
}

void TestEveryWindow::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
}

void TestEveryWindow::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
    QCoreApplication::removeTranslator(&m_translator);
}

void TestEveryWindow::speak(const QString &language)
{
    if (language != "en"_L1)
        QCoreApplication::installTranslator(&m_translator);
}

void TestEveryWindow::openWindow()
{
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->resize(1024, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestEveryWindow::window_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("actionName");
    QTest::addColumn<int>("page");
    addLanguages("tasks", u"tasksPageAction"_s);
    addLanguages("timeline", u"timelinePageAction"_s);
    addLanguages("history", u"historyPageAction"_s);
    addLanguages("explorer", u"explorerPageAction"_s);
    addLanguages("add", u"addAction"_s);
    addLanguages("start", u"startAction"_s);
    addLanguages("callback", u"callbackAction"_s);
    addLanguages("room", u"stopRoomAction"_s);
    addLanguages("stop at", u"stopAtAction"_s);
    addLanguages("rules", u"rulesAction"_s);
    addLanguages("doctor", u"doctorAction"_s);
    addLanguages("shortcuts", u"shortcutsAction"_s);
    addLanguages("guide", u"guideAction"_s);
    addLanguages("settings, accounts", u"settingsAction"_s, 0);
    addLanguages("settings, network", u"settingsAction"_s, 1);
    addLanguages("settings, behaviour", u"settingsAction"_s, 2);
}

void TestEveryWindow::window()
{
    QFETCH(const QString, language);
    QFETCH(const QString, actionName);
    QFETCH(const int, page);
    speak(language);
    const QList<Core::TaskKey> keys = m_bench->track({u"abc123"_s, u"def456"_s});
    for (const Core::TaskKey &key : keys)
        m_bench->book.change(key, [](Core::PushTask &task) { task.status = Core::TaskStatus::Pushing; });
    openWindow();
    m_window->findChild<Gui::TaskPage *>()->select({keys.first()});
    QTRY_VERIFY(action(u"stopAction"_s)->isEnabled());
    action(actionName)->trigger();
    QWidget *shown = m_window.get();
    if (!actionName.endsWith("PageAction"_L1)) {
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_window->findChild<QDialog *>()) != nullptr && dialog->isVisible());
        shown = dialog;
    }
    if (page >= 0)
        shown->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(page);
    QVERIFY(QTest::qWaitForWindowExposed(shown));
    QCoreApplication::processEvents();
    QCOMPARE(cutOff(shown).join(u'\n'), QString());
    QCOMPARE(nameless(shown).join(u'\n'), QString());
    QCOMPARE(clashes(shown).join(u'\n'), QString());
    QVERIFY2(shown->width() <= 1024 && shown->height() <= 700,
             qPrintable(u"%1×%2"_s.arg(shown->width()).arg(shown->height())));
}

void TestEveryWindow::menus_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void TestEveryWindow::menus()
{
    QFETCH(const QString, language);
    speak(language);
    m_bench->track({u"abc123"_s});
    openWindow();
    QStringList found;
    for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
        QMultiMap<QString, QString> keys;
        for (const QAction *entry : menu->actions()) {
            if (!entry->isSeparator())
                note(keys, entry->text());
        }
        found += shared(keys);
    }
    QCOMPARE(found, QStringList());
}

void TestEveryWindow::firstStart_data()
{
    menus_data();
}

void TestEveryWindow::firstStart()
{
    QFETCH(const QString, language);
    speak(language);
    openWindow();
    m_bench->accounts.remove(u"bench"_s, m_window.get(), [](const Core::Result<void> &) {});
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"simulatorButton"_s)->isVisible());
    QCOMPARE(cutOff(m_window.get()).join(u'\n'), QString());
    QCOMPARE(nameless(m_window.get()).join(u'\n'), QString());
    QCOMPARE(clashes(m_window.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestEveryWindow)
#include "tst_everywindow.moc"
