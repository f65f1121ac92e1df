// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modeltexts.h"
#include "models/taskfiltermodel.h"
#include "support/dumpmodel.h"
#include "support/sampletasks.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Models::TaskFilter;
using Models::TaskFilterModel;
using Models::TaskKind;
using Models::TaskTableModel;

namespace {

[[nodiscard]] QString idsIn(const QAbstractItemModel &model)
{
    return dumpModel(model, {TaskTableModel::TaskIdColumn}).join(QString());
}

//! Five tasks with something to find and to sort in every column.
[[nodiscard]] QList<Core::PushTask> fewTasks()
{
    const QDateTime start(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    QList<Core::PushTask> tasks;
    const QStringList labels{u"Zoology"_s, u"algebra"_s, QString(), u"Ärzte"_s, u"Algebra two"_s};
    for (int i = 0; i < 5; ++i) {
        Core::PushTask task = Sample::task(QString(QChar(u'a' + i)));
        task.label = labels.at(i);
        task.roomId = QList<qint64>{20, 3, 0, 100, 20}.at(i);
        task.startTime = i == 2 ? QDateTime() : start.addSecs(60 * ((i * 2) % 5));
        tasks.append(task);
    }
    tasks[1].status = Core::TaskStatus::Stopped;
    tasks[1].lastOutcome = Core::StopOutcome::Stopped;
    tasks[1].lastRequestId = u"eac6b301-a322"_s;
    tasks[3].key.accountId = u"school"_s;
    tasks[4].lastOutcome = Core::StopOutcome::Failed;
    tasks[4].lastErrorCode = u"InvalidParameter.TaskNotFound"_s;
    return tasks;
}

//! Counts the comparisons of rows, in the source's order.
class CountingProxy final : public Models::RowVectorProxy
{
    Q_OBJECT
public:
    explicit CountingProxy(QAbstractTableModel &source)
        : RowVectorProxy(source, nullptr)
    {
        readSource();
    }

    mutable int comparisons = 0;

protected:
    [[nodiscard]] bool accepts(int) const override { return true; }
    [[nodiscard]] bool isBefore(int sourceRow, int otherSourceRow) const override
    {
        ++comparisons;
        return RowVectorProxy::isBefore(sourceRow, otherSourceRow);
    }
    [[nodiscard]] bool isOrderAffected(int, int) const override { return true; }
};

struct Fixture
{
    TaskTableModel source{ModelTexts::ofTasks()};
    TaskFilterModel model{source};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
};

} // namespace

Q_DECLARE_METATYPE(Models::TaskFilter)

class TaskFilterModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textFilter_data();
    void textFilter();
    void otherFilters();
    void kinds_data();
    void kinds();
    void taskBecomesALongRunner();
    void groups();
    void sort_data();
    void sort();
    void changesKeepFilterAndOrder();
    void scatteredFilterKeepsSelection();
    void removedRowsLeaveTheSelectionAlone();
    void manyChangesAreFewSignals();
    void changedRowsFindTheirPlacesQuickly_data();
    void changedRowsFindTheirPlacesQuickly();
    void tickMovesRowsOnlyWhenSortedByIt();
    void headersOfAnEmptyTable();
    void lookUps();
    void agreesWithAPlainModel();
};

void TaskFilterModelTest::textFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    QTest::newRow("empty") << QString() << u"abcde"_s;
    QTest::newRow("blanks") << u"  "_s << u"abcde"_s;
    QTest::newRow("label, any case") << u"ALGEBRA"_s << u"be"_s;
    QTest::newRow("beyond ASCII") << u"äRZ"_s << u"d"_s;
    QTest::newRow("words in any order") << u"two alg"_s << u"e"_s;
    QTest::newRow("one word misses") << u"algebra three"_s << QString();
    QTest::newRow("status word") << u"stopped"_s << u"b"_s;
    QTest::newRow("room") << u"100"_s << u"d"_s;
    QTest::newRow("application") << u"1400000001"_s << u"abcde"_s;
    QTest::newRow("request id") << u"eac6"_s << u"b"_s;
    QTest::newRow("error code") << u"tasknotfound"_s << u"e"_s;
    QTest::newRow("account") << u"school"_s << u"d"_s;
    QTest::newRow("start") << u"09:02:00"_s << u"b"_s;
    QTest::newRow("no word spans columns") << u"zoology\n1400000001"_s << u"a"_s;
    QTest::newRow("nothing like it") << u"zzz"_s << QString();
}

