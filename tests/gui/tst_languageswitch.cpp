// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/answerview.h"
#include "gui/lockflow.h"
#include "gui/mainwindow.h"
#include "gui/taskpage.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

//! A window on services of its own, about which the same has happened as about every other one made of this.
class Scene
{
public:
    //! False: the services could not be opened.
    [[nodiscard]] bool open();
    //! Every notice that can be there at once, and an answer in the explorer.
    void happen();
    //! The page in front, one of its tabs if `tabs` names them.
    void show(const QString &page, const QString &tabs, int tab);
    //! All that is seen or spoken of the page in front, and of every action: sorted, without numbers.
    [[nodiscard]] QStringList texts() const;

private:
    template <typename T = QWidget> [[nodiscard]] T *child(const QString &name) const
    {
        auto *found = m_window->findChild<T *>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    Simulator::Server m_server{Simulator::Settings::withoutTasks()};
    QTemporaryDir m_directory;
    Support::FakePrompt m_prompt;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Gui::MainWindow> m_window;
};

bool Scene::open()
{
    if (!m_server.start())
        return false;
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory.path(), m_server.address());
    if (!m_bench->open())
        return false;
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), m_prompt);
    m_window->resize(1024, 700);
    m_window->show();
    return QTest::qWaitForWindowExposed(m_window.get());
}

void Scene::happen()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"abc"_s, u"def"_s, u"ghi"_s});
    for (const Core::TaskKey &key : keys)
        m_bench->book.change(key, [](Core::PushTask &task) { task.status = Core::TaskStatus::Pushing; });
    auto *tasks = m_window->findChild<Gui::TaskPage *>();
    tasks->select({keys.last()});
    QTRY_VERIFY(child<QAction>(u"removeAction"_s)->isEnabled());
    child<QAction>(u"removeAction"_s)->trigger();
    tasks->select({keys.first()});

    const Core::Error error = Core::Error::of(Core::ErrorKind::Timeout);
    Service::StopResult stop;
    stop.task = keys.first();
    stop.error = error;
    Q_EMIT m_bench->recovery.found(2, 0);
    Q_EMIT m_bench->recovery.settled(stop); // unknown
    stop.outcome = Core::StopOutcome::Failed;
    stop.task = keys.at(1);
    Q_EMIT m_bench->recovery.settled(stop);
    stop.task = keys.first();
    Q_EMIT m_bench->recovery.finished();
    Q_EMIT m_bench->recovery.failed(error);
    Service::StartResult start;
    start.task = keys.first();
    start.roomId = 1205;
    Q_EMIT m_bench->recovery.startSettled(start);
    Q_EMIT m_bench->guard.warned({{.task = keys.first(), .rule = Core::GuardRule(), .at = {}}});
    Q_EMIT m_bench->guard.stopFailed(stop);
    Q_EMIT m_bench->stops.paused(keys.first().accountId, error);
    child<QAction>(u"lockAction"_s)->trigger();
    m_window->lockFlow().tellHeldOff();
    const std::optional<Core::Account> account = m_bench->accounts.byId(keys.first().accountId);
    QVERIFY(account);
    Q_EMIT m_window->lockFlow().lock().keyMissing(*account, error);
    for (const char *notice :
         {"removalNotice", "recoveryNotice", "journalNotice", "startNotice1205", "guardWarning",
          "guardFailure", "tokenNotice-bench", "lockNotice", "lockHeldOffNotice", "keyMissingNotice-bench"})
        QTRY_VERIFY2(m_window->findChild<QWidget *>(QString::fromLatin1(notice)) != nullptr, notice);

    child<QAction>(u"explorerPageAction"_s)->trigger(); // makes the page
    Service::ExplorerResult answer;
    answer.error = error;
    answer.requestId = u"request"_s;
    answer.attempts = 3;
    m_window->findChild<Gui::AnswerView *>()->show(u"DescribeWhiteboardPush"_s, answer);
}

void Scene::show(const QString &page, const QString &tabs, int tab)
{
    child<QAction>(page)->trigger();
    if (!tabs.isEmpty())
        child<QTabWidget>(tabs)->setCurrentIndex(tab);
}

//! Numbers are of the moment and of the run: times, ports.
QString withoutNumbers(QString text)
{
    static const QRegularExpression number(u"\\d+"_s);
    return text.replace(number, u"#"_s);
}

void addProperties(QStringList &texts, const QObject *object)
{
    static const QByteArrayList unspoken{"objectName", "styleSheet", "html", "markdown", "inputMask"};
    const QMetaObject *type = object->metaObject();
    for (int i = 0; i < type->propertyCount(); ++i) {
        const QMetaProperty property = type->property(i);
        if (property.typeId() != QMetaType::QString || unspoken.contains(property.name()))
            continue;
        const QString text = property.read(object).toString();
        if (!text.isEmpty())
            texts.append(u"%1 %2, %3: %4"_s.arg(QLatin1StringView(type->className()), object->objectName(),
                                                QLatin1StringView(property.name()), text));
    }
}

