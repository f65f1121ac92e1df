// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signer.h"
#include "app/theme.h"
#include "gui/answerview.h"
#include "gui/mainwindow.h"
#include "gui/messageboxprompt.h"
#include "gui/noticearea.h"
#include "gui/requestinspector.h"
#include "gui/secretfield.h"
#include "gui/taskpage.h"
#include "gui/trayicon.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QGroupBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>

#include <array>
#include <functional>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

class TestEveryWindow;

namespace {

//! Brings what a row is about in sight, and returns its window; null if it did not come.
using Scene = std::function<QWidget *(TestEveryWindow &)>;

} // namespace

//! Every page, dialog and question, in both languages and at several scales: no text is cut off, no control
//! is nameless or without a description, no two controls or entries of a menu share a mnemonic, and all of it
//! has room on a small screen. Where CONSOLE_PICTURES names a directory, each is saved there as it looks in
//! light and in dark.
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
    [[nodiscard]] QWidget *page(const QString &actionName);
    //! The dialog that is open.
    [[nodiscard]] QWidget *dialog();
    [[nodiscard]] QWidget *dialog(const QString &actionName);
    [[nodiscard]] QWidget *settings(int page);
    [[nodiscard]] QWidget *inspector(int page);
    [[nodiscard]] QWidget *startWithMore();
    [[nodiscard]] QWidget *answer();
    [[nodiscard]] QWidget *allFilters();
    [[nodiscard]] QWidget *notices();
    [[nodiscard]] QWidget *runningStops();
    [[nodiscard]] QWidget *endedStops();
    [[nodiscard]] QWidget *closing();
    [[nodiscard]] QWidget *closingWithPlans();
    [[nodiscard]] QWidget *addWithPreview();
    [[nodiscard]] QWidget *doctorWithVerdict();
    [[nodiscard]] QWidget *roomWithTasks();
    [[nodiscard]] QWidget *callingFromTheExplorer();
    [[nodiscard]] QWidget *locked();
    [[nodiscard]] QWidget *recovered();
    //! The question that is open, over whatever dialog.
    [[nodiscard]] QWidget *question();
    //! A request that left, with its answer; none if none came.
    [[nodiscard]] std::optional<Core::WireExchange> exchange();
    void look(QWidget *shown);
    void savePictures(QWidget *shown);
    [[nodiscard]] QAction *action(const QString &name) const
    {
        auto *found = m_window->findChild<QAction *>(name);
        if (found == nullptr)
            qFatal("there is no action %s", qPrintable(name));
        return found;
    }

    QTranslator m_plurals; // of English
    QTranslator m_qt;
    QTranslator m_chinese;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<App::Theme> m_theme; //!< where pictures are wanted
    Gui::MessageBoxPrompt m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
    QList<Core::TaskKey> m_tasks; //!< two that run; the service does not know them
};

namespace {

[[nodiscard]] QString nameOf(const QWidget *widget)
{
    const QString name = widget->objectName();
    return QLatin1StringView(widget->metaObject()->className())
        + (name.isEmpty() ? QString() : QString(u' ' + name));
}

//! What is seen of it, on the page that is in front. Of what is Qt's own, the words of a question are ours.
[[nodiscard]] QList<QWidget *> seenIn(const QWidget *root)
{
    QList<QWidget *> seen;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        const bool isOurs = !name.startsWith("qt_"_L1) || name.startsWith("qt_msgbox_"_L1);
        if (isOurs && widget->isVisible() && widget->window() == root)
            seen.append(widget);
    }
    return seen;
}

//! A text in one line, and the width it gets.
struct Line
{
    QString text;
    int room = 0;
    int more = 0; //!< of the room, what is not for the text
};

//! Its placeholder while it is empty: what a person typed, or a path, may be longer than the field.
[[nodiscard]] QList<Line> linesOf(const QLineEdit &edit)
{
    if (!edit.text().isEmpty())
        return {};
    QStyleOptionFrame option;
    option.initFrom(&edit);
    option.lineWidth =
        edit.hasFrame() ? edit.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &edit) : 0;
    const QMargins margins = edit.textMargins();
    int more = margins.left() + margins.right() + 4; // QLineEdit's own, of 2 on each side
    for (const auto *button : edit.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
        more += button->isVisible() ? button->width() : 0;
    return {{edit.placeholderText(),
             edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit).width(), more}};
}