void TaskFilterModelTest::textFilter()
{
    Fixture fixture;
    fixture.source.setTasks(fewTasks());
    QFETCH(const QString, text);
    fixture.model.setFilter({.text = text});
    QTEST(idsIn(fixture.model), "ids");
    fixture.model.setFilter({});
    QCOMPARE(idsIn(fixture.model), u"abcde"_s);
    QCOMPARE(fixture.resets.size(), 0);
}

void TaskFilterModelTest::otherFilters()
{
    Fixture fixture;
    fixture.source.setTasks(fewTasks());
    fixture.model.setFilter({.kind = TaskKind::Stopped});
    QCOMPARE(idsIn(fixture.model), u"b"_s);
    fixture.model.setFilter({.accountId = u"main"_s});
    QCOMPARE(idsIn(fixture.model), u"abce"_s);
    fixture.model.setFilter({.text = u"algebra"_s, .kind = TaskKind::Running, .accountId = u"main"_s});
    QCOMPARE(idsIn(fixture.model), u"e"_s);
    fixture.model.setFilter({.sdkAppId = {1400000001}});
    QCOMPARE(idsIn(fixture.model), u"abcde"_s);
    fixture.model.setFilter({.sdkAppId = {1400000002}});
    QCOMPARE(idsIn(fixture.model), QString());
}

void TaskFilterModelTest::kinds_data()
{
    QTest::addColumn<TaskFilter>("filter");
    QTest::addColumn<QString>("ids");
    const QDateTime since(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC);
    QTest::newRow("any") << TaskFilter{} << u"rlsfeunmxb"_s;
    QTest::newRow("running") << TaskFilter{.kind = TaskKind::Running} << u"rlnxb"_s;
    QTest::newRow("long") << TaskFilter{.kind = TaskKind::LongRunning} << u"lb"_s;
    QTest::newRow("longer than an hour")
        << TaskFilter{.kind = TaskKind::LongRunning, .longRunSeconds = 3600} << u"rlb"_s;
    QTest::newRow("stopped") << TaskFilter{.kind = TaskKind::Stopped} << u"sfemb"_s;
    QTest::newRow("failed") << TaskFilter{.kind = TaskKind::Failed} << u"fen"_s;
    QTest::newRow("unknown") << TaskFilter{.kind = TaskKind::Unknown} << u"ux"_s;
    QTest::newRow("mine") << TaskFilter{.kind = TaskKind::Mine, .mineSince = since} << u"sm"_s;
    QTest::newRow("mine, with what was started")
        << TaskFilter{.kind = TaskKind::Mine, .mineSince = since, .startedIds = {u"r"_s}} << u"rsm"_s;
}

