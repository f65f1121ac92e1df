// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rowtext.h"
#include "gui/savedfilters.h"
#include "gui/taskcelldelegate.h"
#include "gui/taskpage.h"
#include "models/tasktablemodel.h"
#include "support/fakeprompt.h"
#include "support/sampletasks.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using Model = Models::TaskTableModel;

//! The task table over a real book: filter, selection, columns, empty states, and when it wakes up.
class TestTaskPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsTheBook();
    void filterAndEscape();
    void selectionSurvivesTheFilter();
    void selectsThoseThatAreShownAtOnce();
    void refreshLeavesSelectionAndScrollAlone_data();
    void refreshLeavesSelectionAndScrollAlone();
    void emptyStatesSayWhatToDo();
    void columnsAreRemembered();
    void statusAndTaskIdCannotBeHidden();
    void rowsAsText();
    void filtersByKindAndApplication();
    void chosenApplicationStaysWithoutTasks();
    void savedFilters();
    void savedFilterOfAnotherDayShowsNothingElse();
    void longRunHoursCanBeSet();
    void mineIncludesWhatTheJournalKnows();
    void mineFollowsStartsAndTheDay();
    void groupsByApplication();
    void groupingIsRemembered();
    void sortsByTheCurrentColumn();
    void ticksOnlyWhileSomethingRunsAndIsSeen();
    void shapes_data();
    void shapes();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    [[nodiscard]] QStringList shownIds() const;
    void show();

    Support::FakePrompt m_prompt;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Gui::TaskPage> m_page;
};

void TestTaskPage::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), Simulator::ServerAddress());
    QVERIFY(m_bench->open());
    m_page = std::make_unique<Gui::TaskPage>(m_bench->services(), m_prompt);
}

void TestTaskPage::cleanup()
{
    m_page.reset();
    m_bench.reset();
    m_directory.reset();
}