//! Of one that can be typed in, the text is the person's own.
[[nodiscard]] QList<Line> linesOf(const QComboBox &combo)
{
    if (combo.isEditable())
        return {};
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.frame = combo.hasFrame();
    const QRect room =
        combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const bool hasIcon = !combo.itemIcon(combo.currentIndex()).isNull();
    return {{combo.currentText(), room.width(), 2 + (hasIcon ? combo.iconSize().width() + 4 : 0)}};
}

[[nodiscard]] QList<Line> linesOf(const QAbstractSpinBox &box)
{
    const auto *edit = box.findChild<QLineEdit *>(u"qt_spinbox_lineedit"_s);
    return {{box.text(), edit->width(), 4}};
}

//! A tab beyond the edge is cut off too.
[[nodiscard]] QList<Line> linesOf(const QTabBar &tabs)
{
    QList<Line> lines;
    for (int i = 0; i < tabs.count(); ++i) {
        const QRect room = tabs.tabRect(i) & tabs.rect();
        const int icon = tabs.tabIcon(i).isNull() ? 0 : tabs.iconSize().width() + 4;
        if (tabs.isTabVisible(i))
            lines.append({tabs.tabText(i), room.width(), icon});
    }
    return lines;
}

[[nodiscard]] QList<Line> linesOf(const QHeaderView &header)
{
    QList<Line> lines;
    if (header.orientation() != Qt::Horizontal || header.model() == nullptr)
        return lines;
    const int margins = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
    const int mark = margins / 2 + header.style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, &header);
    for (int section = 0; section < header.count(); ++section) {
        const bool isMarked = header.isSortIndicatorShown() && header.sortIndicatorSection() == section;
        if (!header.isSectionHidden(section))
            lines.append({header.model()->headerData(section, Qt::Horizontal).toString(),
                          header.sectionSize(section), margins + (isMarked ? mark : 0)});
    }
    return lines;
}

[[nodiscard]] QList<Line> linesOf(const QWidget *widget)
{
    const bool isPartOfASpinBox = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr;
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit && !isPartOfASpinBox)
        return linesOf(*edit);
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return linesOf(*combo);
    if (const auto *box = qobject_cast<const QAbstractSpinBox *>(widget))
        return linesOf(*box);
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        return linesOf(*tabs);
    const auto *header = qobject_cast<const QHeaderView *>(widget);
    return header != nullptr ? linesOf(*header) : QList<Line>();
}

//! Lines that do not fit: the end of such a text is missing, or an ellipsis.
[[nodiscard]] QStringList cutLines(const QWidget *root)
{
    QStringList found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != root)
            continue; // a tab bar and the line of an editor have names of Qt's, and texts of ours
        for (const Line &line : linesOf(widget)) {
            const int needed =
                widget->fontMetrics().size(Qt::TextSingleLine | Qt::TextShowMnemonic, line.text).width()
                + line.more;
            // What an operator named, and a tool tip has whole, may be shortened.
            const bool isToldWhole = widget->toolTip().contains(line.text.toHtmlEscaped());
            if (!line.text.isEmpty() && line.room < needed && !isToldWhole)
                found.append(
                    u"%1 “%2” has %3 of %4"_s.arg(nameOf(widget), line.text).arg(line.room).arg(needed));
        }
    }
    return found;
}

[[nodiscard]] QStringList cutOff(const QWidget *root)
{
    QStringList found = cutLines(root);
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
        || qobject_cast<const QLineEdit *>(parent) != nullptr
        || qobject_cast<const QTabBar *>(parent) != nullptr; // what scrolls the tabs
    return !isPartOfAnother
        && (qobject_cast<const QLineEdit *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
            || qobject_cast<const QAbstractItemView *>(widget) != nullptr
            || qobject_cast<const QAbstractButton *>(widget) != nullptr
            || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
            || qobject_cast<const QTextEdit *>(widget) != nullptr
            || (qobject_cast<const QGroupBox *>(widget) != nullptr
                && qobject_cast<const QGroupBox *>(widget)->isCheckable()));
}