void TaskFilterModelTest::kinds()
{
    QFETCH(const TaskFilter, filter);
    QFETCH(const QString, ids);
    const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    const auto task = [](const QString &id, Core::TaskStatus status) { return Sample::task(id, status); };
    using enum Core::TaskStatus;
    QList<Core::PushTask> tasks{task(u"r"_s, Pushing), task(u"l"_s, Pushing), task(u"s"_s, Stopped),
                                task(u"f"_s, Stopped), task(u"e"_s, Stopped), task(u"u"_s, Unknown),
                                task(u"n"_s, Pushing), task(u"m"_s, Stopped), task(u"x"_s, Prepared),
                                task(u"b"_s, Stopped)};
    tasks[0].startTime = noon.addSecs(-2 * 3600);
    tasks[1].startTime = noon.addSecs(-3 * 3600);
    tasks[2].lastOutcome = Core::StopOutcome::Stopped;
    tasks[2].lastResultAt = noon.addSecs(-12 * 3600);
    tasks[3].taskErrorCode = u"FailedOperation.WhiteboardPush"_s;
    tasks[4].finishReason = Core::FinishReason::Exception;
    tasks[4].lastOutcome = Core::StopOutcome::AlreadyStopped;
    tasks[4].lastResultAt = noon.addSecs(-12 * 3600 - 1); // yesterday
    tasks[6].lastOutcome = Core::StopOutcome::Failed;
    tasks[7].lastOutcome = Core::StopOutcome::AlreadyStopped;
    tasks[7].lastResultAt = noon;
    tasks[8].lastOutcome = Core::StopOutcome::Unknown;
    tasks[9].startTime = noon.addSecs(-3 * 3600);
    tasks[9].stopTime = noon.addSecs(-2 * 3600);
    tasks[9].backup.taskId = u"left-running"_s;
    Fixture fixture;
    fixture.source.setTasks(tasks);
    fixture.source.tick(noon);
    fixture.model.setFilter(filter);
    QCOMPARE(idsIn(fixture.model), ids);
}

void TaskFilterModelTest::taskBecomesALongRunner()
{
    const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    Fixture fixture;
    Core::PushTask task = Sample::task(u"a"_s);
    task.startTime = noon;
    Core::PushTask left = Sample::task(u"b"_s, Core::TaskStatus::Stopped);
    left.startTime = noon;
    left.stopTime = noon.addSecs(60);
    left.backup.taskId = u"left-running"_s;
    fixture.source.setTasks({task, left});
    fixture.model.setFilter({.kind = TaskKind::LongRunning});
    fixture.source.tick(noon.addSecs(3 * 3600 - 1));
    QCOMPARE(idsIn(fixture.model), QString());
    fixture.source.tick(noon.addSecs(3 * 3600));
    QCOMPARE(idsIn(fixture.model), u"ab"_s);
}

void TaskFilterModelTest::groups()
{
    Fixture fixture;
    QList<Core::PushTask> tasks = fewTasks();
    tasks[0].key.sdkAppId = {1400000009};
    tasks[3].key.sdkAppId = {1400000009};
    fixture.source.setTasks(tasks);
    fixture.model.sort(TaskTableModel::TaskIdColumn, Qt::DescendingOrder);
    const auto parts = [&fixture](int column) {
        QList<int> found;
        for (int row = 0; row < fixture.model.rowCount(); ++row) {
            found.append(fixture.model.index(row, column).data(TaskFilterModel::GroupPartRole).toInt());
        }
        return found;
    };
    QCOMPARE(parts(TaskTableModel::ApplicationColumn), QList<int>({0, 0, 0, 0, 0}));

    fixture.model.setGrouping(Models::TaskGrouping::Application);
    QCOMPARE(idsIn(fixture.model), u"ecbda"_s); // each group in the order of the column
    using enum TaskFilterModel::GroupPart;
    const auto numbers = [](std::initializer_list<TaskFilterModel::GroupPart> list) {
        QList<int> found;
        for (const auto part : list) {
            found.append(static_cast<int>(part));
        }
        return found;
    };
    QCOMPARE(parts(TaskTableModel::ApplicationColumn),
             numbers({Heading, Repeated, Repeated, Heading, Repeated}));
    QCOMPARE(parts(TaskTableModel::StatusColumn), numbers({Start, None, None, Start, None}));

    fixture.model.setFilter({.text = u"zoology"_s});
    QCOMPARE(parts(TaskTableModel::ApplicationColumn), numbers({Heading}));
    fixture.model.setFilter({});
    fixture.model.setGrouping(Models::TaskGrouping::Account);
    QCOMPARE(idsIn(fixture.model), u"ecbad"_s);
    QCOMPARE(fixture.model.groupColumn(), int(TaskTableModel::AccountColumn));
    fixture.model.setGrouping(Models::TaskGrouping::None);
    QCOMPARE(idsIn(fixture.model), u"edcba"_s);
    QCOMPARE(fixture.resets.size(), 0);
}