void TestTaskPage::show()
{
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QStringList TestTaskPage::shownIds() const
{
    QStringList ids;
    const QAbstractItemModel *model = m_page->table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        ids.append(model->index(row, Model::TaskIdColumn).data().toString());
    ids.sort();
    return ids;
}

void TestTaskPage::followsTheBook()
{
    m_bench->book.add({Sample::task(u"one"_s), Sample::task(u"two"_s)});
    QCOMPARE(shownIds(), QStringList({u"one"_s, u"two"_s}));
    QTRY_COMPARE(child<QLabel>(u"countLabel"_s)->text(), u"2 task(s), 2 running"_s);
    m_bench->book.change(Sample::key(u"one"_s),
                         [](Core::PushTask &task) { task.status = Core::TaskStatus::Stopped; });
    QTRY_COMPARE(child<QLabel>(u"countLabel"_s)->text(), u"2 task(s), 1 running"_s);
    m_bench->book.remove({Sample::key(u"two"_s)});
    QCOMPARE(shownIds(), QStringList({u"one"_s}));
}

void TestTaskPage::filterAndEscape()
{
    Core::PushTask labelled = Sample::task(u"two"_s);
    labelled.label = u"Class 7b"_s;
    m_bench->book.add({Sample::task(u"one"_s), labelled});
    show();
    auto *filter = child<QLineEdit>(u"filterEdit"_s);
    m_page->focusFilter();
    QTest::keyClicks(filter, u"7B"_s);
    QCOMPARE(shownIds(), QStringList({u"two"_s}));
    QTRY_VERIFY(child<QLabel>(u"countLabel"_s)->text().startsWith(u"1 of 2"_s));
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QCOMPARE(shownIds().size(), 2);
}

void TestTaskPage::selectionSurvivesTheFilter()
{
    m_bench->book.add({Sample::task(u"one"_s), Sample::task(u"two"_s), Sample::task(u"three"_s)});
    m_page->select({Sample::key(u"two"_s), Sample::key(u"three"_s)});
    QCOMPARE(m_page->selectedKeys().size(), 2);
    child<QLineEdit>(u"filterEdit"_s)->setText(u"two"_s);
    QCOMPARE(m_page->selectedKeys(), QList<Core::TaskKey>({Sample::key(u"two"_s)}));
    child<QLineEdit>(u"filterEdit"_s)->clear();
    QVERIFY(m_page->selectedKeys().contains(Sample::key(u"two"_s)));
    QVERIFY(m_page->currentTask() != nullptr);
}

//! Scattered and side by side, in any order, also one that is named twice, hidden, or not in the list.
void TestTaskPage::selectsThoseThatAreShownAtOnce()
{
    QList<Core::PushTask> tasks;
    for (int i = 0; i < 10; ++i) {
        tasks.append(Sample::task(u"task%1"_s.arg(i)));
        tasks.last().label = i == 9 ? u"hidden"_s : u"shown"_s;
    }
    m_bench->book.add(tasks);
    child<QLineEdit>(u"filterEdit"_s)->setText(u"shown"_s);
    m_page->table()->sortByColumn(Model::TaskIdColumn, Qt::DescendingOrder);
    QItemSelectionModel *selection = m_page->table()->selectionModel();
    QSignalSpy changed(selection, &QItemSelectionModel::selectionChanged);
    const auto keysOf = [](const QList<int> &numbers) {
        QList<Core::TaskKey> keys;
        for (const int number : numbers)
            keys.append(Sample::key(u"task%1"_s.arg(number)));
        return keys;
    };
    m_page->select(keysOf({2, 7, 4, 9, 3, 7}) + QList{Sample::key(u"stranger"_s)});
    QCOMPARE(m_page->selectedKeys(), keysOf({7, 4, 3, 2})); // as shown
    QCOMPARE(changed.size(), 1);
    QCOMPARE(selection->selectedRows().size(), 4); // from the first column to the last
    QCOMPARE(m_page->currentTask()->key, Sample::key(u"task7"_s));

    m_page->select(keysOf({0}));
    QCOMPARE(m_page->selectedKeys(), keysOf({0}));
    m_page->select(keysOf({9}));
    QCOMPARE(m_page->selectedKeys(), QList<Core::TaskKey>());
}

void TestTaskPage::refreshLeavesSelectionAndScrollAlone_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("in the order they came") << -1;
    QTest::newRow("sorted by what the refresh changes") << int(Model::StatusColumn);
    QTest::newRow("sorted by something else") << int(Model::RoomColumn);
}

void TestTaskPage::refreshLeavesSelectionAndScrollAlone()
{
    QFETCH(const int, column);
    QList<Core::PushTask> tasks = Sample::tasks(500);
    m_bench->book.add(tasks);
    m_page->resize(900, 400);
    show();
    QTableView *table = m_page->table();
    QTRY_COMPARE(table->model()->rowCount(), 500);
    table->sortByColumn(column, Qt::AscendingOrder);
    const QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
    const QList<Core::TaskKey> chosen{tasks.at(40).key, tasks.at(250).key, tasks.at(41).key};
    m_page->select(chosen);
    QScrollBar *bar = table->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const QModelIndex top = table->indexAt(QPoint(1, 1));
    const int scrolledTo = bar->value();
    const auto currentKey = m_page->currentTask()->key;

    // What a round of the automatic refresh does: ended tasks, new tasks, and the rest as it was.
    QList<Core::PushTask> listed = tasks;
    int ended = 0;
    for (qsizetype i = 0; i < listed.size(); i += 50) {
        ended += listed.at(i).isRunning() ? 1 : 0;
        listed[i].status = Core::TaskStatus::Stopped;
        listed[i].finishReason = Core::FinishReason::Auto;
    }
    QVERIFY(ended > 0);
    Core::PushTask fresh = Sample::task(u"fresh"_s);
    fresh.roomId = 1'000'000; // behind all others
    QSignalSpy changed(&m_bench->book, &Service::TaskBook::tasksChanged);
    m_bench->book.applyListing(listed, QDateTime::currentDateTimeUtc());
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.first().first().value<QList<Core::PushTask>>().size() <= listed.size() / 50);
    m_bench->book.add({fresh});
    QTRY_COMPARE(table->model()->rowCount(), 501);

    QCOMPARE(resets.size(), 0);
    QList<Core::TaskKey> selected = m_page->selectedKeys();
    QCOMPARE(selected.size(), chosen.size());
    for (const Core::TaskKey &key : chosen)
        QVERIFY(selected.contains(key));
    QCOMPARE(m_page->currentTask()->key, currentKey);
    QCOMPARE(bar->value(), scrolledTo);
    if (column < 0) {
        QCOMPARE(table->indexAt(QPoint(1, 1)), top);
    }
}