//! What a screen reader would have no word for, or none but markup.
[[nodiscard]] QStringList nameless(const QWidget *root)
{
    QStringList found;
    for (QWidget *widget : seenIn(root)) {
        if (!isControl(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        const QString name = spoken != nullptr ? spoken->text(QAccessible::Name).trimmed() : QString();
        if (name.isEmpty() || name.startsWith(u'<'))
            found.append(nameOf(widget));
    }
    return found;
}

//! What needs no description of its own, since the words around it give one.
[[nodiscard]] bool isExplainedAround(const QWidget *widget)
{
    // A question says what its answers do, and a dialog what its buttons below accept or drop.
    if (qobject_cast<const QMessageBox *>(widget->window()) != nullptr
        || qobject_cast<const QInputDialog *>(widget->window()) != nullptr
        || qobject_cast<const QDialogButtonBox *>(widget->parentWidget()) != nullptr)
        return true;
    // A notice is a text and what can be done about it.
    const QWidget *notice = widget->parentWidget();
    return qobject_cast<const QPushButton *>(widget) != nullptr
        && qobject_cast<const Gui::NoticeArea *>(notice->parentWidget()) != nullptr;
}

//! In the comparison of a name with a description.
[[nodiscard]] QString lettersOf(QString text)
{
    return text.removeIf([](QChar character) { return !character.isLetterOrNumber(); }).toCaseFolded();
}

//! Of which a screen reader tells no more than the name, on all pages, also those behind: what it does, or
//! what belongs in it.
[[nodiscard]] QStringList undescribed(const QWidget *root)
{
    QStringList found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->window() != root || widget->objectName().startsWith("qt_"_L1) || !isControl(widget)
            || isExplainedAround(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        const QString description = spoken->text(QAccessible::Description).trimmed();
        if (description.isEmpty() || description.startsWith(u'<')
            || lettersOf(description) == lettersOf(spoken->text(QAccessible::Name)))
            found.append(u"%1: “%2”"_s.arg(nameOf(widget), description));
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

[[nodiscard]] QStringList clashes(const QList<QAction *> &entries)
{
    QMultiMap<QString, QString> keys;
    for (const QAction *entry : entries) {
        if (!entry->isSeparator())
            note(keys, entry->text());
    }
    return shared(keys);
}

//! Of the menu that popped up.
[[nodiscard]] QStringList clashesInPopup()
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (menu == nullptr)
        return {u"there is no menu"_s};
    const QStringList found = clashes(menu->actions());
    menu->close();
    return found;
}

[[nodiscard]] QString pictureDirectory()
{
    return qEnvironmentVariable("CONSOLE_PICTURES");
}

void addColumns()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Scene>("scene");
}

//! In both languages. At another scale than the usual in one, by turns: what that cuts off is cut off in
//! either.
void addScene(const char *name, const Scene &scene)
{
    static int count = 0;
    const bool isInBoth = qFuzzyCompare(qGuiApp->devicePixelRatio(), 1.0) || !pictureDirectory().isEmpty();
    if (++count % 2 == 0 || isInBoth)
        QTest::addRow("%s, English", name) << u"en"_s << scene;
    if (count % 2 != 0 || isInBoth)
        QTest::addRow("%s, Chinese", name) << u"zh_CN"_s << scene;
}

} // namespace

void TestEveryWindow::initTestCase()
{
    QVERIFY(m_plurals.load(QStringLiteral(ENGLISH_CATALOGUE)));
    QVERIFY(m_qt.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    QVERIFY(m_chinese.load(QStringLiteral(CHINESE_CATALOGUE)));
}

void TestEveryWindow::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    QSignalSpy guardLoaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->guard.load();
    QTRY_COMPARE(guardLoaded.size(), 1);
    if (!pictureDirectory().isEmpty())
        m_theme = std::make_unique<App::Theme>(m_bench->settings);
}

void TestEveryWindow::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
    for (QTranslator *translator : {&m_plurals, &m_qt, &m_chinese})
        QCoreApplication::removeTranslator(translator);
    QLocale::setDefault(QLocale::system());
}