void TaskFilterModelTest::sort_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    QTest::newRow("as they came") << -1 << u"abcde"_s << u"abcde"_s;
    QTest::newRow("status") << int(TaskTableModel::StatusColumn) << u"acdeb"_s << u"bacde"_s;
    QTest::newRow("id") << int(TaskTableModel::TaskIdColumn) << u"abcde"_s << u"edcba"_s;
    QTest::newRow("label, any case, none first")
        << int(TaskTableModel::LabelColumn) << u"cbead"_s << u"daebc"_s;
    QTest::newRow("application, all the same")
        << int(TaskTableModel::ApplicationColumn) << u"abcde"_s << u"abcde"_s;
    QTest::newRow("room by number") << int(TaskTableModel::RoomColumn) << u"cbaed"_s << u"daebc"_s;
    QTest::newRow("start, unknown first") << int(TaskTableModel::StartedColumn) << u"cadbe"_s << u"ebdac"_s;
    QTest::newRow("running for") << int(TaskTableModel::RunningForColumn) << u"bceda"_s << u"adebc"_s;
    QTest::newRow("last result") << int(TaskTableModel::LastResultColumn) << u"acdbe"_s << u"ebacd"_s;
    QTest::newRow("request id") << int(TaskTableModel::RequestIdColumn) << u"acdeb"_s << u"bacde"_s;
    QTest::newRow("account") << int(TaskTableModel::AccountColumn) << u"abced"_s << u"dabce"_s;
}

void TaskFilterModelTest::sort()
{
    Fixture fixture;
    fixture.source.setTasks(fewTasks());
    fixture.source.tick(QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC));
    QFETCH(const int, column);
    fixture.model.sort(column, Qt::AscendingOrder);
    QTEST(idsIn(fixture.model), "ascending");
    fixture.model.sort(column, Qt::DescendingOrder);
    QTEST(idsIn(fixture.model), "descending");
}

void TaskFilterModelTest::changesKeepFilterAndOrder()
{
    Fixture fixture;
    fixture.model.sort(TaskTableModel::LabelColumn);
    fixture.source.setTasks(fewTasks());
    QCOMPARE(idsIn(fixture.model), u"cbead"_s);

    Core::PushTask newcomer = Sample::task(u"f"_s);
    newcomer.label = u"Mathematics"_s;
    fixture.source.upsert({newcomer});
    QCOMPARE(idsIn(fixture.model), u"cbefad"_s);

    newcomer.label = u"aa"_s;
    fixture.source.upsert({newcomer});
    QCOMPARE(idsIn(fixture.model), u"cfbead"_s);

    fixture.model.setFilter({.text = u"algebra"_s});
    newcomer.label = u"Algebra three"_s;
    QSignalSpy changed(&fixture.model, &QAbstractItemModel::dataChanged);
    fixture.source.upsert({newcomer});
    QCOMPARE(idsIn(fixture.model), u"bfe"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);

    fixture.source.remove({Sample::key(u"b"_s), Sample::key(u"c"_s)});
    QCOMPARE(idsIn(fixture.model), u"fe"_s);
    fixture.model.setFilter({});
    QCOMPARE(idsIn(fixture.model), u"fead"_s);
    fixture.source.clear();
    QCOMPARE(fixture.model.rowCount(), 0);
    QCOMPARE(fixture.resets.size(), 0);
}