//! Of tables and lists the titles and the first rows, but that the log keeps what was said as it was said.
void addItems(QStringList &texts, const QAbstractItemView *view)
{
    const QAbstractItemModel *model = view->model();
    if (model == nullptr)
        return;
    const int rows = view->objectName() == "logView"_L1 ? 0 : std::min(model->rowCount(), 10);
    for (int column = 0; column < model->columnCount(); ++column) {
        texts.append(
            u"%1, title: %2"_s.arg(view->objectName(), model->headerData(column, Qt::Horizontal).toString()));
        for (int row = 0; row < rows; ++row)
            texts.append(
                u"%1, cell: %2"_s.arg(view->objectName(), model->index(row, column).data().toString()));
    }
}

QStringList Scene::texts() const
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QStringList texts;
    addProperties(texts, m_window.get());
    for (const QAction *action : m_window->findChildren<QAction *>())
        addProperties(texts, action);
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != m_window.get()
            || widget->objectName().startsWith("qt_"_L1))
            continue;
        addProperties(texts, widget);
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts.append({tabs->tabText(i), tabs->tabToolTip(i)});
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                texts.append(u"%1, choice: %2"_s.arg(box->objectName(), box->itemText(i)));
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
                   view != nullptr && qobject_cast<const QHeaderView *>(view) == nullptr) {
            addItems(texts, view);
        }
    }
    for (QString &text : texts)
        text = withoutNumbers(text);
    texts.sort();
    return texts;
}

//! A sign of English after Chinese, or the blank that English has between sentences.
QStringList withEnglishPunctuation(const QStringList &texts)
{
    static const QRegularExpression english(u"[\\p{Han}）”][.,:;](?:\\s|$)|[。，：；！？、] "_s);
    return texts.filter(english);
}

} // namespace

//! The language is another one at once: a window that was English says what one says that was made in
//! Chinese.
class TestLanguageSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void saysWhatANewWindowSays();

private:
    QTranslator m_chinese;
};

void TestLanguageSwitch::initTestCase()
{
    QVERIFY(m_chinese.load(QStringLiteral(CHINESE_CATALOGUE)));
}

void TestLanguageSwitch::cleanup()
{
    QCoreApplication::removeTranslator(&m_chinese);
    QLocale::setDefault(QLocale::system());
}

void TestLanguageSwitch::saysWhatANewWindowSays()
{
    struct Place
    {
        QString page;
        QString tabs = {}; //!< within the page
        int tab = 0;
    };
    const QList<Place> places{{.page = u"tasksPageAction"_s, .tabs = u"tabs"_s, .tab = 0},
                              {.page = u"tasksPageAction"_s, .tabs = u"tabs"_s, .tab = 1},
                              {.page = u"timelinePageAction"_s},
                              {.page = u"historyPageAction"_s},
                              {.page = u"explorerPageAction"_s, .tabs = u"explorerTabs"_s, .tab = 0},
                              {.page = u"explorerPageAction"_s, .tabs = u"explorerTabs"_s, .tab = 4}};
    QLocale::setDefault(QLocale(u"en_US"_s));
    Scene switched;
    QVERIFY(switched.open());
    switched.happen();
    for (const Place &place : places)
        switched.show(place.page, place.tabs, place.tab);
    const QStringList english = switched.texts();

    // As App::Translation does it.
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    QCoreApplication::installTranslator(&m_chinese);
    Scene fresh;
    QVERIFY(fresh.open());
    fresh.happen();
    for (const Place &place : places) // makes the pages
        fresh.show(place.page, place.tabs, place.tab);
    for (const Place &place : places) {
        switched.show(place.page, place.tabs, place.tab);
        fresh.show(place.page, place.tabs, place.tab);
        if (!QTest::qWaitFor([&] { return switched.texts() == fresh.texts(); })) {
            const QStringList said = switched.texts();
            const QStringList wanted = fresh.texts();
            QStringList differences;
            std::ranges::set_symmetric_difference(said, wanted, std::back_inserter(differences));
            QFAIL(qPrintable(place.page + u":\n"_s + differences.join(u'\n')));
        }
        QCOMPARE(withEnglishPunctuation(fresh.texts()), QStringList());
    }
    QVERIFY(switched.texts() != english); // the catalogue was there
}

CONSOLE_TEST(TestLanguageSwitch, QApplication)
#include "tst_languageswitch.moc"