void TestEveryWindow::speak(const QString &language)
{
    // As App::Translation does it.
    QLocale::setDefault(QLocale(language));
    QCoreApplication::installTranslator(&m_plurals);
    if (language == "en"_L1)
        return;
    QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::installTranslator(&m_chinese);
}

void TestEveryWindow::openWindow()
{
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), m_prompt);
    m_window->resize(1024, 700);
    m_window->show();
    m_window->activateWindow(); // questions open over the window that is
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QWidget *TestEveryWindow::page(const QString &actionName)
{
    action(actionName)->trigger();
    return m_window.get();
}

QWidget *TestEveryWindow::dialog()
{
    QDialog *found = nullptr;
    const bool isShown = QTest::qWaitFor([this, &found] {
        found = m_window->findChild<QDialog *>();
        return found != nullptr && found->isVisible();
    });
    return isShown ? found : nullptr;
}

QWidget *TestEveryWindow::dialog(const QString &actionName)
{
    action(actionName)->trigger();
    return dialog();
}

QWidget *TestEveryWindow::settings(int page)
{
    QWidget *shown = dialog(u"settingsAction"_s);
    if (shown != nullptr)
        shown->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(page);
    return shown;
}

std::optional<Core::WireExchange> TestEveryWindow::exchange()
{
    m_bench->sync.refresh({m_tasks.first()});
    const auto first = [this] { return m_bench->dispatcher.exchanges().byId(1); };
    return QTest::qWaitFor([&first] { return first().has_value(); }) ? first() : std::nullopt;
}

QWidget *TestEveryWindow::inspector(int page)
{
    const std::optional<Core::WireExchange> seen = exchange();
    if (!seen)
        return nullptr;
    Gui::RequestInspector::show(m_bench->services(), *seen, m_window.get());
    QWidget *shown = dialog();
    if (shown != nullptr)
        shown->findChild<QTabWidget *>(u"inspectorTabs"_s)->setCurrentIndex(page);
    return shown;
}

QWidget *TestEveryWindow::startWithMore()
{
    QWidget *shown = dialog(u"startAction"_s);
    if (shown != nullptr)
        shown->findChild<QToolButton *>(u"moreButton"_s)->setChecked(true);
    return shown;
}

QWidget *TestEveryWindow::answer()
{
    Service::ExplorerResult result;
    result.error = Core::Error::of(Core::ErrorKind::Timeout);
    result.requestId = u"6a1b0c2e-3d4f-4a5b-8c6d-7e8f9a0b1c2d"_s;
    result.attempts = 3;
    result.exchange = exchange();
    QWidget *shown = page(u"explorerPageAction"_s);
    auto *view = m_window->findChild<Gui::AnswerView *>();
    view->show(u"DescribeWhiteboardPush"_s, result);
    m_window->findChild<QTabWidget *>(u"explorerTabs"_s)->setCurrentWidget(view);
    return shown;
}

//! Two applications and two accounts, whose names are as long as may be and one of which is chosen.
QWidget *TestEveryWindow::allFilters()
{
    const QString widest(64, u'W');
    m_bench->accounts.addTransient(TestSupport::accountFor(m_server->address(), widest),
                                   m_server->address().credential);
    m_bench->track({u"ghi789"_s}, 1400000002);
    auto *accounts = m_window->findChild<QComboBox *>(u"accountCombo"_s);
    const auto *applications = m_window->findChild<QWidget *>(u"applicationCombo"_s);
    accounts->setCurrentIndex(accounts->findData(widest));
    const bool isShown = QTest::qWaitFor(
        [accounts, applications] { return accounts->isVisible() && applications->isVisible(); });
    return isShown && accounts->toolTip().contains(widest) ? m_window.get() : nullptr;
}

//! With two buttons, with one, and with none but that for putting it away.
QWidget *TestEveryWindow::notices()
{
    action(u"removeAction"_s)->trigger();
    const Core::Error error = Core::Error::of(Core::ErrorKind::Timeout);
    Q_EMIT m_bench->guard.warned({{.task = m_tasks.first(), .rule = Core::GuardRule(), .at = {}}});
    Q_EMIT m_bench->stops.paused(m_tasks.first().accountId, error);
    Q_EMIT m_bench->accounts.keyringUnavailable(error);
    return m_window.get();
}