void TestTaskPage::emptyStatesSayWhatToDo()
{
    const auto *stack = child<QStackedWidget>(u"stack"_s);
    QCOMPARE(stack->currentWidget()->objectName(), u"tablePage"_s); // nothing is known yet
    m_bench->book.load();
    QTRY_COMPARE(stack->currentWidget()->objectName(), u"emptyPage"_s);
    QVERIFY(!child<QPushButton>(u"emptyAddButton"_s)->isHidden());
    QVERIFY(child<QPushButton>(u"emptyClearButton"_s)->isHidden());
    QSignalSpy add(m_page.get(), &Gui::TaskPage::addRequested);
    child<QPushButton>(u"emptyAddButton"_s)->click();
    QCOMPARE(add.count(), 1);

    m_bench->book.add({Sample::task(u"one"_s)});
    QTRY_COMPARE(stack->currentWidget()->objectName(), u"tablePage"_s);
    child<QLineEdit>(u"filterEdit"_s)->setText(u"nothing like it"_s);
    QTRY_COMPARE(stack->currentWidget()->objectName(), u"emptyPage"_s);
    child<QPushButton>(u"emptyClearButton"_s)->click();
    QTRY_COMPARE(stack->currentWidget()->objectName(), u"tablePage"_s);
}

void TestTaskPage::columnsAreRemembered()
{
    QHeaderView *header = m_page->table()->horizontalHeader();
    header->moveSection(header->visualIndex(Model::RoomColumn), 0);
    m_page->columnActions().first()->setChecked(false); // label
    m_page->table()->sortByColumn(Model::RoomColumn, Qt::AscendingOrder);
    const QByteArray state = m_page->saveState();

    Gui::TaskPage other(m_bench->services(), m_prompt);
    other.restoreState(state);
    const QHeaderView *restored = other.table()->horizontalHeader();
    QCOMPARE(restored->visualIndex(Model::RoomColumn), 0);
    QVERIFY(restored->isSectionHidden(Model::LabelColumn));
    QVERIFY(!other.columnActions().first()->isChecked());
    QCOMPARE(restored->sortIndicatorSection(), static_cast<int>(Model::RoomColumn));

    other.restoreState("rubbish"); // is not taken over
    QCOMPARE(restored->visualIndex(Model::RoomColumn), 0);
}

void TestTaskPage::statusAndTaskIdCannotBeHidden()
{
    for (const QAction *action : m_page->columnActions()) {
        QVERIFY(action->data().toInt() != Model::StatusColumn);
        QVERIFY(action->data().toInt() != Model::TaskIdColumn);
    }
    QCOMPARE(m_page->columnActions().size(), static_cast<qsizetype>(Model::ColumnCount) - 2);
}

void TestTaskPage::rowsAsText()
{
    Core::PushTask task = Sample::task(u"one"_s);
    task.label = u"a\tb\nc"_s; // cannot break the row
    m_bench->book.add({task, Sample::task(u"two"_s)});
    QCOMPARE(Gui::selectedRowsAsText(*m_page->table()), QString());
    m_page->select({task.key});
    const QStringList lines = Gui::selectedRowsAsText(*m_page->table()).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().count(u'\t'), lines.last().count(u'\t'));
    QVERIFY(lines.last().contains(u"one"_s));
}