void TaskFilterModelTest::scatteredFilterKeepsSelection()
{
    Fixture fixture;
    const QList<Core::PushTask> tasks = Sample::tasks(1000);
    fixture.source.setTasks(tasks);
    fixture.model.sort(TaskTableModel::RoomColumn);
    QItemSelectionModel selection(&fixture.model);
    const Core::TaskKey stays = tasks.at(301).key; // pushing
    const Core::TaskKey leaves = tasks.at(300).key; // stopped
    constexpr auto rowByRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    selection.select(fixture.model.indexOf(stays), rowByRow);
    selection.select(fixture.model.indexOf(leaves), rowByRow);
    selection.setCurrentIndex(fixture.model.indexOf(stays), QItemSelectionModel::NoUpdate);

    fixture.model.setFilter({.kind = TaskKind::Running});
    QCOMPARE(fixture.model.rowCount(), 666);
    const auto selectedKeys = [&selection] {
        QList<Core::TaskKey> keys;
        for (const QModelIndex &index : selection.selectedRows()) {
            keys.append(index.data(TaskTableModel::TaskKeyRole).value<Core::TaskKey>());
        }
        return keys;
    };
    QCOMPARE(selectedKeys(), QList<Core::TaskKey>{stays});
    QCOMPARE(selection.currentIndex(), fixture.model.indexOf(stays));

    fixture.model.setFilter({});
    QCOMPARE(fixture.model.rowCount(), 1000);
    QCOMPARE(selectedKeys(), QList<Core::TaskKey>{stays});
    fixture.model.sort(TaskTableModel::TaskIdColumn, Qt::DescendingOrder);
    QCOMPARE(selectedKeys(), QList<Core::TaskKey>{stays});
    QCOMPARE(fixture.resets.size(), 0);
}

void TaskFilterModelTest::removedRowsLeaveTheSelectionAlone()
{
    Fixture fixture;
    fixture.source.setTasks(fewTasks());
    fixture.model.sort(TaskTableModel::TaskIdColumn, Qt::DescendingOrder);
    const QPersistentModelIndex kept = fixture.model.indexOf(Sample::key(u"e"_s));
    const QPersistentModelIndex gone = fixture.model.indexOf(Sample::key(u"a"_s));
    fixture.source.remove({Sample::key(u"a"_s), Sample::key(u"b"_s)});
    QCOMPARE(QModelIndex(kept), fixture.model.indexOf(Sample::key(u"e"_s)));
    QVERIFY(!gone.isValid());
}