QWidget *TestEveryWindow::runningStops()
{
    m_server->setDelays(0, 60'000);
    QStringList ids;
    for (int i = 0; i < 2; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = 1400000001;
        ids.append(m_server->addTask(seed).value());
    }
    m_bench->stops.stop(m_bench->track(ids));
    const auto *panel = m_window->findChild<QWidget *>(u"BulkStopPanel"_s);
    return QTest::qWaitFor([panel] { return panel->isVisible(); }) ? m_window.get() : nullptr;
}

QWidget *TestEveryWindow::endedStops()
{
    QWidget *shown = runningStops();
    m_bench->stops.finish(0);
    const auto *close = m_window->findChild<QWidget *>(u"closePanelButton"_s);
    return QTest::qWaitFor([close] { return close->isVisible(); }) ? shown : nullptr;
}

QWidget *TestEveryWindow::closing()
{
    if (runningStops() == nullptr)
        return nullptr;
    m_window->close();
    return dialog();
}

QWidget *TestEveryWindow::question()
{
    const auto asked = [] { return qobject_cast<QMessageBox *>(QApplication::activeModalWidget()); };
    return QTest::qWaitFor([&asked] { return asked() != nullptr && asked()->isVisible(); }) ? asked()
                                                                                            : nullptr;
}

QWidget *TestEveryWindow::closingWithPlans()
{
    m_bench->guard.stopAt({m_tasks.first()}, m_bench->guardClock.nowUtc().addSecs(3600));
    m_window->close();
    return question();
}

//! One line of each verdict.
QWidget *TestEveryWindow::addWithPreview()
{
    QWidget *shown = dialog(u"addAction"_s);
    if (shown == nullptr)
        return nullptr;
    shown->findChild<QPlainTextEdit *>(u"pasteEdit"_s)
        ->setPlainText(uR"({"SdkAppId": 1400000001, "TaskId": "ghi789"}
{"SdkAppId": 1400000001, "TaskId": "abc123"}
{"SdkAppId": 1400000001, "TaskId": "ghi789"}
this is no task)"_s);
    const auto *preview = shown->findChild<QTableView *>(u"previewTable"_s)->model();
    return QTest::qWaitFor([preview] { return preview->rowCount() > 0; }) ? shown : nullptr;
}

//! Its Content-Type is another one than was signed.
QWidget *TestEveryWindow::doctorWithVerdict()
{
    QWidget *shown = dialog(u"doctorAction"_s);
    if (shown == nullptr)
        return nullptr;
    Api::Tc3Request request;
    request.host = m_bench->accounts.byId(u"bench"_s).value().endpoint.hostHeader();
    request.service = "tiw";
    request.contentType = "application/json";
    request.body = "{}";
    request.timestamp = 1'700'000'000;
    Api::SigningKeyCache keys;
    const auto sent = Api::signTc3(request, m_server->address().credential, keys);
    shown->findChild<QPlainTextEdit *>(u"pasteEdit"_s)
        ->setPlainText(
            QString(u"POST / HTTP/1.1\nHost: "_s + QString::fromUtf8(request.host)
                    + u"\nContent-Type: application/json; charset=utf-8\nX-TC-Timestamp: 1700000000\n"
                      "Authorization: "_s
                    + QString::fromUtf8(sent.authorization) + u"\n\n{}"_s));
    shown->findChild<QPushButton *>(u"examineButton"_s)->click();
    const auto *verdict = shown->findChild<QLabel *>(u"verdictLabel"_s);
    return QTest::qWaitFor([verdict] { return verdict->isVisible() && !verdict->text().isEmpty(); })
        ? shown
        : nullptr;
}

QWidget *TestEveryWindow::roomWithTasks()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = 1400000001;
    seed.roomId = 4711;
    const auto task = m_server->addTask(seed);
    QWidget *shown = dialog(u"stopRoomAction"_s);
    if (!task || shown == nullptr)
        return nullptr;
    shown->findChild<QLineEdit *>(u"roomEdit"_s)->setText(u"4711"_s);
    const auto *found = shown->findChild<QTreeWidget *>(u"roomTasks"_s);
    return QTest::qWaitFor([found] { return found->topLevelItemCount() > 0; }) ? shown : nullptr;
}