void TestTaskPage::filtersByKindAndApplication()
{
    Core::PushTask stopped = Sample::task(u"two"_s, Core::TaskStatus::Stopped);
    m_bench->book.add({Sample::task(u"one"_s), stopped});
    show();
    auto *applications = child<QComboBox>(u"applicationCombo"_s);
    QVERIFY(!applications->isVisible()); // nothing to choose
    Core::PushTask other = Sample::task(u"three"_s);
    other.key.sdkAppId = {1400000002};
    m_bench->book.add({other});
    QTRY_VERIFY(applications->isVisible());
    applications->setCurrentText(u"1400000002"_s);
    QCOMPARE(shownIds(), QStringList({u"three"_s}));
    auto *kinds = child<QComboBox>(u"kindCombo"_s);
    kinds->setCurrentText(u"Stopped"_s);
    QCOMPARE(shownIds(), QStringList());
    applications->setCurrentIndex(0);
    QCOMPARE(shownIds(), QStringList({u"two"_s}));
    m_bench->book.remove({other.key});
    QTRY_VERIFY(!applications->isVisible());
    child<QAction>(u"showAllAction"_s)->trigger();
    QCOMPARE(shownIds().size(), 2);
}

//! Nor is the box filled again, which somebody may have opened.
void TestTaskPage::chosenApplicationStaysWithoutTasks()
{
    Core::PushTask other = Sample::task(u"two"_s);
    other.key.sdkAppId = {1400000002};
    m_bench->book.add({Sample::task(u"one"_s), other});
    show();
    auto *applications = child<QComboBox>(u"applicationCombo"_s);
    QTRY_VERIFY(applications->isVisible());
    applications->setCurrentText(u"1400000002"_s);
    const QSignalSpy emptied(applications->model(), &QAbstractItemModel::rowsRemoved);
    m_bench->book.remove({other.key});
    QTRY_COMPARE(child<QLabel>(u"countLabel"_s)->text(), u"0 of 1 tasks, 1 running"_s);
    m_bench->book.change(Sample::key(u"one"_s),
                         [](Core::PushTask &task) { task.status = Core::TaskStatus::Stopped; });
    QTRY_COMPARE(child<QLabel>(u"countLabel"_s)->text(), u"0 of 1 tasks, 0 running"_s);
    QCOMPARE(emptied.size(), 0);
    QCOMPARE(applications->currentText(), u"1400000002"_s);
}

void TestTaskPage::savedFilters()
{
    m_bench->book.add({Sample::task(u"one"_s), Sample::task(u"two"_s, Core::TaskStatus::Stopped)});
    child<QAction>(u"showRunningAction"_s)->trigger();
    QCOMPARE(shownIds(), QStringList({u"one"_s}));
    QCOMPARE(child<QComboBox>(u"kindCombo"_s)->currentText(), u"Running"_s); // it can be seen

    child<QLineEdit>(u"filterEdit"_s)->setText(u"one"_s);
    m_prompt.texts.push_back(u"Mine & <b>yours</b>"_s);
    child<QAction>(u"saveFilterAction"_s)->trigger();
    const auto own = [this] {
        QStringList names;
        for (const QAction *action : child<QMenu>(u"savedFiltersMenu"_s)->actions())
            names.append(action->text());
        return names;
    };
    QTRY_VERIFY(own().contains(u"Mine && <b>yours</b>"_s));

    // Another page, as after a restart.
    m_page = std::make_unique<Gui::TaskPage>(m_bench->services(), m_prompt);
    QCOMPARE(shownIds().size(), 2);
    QVERIFY(own().contains(u"Mine && <b>yours</b>"_s));
    for (QAction *action : child<QMenu>(u"savedFiltersMenu"_s)->actions()) {
        if (action->text().startsWith(u"Mine &&"_s))
            action->trigger();
    }
    QCOMPARE(shownIds(), QStringList({u"one"_s}));
    QCOMPARE(child<QLineEdit>(u"filterEdit"_s)->text(), u"one"_s);
    child<QMenu>(u"deleteFilterMenu"_s)->actions().first()->trigger();
    QVERIFY(!own().contains(u"Mine && <b>yours</b>"_s));
    QCOMPARE(shownIds(), QStringList({u"one"_s})); // deleted is its name, not what is shown
}