void TaskFilterModelTest::manyChangesAreFewSignals()
{
    Fixture fixture;
    fixture.source.setTasks(Sample::tasks(3000));
    QSignalSpy removed(&fixture.model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&fixture.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy arranged(&fixture.model, &QAbstractItemModel::layoutChanged);
    fixture.model.setFilter({.text = u"class 7"_s});
    QVERIFY(fixture.model.rowCount() > 100);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(arranged.size(), 1);
    fixture.model.setFilter({});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(arranged.size(), 2);
    fixture.model.setFilter({.text = u"  "_s});
    QCOMPARE(removed.size() + inserted.size() + arranged.size(), 4);
}

void TaskFilterModelTest::changedRowsFindTheirPlacesQuickly_data()
{
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<int>("most");
    QTest::newRow("the first") << QList<int>{0} << 30;
    QTest::newRow("one in the middle") << QList<int>{2000} << 30;
    QTest::newRow("the last") << QList<int>{4095} << 30;
    QTest::newRow("scattered ones") << QList<int>{5, 900, 1800, 2700, 4000} << 150;
}

//! A refresh changes a handful of ten thousand rows.
void TaskFilterModelTest::changedRowsFindTheirPlacesQuickly()
{
    QFETCH(const QList<int>, rows);
    QFETCH(const int, most);
    TaskTableModel source{ModelTexts::ofTasks()};
    source.setTasks(Sample::tasks(4096));
    CountingProxy proxy(source);
    proxy.comparisons = 0;
    QList<Core::PushTask> changed;
    for (const int row : rows) {
        changed.append(source.taskAt(row));
        changed.last().label = u"changed"_s;
    }
    source.upsert(changed);
    QVERIFY2(proxy.comparisons <= most, qPrintable(QString::number(proxy.comparisons)));
    for (int row = 0; row < source.rowCount(); ++row) {
        QCOMPARE(proxy.mapToSource(proxy.index(row, 0)).row(), row);
    }
}

void TaskFilterModelTest::tickMovesRowsOnlyWhenSortedByIt()
{
    Fixture fixture;
    const QDateTime start(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    Core::PushTask running = Sample::task(u"r"_s);
    running.startTime = start;
    Core::PushTask ended = Sample::task(u"e"_s, Core::TaskStatus::Stopped);
    ended.startTime = start;
    ended.stopTime = start.addSecs(100);
    fixture.source.setTasks({ended, running});
    fixture.model.sort(TaskTableModel::RunningForColumn, Qt::DescendingOrder);
    fixture.source.tick(start.addSecs(50));
    QCOMPARE(idsIn(fixture.model), u"er"_s);
    fixture.source.tick(start.addSecs(150));
    QCOMPARE(idsIn(fixture.model), u"re"_s);

    fixture.model.sort(TaskTableModel::TaskIdColumn);
    QSignalSpy arranged(&fixture.model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&fixture.model, &QAbstractItemModel::dataChanged);
    fixture.source.tick(start.addSecs(200));
    QCOMPARE(arranged.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), fixture.model.index(1, TaskTableModel::RunningForColumn));
}

void TaskFilterModelTest::headersOfAnEmptyTable()
{
    const Fixture fixture;
    QCOMPARE(fixture.model.headerData(TaskTableModel::RoomColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Room"_s);
}

void TaskFilterModelTest::lookUps()
{
    Fixture fixture;
    fixture.source.setTasks(fewTasks());
    fixture.model.setFilter({.text = u"algebra"_s});
    QVERIFY(!fixture.model.indexOf(Sample::key(u"a"_s)).isValid());
    QVERIFY(!fixture.model.indexOf(Sample::key(u"unknown"_s)).isValid());
    const QModelIndex index = fixture.model.indexOf(Sample::key(u"e"_s));
    QCOMPARE(index.row(), 1);
    QCOMPARE(fixture.model.taskAt(index)->key, Sample::key(u"e"_s));
    QVERIFY(!fixture.model.taskAt({}));
}

void TaskFilterModelTest::agreesWithAPlainModel()
{
    // Whatever happens, the proxy shows what filtering and sorting from scratch would show.
    QRandomGenerator random(20261123);
    Fixture fixture;
    const QList<Core::PushTask> pool = Sample::tasks(120);
    const QStringList texts{QString(), u"class 1"_s, u"stopped"_s, u"3"_s, u"changed"_s};
    for (int step = 0; step < 300; ++step) {
        QList<Core::PushTask> some;
        for (quint32 i = random.bounded(40U); i > 0; --i) {
            Core::PushTask task = pool.at(random.bounded(static_cast<int>(pool.size())));
            task.key.sdkAppId.value += random.bounded(3);
            task.label =
                random.bounded(2) == 0 ? task.label : QString(u"changed %1"_s.arg(random.bounded(9)));
            some.append(task);
        }
        switch (random.bounded(9)) {
        case 0:
            fixture.source.setTasks(some);
            break;
        case 1:
        case 2:
            fixture.source.upsert(some);
            break;
        case 3: {
            QList<Core::TaskKey> keys;
            for (const Core::PushTask &task : std::as_const(some)) {
                keys.append(task.key);
            }
            fixture.source.remove(keys);
            break;
        }
        case 4:
            fixture.source.tick(QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC).addSecs(step * 1000));
            break;
        case 5:
            fixture.model.setFilter(
                {.text = texts.at(random.bounded(5)), .kind = static_cast<TaskKind>(random.bounded(5))});
            break;
        case 6:
            fixture.model.setGrouping(static_cast<Models::TaskGrouping>(random.bounded(3)));
            break;
        default:
            fixture.model.sort(random.bounded(-1, static_cast<int>(TaskTableModel::ColumnCount)),
                               random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
        TaskFilterModel fresh(fixture.source);
        fresh.sort(fixture.model.sortColumn(), fixture.model.sortOrder());
        fresh.setGrouping(fixture.model.grouping());
        fresh.setFilter(fixture.model.filter());
        QCOMPARE(dumpModel(fixture.model), dumpModel(fresh));
    }
    QCOMPARE(fixture.resets.size(), 0);
}

CONSOLE_TEST(TaskFilterModelTest, QCoreApplication)
#include "tst_taskfiltermodel.moc"