QWidget *TestEveryWindow::callingFromTheExplorer()
{
    const QWidget *shown = page(u"explorerPageAction"_s);
    shown->findChild<QPushButton *>(u"exampleButton"_s)->click();
    const auto *call = shown->findChild<QPushButton *>(u"callButton"_s);
    if (!QTest::qWaitFor([call] { return call->isEnabled(); }))
        return nullptr;
    shown->findChild<QPushButton *>(u"callButton"_s)->click();
    return question();
}

QWidget *TestEveryWindow::locked()
{
    action(u"lockAction"_s)->trigger();
    return m_window.get();
}

//! Something of each outcome.
QWidget *TestEveryWindow::recovered()
{
    Q_EMIT m_bench->recovery.found(5, 0);
    using Outcome = Core::StopOutcome;
    QList<Core::TaskKey> tasks = m_tasks;
    tasks.append(m_bench->track({u"ghi789"_s, u"jkl012"_s, u"mno345"_s}));
    const std::array outcomes{std::pair(Outcome::NotSent, Core::TaskStatus::Pushing),
                              std::pair(Outcome::Unknown, Core::TaskStatus::Pushing),
                              std::pair(Outcome::Unknown, Core::TaskStatus::Unknown),
                              std::pair(Outcome::Failed, Core::TaskStatus::Pushing),
                              std::pair(Outcome::Stopped, Core::TaskStatus::Stopped)};
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        Service::StopResult result;
        result.task = tasks.at(i);
        std::tie(result.outcome, result.lastStatus) = outcomes.at(static_cast<std::size_t>(i));
        Q_EMIT m_bench->recovery.settled(result);
    }
    Q_EMIT m_bench->recovery.finished();
    return m_window.get();
}

void TestEveryWindow::savePictures(QWidget *shown)
{
    const QDir directory(pictureDirectory());
    QVERIFY(directory.mkpath(u"."_s));
    const QString name =
        QString::fromUtf8(QTest::currentDataTag()).replace(", "_L1, "-"_L1).replace(u' ', u'_');
    for (const auto &[theme, word] :
         {std::pair(Config::Theme::Light, u"light"_s), std::pair(Config::Theme::Dark, u"dark"_s)}) {
        m_bench->settings.setTheme(theme);
        QCoreApplication::processEvents();
        const QString file = u"%1-%2-%3.png"_s.arg(name, word).arg(qRound(shown->devicePixelRatioF() * 100));
        QVERIFY2(shown->grab().save(directory.filePath(file)), qPrintable(file));
    }
}

void TestEveryWindow::look(QWidget *shown)
{
    QVERIFY(shown != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(shown));
    QCoreApplication::processEvents();
    if (m_theme)
        savePictures(shown);
    QCOMPARE(cutOff(shown).join(u'\n'), QString());
    QCOMPARE(nameless(shown).join(u'\n'), QString());
    QCOMPARE(undescribed(shown).join(u'\n'), QString());
    QCOMPARE(clashes(shown).join(u'\n'), QString());
    QVERIFY2(shown->width() <= 1024 && shown->height() <= 700,
             qPrintable(u"%1×%2"_s.arg(shown->width()).arg(shown->height())));
}