void TestTaskPage::savedFilterOfAnotherDayShowsNothingElse()
{
    Gui::SavedFilters saved(m_bench->settings);
    saved.save(u"gone"_s, {.sdkAppId = {1400000077}});
    QCOMPARE(Gui::SavedFilters(m_bench->settings).all().size(), 1);
    QCOMPARE(Gui::SavedFilters(m_bench->settings).all().first().filter.sdkAppId.value, 1400000077);
    m_page = std::make_unique<Gui::TaskPage>(m_bench->services(), m_prompt);
    m_bench->book.add({Sample::task(u"one"_s)});
    for (QAction *action : child<QMenu>(u"savedFiltersMenu"_s)->actions()) {
        if (action->text() == u"gone"_s)
            action->trigger();
    }
    QCOMPARE(shownIds(), QStringList());
    QTRY_VERIFY(child<QLabel>(u"countLabel"_s)->text().startsWith(u"0 of 1"_s));
    QCOMPARE(child<QComboBox>(u"applicationCombo"_s)->currentText(), u"1400000077"_s);
}

void TestTaskPage::longRunHoursCanBeSet()
{
    Core::PushTask task = Sample::task(u"one"_s);
    task.startTime = m_bench->clock.nowUtc().addSecs(-4 * 3600);
    m_bench->book.add({task});
    show();
    child<QAction>(u"showLongRunnersAction"_s)->trigger();
    QTRY_COMPARE(shownIds(), QStringList({u"one"_s}));
    m_prompt.texts.push_back(u"5"_s);
    child<QAction>(u"longRunAction"_s)->trigger();
    QTRY_COMPARE(shownIds(), QStringList());
    QCOMPARE(child<QComboBox>(u"kindCombo"_s)->currentData(Qt::ToolTipRole).toString(),
             u"Running for 5 h or longer"_s);
    m_prompt.texts.push_back(u"many"_s);
    child<QAction>(u"longRunAction"_s)->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(child<QComboBox>(u"kindCombo"_s)->currentData(Qt::ToolTipRole).toString(),
             u"Running for 5 h or longer"_s);
}

void TestTaskPage::mineIncludesWhatTheJournalKnows()
{
    Core::PushTask stopped = Sample::task(u"two"_s, Core::TaskStatus::Stopped);
    stopped.lastOutcome = Core::StopOutcome::Stopped;
    stopped.lastResultAt = m_bench->clock.nowUtc();
    m_bench->book.add({Sample::task(u"one"_s), Sample::task(u"three"_s)});
    m_bench->book.add({stopped});
    m_bench->book.change(stopped.key, [&stopped](Core::PushTask &task) { task = stopped; });

    Core::Intent intent;
    intent.action = u"StartWhiteboardPush"_s;
    intent.task = Sample::key(u"one"_s);
    intent.requestedAt = m_bench->clock.nowUtc();
    Core::JournalEvent answered;
    answered.kind = Core::EventKind::Answered;
    answered.action = intent.action;
    answered.at = intent.requestedAt;
    answered.attempt = 1;
    bool isRecorded = false;
    m_bench->journal.recordRead(intent, answered, m_page.get(),
                                [&isRecorded](const Core::Result<void> &) { isRecorded = true; });
    QTRY_VERIFY(isRecorded);
    child<QAction>(u"showMineAction"_s)->trigger();
    QTRY_COMPARE(shownIds(), QStringList({u"one"_s, u"two"_s}));
}

void TestTaskPage::mineFollowsStartsAndTheDay()
{
    TestSupport::HandClock clock;
    clock.set(QDate::currentDate().startOfDay().addSecs(12 * 3600).toUTC());
    m_page = std::make_unique<Gui::TaskPage>(m_bench->services(clock), m_prompt);
    show();
    m_bench->book.add({Sample::task(u"one"_s), Sample::task(u"two"_s), Sample::task(u"three"_s)});
    child<QAction>(u"showMineAction"_s)->trigger();
    QTRY_COMPARE(shownIds(), QStringList());

    const auto settle = [this](const QString &id, Core::StartOutcome outcome) {
        Service::StartResult result;
        result.task = Sample::key(id);
        result.outcome = outcome;
        Q_EMIT m_bench->starts.settled(result);
    };
    settle(u"two"_s, Core::StartOutcome::Unknown);
    QCOMPARE(shownIds(), QStringList());
    settle(u"one"_s, Core::StartOutcome::Started);
    QCOMPARE(shownIds(), QStringList({u"one"_s}));
    m_page->select({Sample::key(u"one"_s)});
    QCOMPARE(m_page->selectedKeys(), QList<Core::TaskKey>({Sample::key(u"one"_s)}));

    clock.pass(24 * 3600 * 1000);
    QTRY_COMPARE(shownIds(), QStringList()); // yesterday's
    settle(u"three"_s, Core::StartOutcome::Started);
    QCOMPARE(shownIds(), QStringList({u"three"_s}));
    m_page.reset(); // before its clock
}

void TestTaskPage::groupsByApplication()
{
    Core::PushTask other = Sample::task(u"two"_s);
    other.key.sdkAppId = {1400000000};
    m_bench->book.add({Sample::task(u"one"_s), other, Sample::task(u"three"_s)});
    show();
    const QHeaderView *header = m_page->table()->horizontalHeader();
    const int place = header->visualIndex(Model::ApplicationColumn);
    QVERIFY(place > 0);
    child<QAction>(u"groupByApplicationAction"_s)->trigger();
    QCOMPARE(header->visualIndex(Model::ApplicationColumn), 0);
    const QAbstractItemModel *model = m_page->table()->model();
    QCOMPARE(model->index(0, Model::TaskIdColumn).data().toString(), u"two"_s);
    m_page->table()->viewport()->grab(); // paints headings
    child<QAction>(u"groupByNothingAction"_s)->trigger();
    QCOMPARE(header->visualIndex(Model::ApplicationColumn), place);
}

void TestTaskPage::groupingIsRemembered()
{
    QHeaderView *header = m_page->table()->horizontalHeader();
    header->setSectionHidden(Model::AccountColumn, true);
    const int place = header->visualIndex(Model::AccountColumn);
    child<QAction>(u"groupByAccountAction"_s)->trigger();
    QVERIFY(!header->isSectionHidden(Model::AccountColumn));
    const QByteArray state = m_page->saveState();
    QCOMPARE(header->visualIndex(Model::AccountColumn), 0); // saving changes nothing

    m_page = std::make_unique<Gui::TaskPage>(m_bench->services(), m_prompt);
    m_page->restoreState(state);
    header = m_page->table()->horizontalHeader();
    QVERIFY(child<QAction>(u"groupByAccountAction"_s)->isChecked());
    QCOMPARE(header->visualIndex(Model::AccountColumn), 0);
    child<QAction>(u"groupByNothingAction"_s)->trigger();
    QCOMPARE(header->visualIndex(Model::AccountColumn), place);
    QVERIFY(header->isSectionHidden(Model::AccountColumn)); // as the operator had it
}