void TestEveryWindow::window_data()
{
    using Test = TestEveryWindow;
    addColumns();
    const auto page = [](const QString &name) { return [name](Test &test) { return test.page(name); }; };
    const auto dialog = [](const QString &name) { return [name](Test &test) { return test.dialog(name); }; };
    addScene("tasks", page(u"tasksPageAction"_s));
    addScene("timeline", page(u"timelinePageAction"_s));
    addScene("history", page(u"historyPageAction"_s));
    addScene("explorer", page(u"explorerPageAction"_s));
    addScene("explorer, answer", &Test::answer);
    addScene("notices", &Test::notices);
    addScene("stops, running", &Test::runningStops);
    addScene("stops, ended", &Test::endedStops);
    addScene("add", dialog(u"addAction"_s));
    addScene("add, preview", &Test::addWithPreview);
    addScene("start", dialog(u"startAction"_s));
    addScene("start, more", &Test::startWithMore);
    addScene("callback", dialog(u"callbackAction"_s));
    addScene("room", dialog(u"stopRoomAction"_s));
    addScene("room, tasks", &Test::roomWithTasks);
    addScene("stop at", dialog(u"stopAtAction"_s));
    addScene("rules", dialog(u"rulesAction"_s));
    addScene("doctor", dialog(u"doctorAction"_s));
    addScene("doctor, verdict", &Test::doctorWithVerdict);
    addScene("shortcuts", dialog(u"shortcutsAction"_s));
    addScene("guide", dialog(u"guideAction"_s));
    addScene("about", dialog(u"aboutAction"_s));
    addScene("label", dialog(u"editLabelAction"_s));
    addScene("stop one", dialog(u"stopAction"_s));
    addScene("stop several", dialog(u"stopShownAction"_s));
    addScene("close while stopping", &Test::closing);
    addScene("close with planned stops", &Test::closingWithPlans);
    addScene("explorer, question", &Test::callingFromTheExplorer);
    addScene("locked", &Test::locked);
    addScene("recovered", &Test::recovered);
    addScene("inspector, request", [](Test &test) { return test.inspector(0); });
    addScene("inspector, signature", [](Test &test) { return test.inspector(1); });
    addScene("inspector, answer", [](Test &test) { return test.inspector(2); });
    addScene("inspector, connection", [](Test &test) { return test.inspector(3); });
    addScene("inspector, attempts", [](Test &test) { return test.inspector(4); });
    addScene("settings, accounts", [](Test &test) { return test.settings(0); });
    addScene("settings, network", [](Test &test) { return test.settings(1); });
    addScene("settings, behaviour", [](Test &test) { return test.settings(2); });
    addScene("tasks, all filters", &Test::allFilters);
}

void TestEveryWindow::window()
{
    QFETCH(const QString, language);
    QFETCH(const Scene, scene);
    speak(language);
    m_tasks = m_bench->track({u"abc123"_s, u"def456"_s});
    for (const Core::TaskKey &key : std::as_const(m_tasks))
        m_bench->book.change(key, [](Core::PushTask &task) { task.status = Core::TaskStatus::Pushing; });
    openWindow();
    m_window->findChild<Gui::TaskPage *>()->select({m_tasks.first()});
    QTRY_VERIFY(action(u"stopAction"_s)->isEnabled());
    look(scene(*this));
}

void TestEveryWindow::menus_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

//! Those of the window's bar and of its buttons, of the tray, and those that open where one clicks.
void TestEveryWindow::menus()
{
    QFETCH(const QString, language);
    speak(language);
    m_tasks = m_bench->track({u"abc123"_s});
    openWindow();
    QWidget *inspector = this->inspector(0);
    QVERIFY(inspector != nullptr);
    QWidget *history = page(u"historyPageAction"_s);
    QStringList found;
    for (const QMenu *menu : m_window->findChildren<QMenu *>())
        found += clashes(menu->actions());
    for (const QWidget *widget : history->findChildren<QWidget *>()) {
        if (widget->contextMenuPolicy() == Qt::ActionsContextMenu)
            found += clashes(widget->actions());
    }
    inspector->close();
    const Gui::TrayIcon tray(m_bench->services());
    found += clashes(tray.contextMenu()->actions());
    Q_EMIT m_window->findChild<Gui::TaskPage *>()->contextMenuRequested(m_window->geometry().center());
    found += clashesInPopup();
    Gui::SecretField field;
    field.show();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(1, 1), field.mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(&field, &asked);
    found += clashesInPopup();
    QCOMPARE(found, QStringList());
}

void TestEveryWindow::firstStart_data()
{
    addColumns();
    addScene("first start", [](TestEveryWindow &test) { return test.m_window.get(); });
}

void TestEveryWindow::firstStart()
{
    QFETCH(const QString, language);
    QFETCH(const Scene, scene);
    speak(language);
    openWindow();
    m_bench->accounts.remove(u"bench"_s, m_window.get(), [](const Core::Result<void> &) {});
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"simulatorButton"_s)->isVisible());
    look(scene(*this));
}

CONSOLE_TEST(TestEveryWindow, QApplication)
#include "tst_everywindow.moc"