void TestTaskPage::sortsByTheCurrentColumn()
{
    m_bench->book.add({Sample::task(u"one"_s), Sample::task(u"two"_s)});
    QTableView *view = m_page->table();
    m_page->sortByCurrentColumn(); // no current cell: nothing happens
    view->setCurrentIndex(view->model()->index(0, Model::TaskIdColumn));
    m_page->sortByCurrentColumn();
    QCOMPARE(view->model()->index(0, Model::TaskIdColumn).data().toString(), u"one"_s);
    m_page->sortByCurrentColumn();
    QCOMPARE(view->model()->index(0, Model::TaskIdColumn).data().toString(), u"two"_s);
}

void TestTaskPage::ticksOnlyWhileSomethingRunsAndIsSeen()
{
    QSignalSpy ticked(m_page.get(), &Gui::TaskPage::ticked);
    const auto *timer = child<QTimer>(u"tickTimer"_s);
    m_bench->book.add({Sample::task(u"one"_s, Core::TaskStatus::Stopped)});
    show();
    QTRY_COMPARE(child<QLabel>(u"countLabel"_s)->text(), u"1 task(s), 0 running"_s);
    QVERIFY(!timer->isActive());
    m_bench->book.add({Sample::task(u"two"_s)});
    QTRY_COMPARE(ticked.count(), 1); // at once, then every second
    m_page->hide();
    ticked.clear();
    QVERIFY(!timer->isActive());
    m_page->show();
    QTRY_COMPARE(ticked.count(), 1);
}

void TestTaskPage::shapes_data()
{
    QTest::addColumn<Core::PushTask>("task");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("result"); // -1: none

    using Shape = Gui::StatusShape;
    const auto row = [](const char *name, const Core::PushTask &task, Shape status,
                        std::optional<Shape> result) {
        QTest::newRow(name) << task << static_cast<int>(status) << (result ? static_cast<int>(*result) : -1);
    };
    row("running", Sample::task(u"t"_s), Shape::Running, {});
    row("prepared", Sample::task(u"t"_s, Core::TaskStatus::Prepared), Shape::Prepared, {});
    row("not asked yet", Sample::task(u"t"_s, Core::TaskStatus::Unknown), Shape::Unknown, {});

    Core::PushTask task = Sample::task(u"t"_s);
    task.stopPhase = Core::StopPhase::Sent;
    row("being stopped", task, Shape::UnderWay, {});

    task = Sample::task(u"t"_s, Core::TaskStatus::Stopped);
    task.lastOutcome = Core::StopOutcome::Stopped;
    row("stopped by us", task, Shape::Stopped, Shape::Confirmed);
    task.backup.taskId = u"b"_s;
    row("backup left running", task, Shape::Warning, Shape::Confirmed);

    task = Sample::task(u"t"_s);
    task.lastOutcome = Core::StopOutcome::Unknown;
    row("not confirmed", task, Shape::Warning, Shape::Unknown);
    task.lastOutcome = Core::StopOutcome::Failed;
    row("refused", task, Shape::Running, Shape::Failed);
    task.lastOutcome = Core::StopOutcome::NotSent;
    row("not sent", task, Shape::Running, Shape::Warning);

    task = Sample::task(u"t"_s, Core::TaskStatus::Stopped);
    task.taskErrorCode = u"FailedOperation.WhiteboardPush"_s;
    row("the task failed", task, Shape::Failed, {});
}

void TestTaskPage::shapes()
{
    QFETCH(const Core::PushTask, task);
    QFETCH(const int, status);
    QFETCH(const int, result);
    m_bench->book.add({task});
    const QModelIndex index = m_page->table()->model()->index(0, Model::StatusColumn);
    const auto shapeIn = [&index](int column) {
        const std::optional<Gui::StatusShape> shape =
            Gui::TaskCellDelegate::shapeOf(index.siblingAtColumn(column));
        return shape ? static_cast<int>(*shape) : -1;
    };
    QCOMPARE(shapeIn(Model::StatusColumn), status);
    QCOMPARE(shapeIn(Model::LastResultColumn), result);
    QCOMPARE(shapeIn(Model::TaskIdColumn), -1);
}

CONSOLE_TEST(TestTaskPage, QApplication)
#include "tst_taskpage.moc"
