// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modeltexts.h"
#include "models/tasktablemodel.h"
#include "support/dumpmodel.h"
#include "support/sampletasks.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Models::TaskTableModel;

namespace {

const QList<int> idAndStatus{TaskTableModel::TaskIdColumn, TaskTableModel::StatusColumn};

//! What a model announced, in order: "insert 0-2", "change 1-1 (6-6)".
class Announcements : public QObject
{
public:
    explicit Announcements(const QAbstractItemModel &model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { add(u"insert"_s, first, last); });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { add(u"remove"_s, first, last); });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &from, const QModelIndex &to) {
                    add(u"change"_s, from.row(), to.row());
                });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_lines.append(u"reset"_s); });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { m_lines.append(u"layout"_s); });
    }
    [[nodiscard]] QStringList take() { return std::exchange(m_lines, {}); }

private:
    void add(const QString &what, int first, int last)
    {
        m_lines.append(u"%1 %2-%3"_s.arg(what, QString::number(first), QString::number(last)));
    }
    QStringList m_lines;
};

[[nodiscard]] QList<Core::PushTask> tasksOf(const QString &ids)
{
    QList<Core::PushTask> result;
    for (const QChar id : ids) {
        result.append(Sample::task(QString(id)));
    }
    return result;
}

[[nodiscard]] QString idsIn(const QAbstractItemModel &model)
{
    return dumpModel(model, {TaskTableModel::TaskIdColumn}).join(QString());
}

} // namespace

class TaskTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells();
    void rawValues();
    void roles();
    void headers();
    void setTasksMerges_data();
    void setTasksMerges();
    void upsertChangesOnlyWhatDiffers();
    void manyScatteredChangesAreOneAnnouncement();
    void removeAnnouncesBlocks();
    void scatteredRemovalsAreOne();
    void rowsAreFoundByKey();
    void accountsDoNotMix();
    void tickRefreshesRunningRows();
    void plannedStopsChangeTheirRows();
    void searchTextFollowsTheRow();
    void refreshedTextsAreAnnounced();
};

void TaskTableModelTest::cells()
{
    TaskTableModel model(ModelTexts::ofTasks());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Core::PushTask task = Sample::task(u"07b4c70bpafm1b4majmb"_s, Core::TaskStatus::Stopped);
    task.label = u"Class 7b"_s;
    task.roomId = 880528;
    task.startTime = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    task.stopTime = task.startTime.addSecs(7500);
    task.finishReason = Core::FinishReason::UserCall;
    task.lastOutcome = Core::StopOutcome::Stopped;
    task.lastRequestId = u"eac6b301"_s;
    model.setTasks({task, Sample::task(u"bare"_s, Core::TaskStatus::Unknown)});
    QCOMPARE(dumpModel(model),
             QStringList(
                 {u"Stopped | 07b4c70bpafm1b4majmb | Class 7b | 1400000001 | 880528 | 2026-11-23 09:00:00 | "
                  "2 h 05 min | Stopped by request | Stopped | eac6b301 | account main | "_s,
                  u"Not known | bare |  | 1400000001 |  |  |  |  |  |  | account main | "_s}));
}

void TaskTableModelTest::rawValues()
{
    TaskTableModel model(ModelTexts::ofTasks());
    Core::PushTask task = Sample::task(u"a"_s);
    task.roomId = 1203;
    task.createTime = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    model.setTasks({task, Sample::task(u"b"_s)});
    model.tick(task.createTime.addSecs(90));
    const auto raw = [&model](int row, int column) {
        return model.index(row, column).data(TaskTableModel::SortRole);
    };
    QCOMPARE(raw(0, TaskTableModel::RoomColumn), QVariant(qint64(1203)));
    QCOMPARE(raw(0, TaskTableModel::ApplicationColumn), QVariant(qint64(1400000001)));
    QCOMPARE(raw(0, TaskTableModel::StartedColumn), QVariant(task.createTime));
    QCOMPARE(raw(0, TaskTableModel::RunningForColumn), QVariant(qint64(90)));
    QCOMPARE(raw(0, TaskTableModel::TaskIdColumn), QVariant(u"a"_s));
    for (const int column :
         {TaskTableModel::RoomColumn, TaskTableModel::StartedColumn, TaskTableModel::RunningForColumn}) {
        QVERIFY(!raw(1, column).isValid());
    }
}

void TaskTableModelTest::roles()
{
    TaskTableModel model(ModelTexts::ofTasks());
    Core::PushTask task = Sample::task(u"a"_s);
    const auto role = [&model](int which) { return model.index(0, 0).data(which); };
    model.setTasks({task});
    QCOMPARE(role(TaskTableModel::TaskKeyRole).value<Core::TaskKey>(), task.key);
    QCOMPARE(role(TaskTableModel::TaskRole).value<Core::PushTask>(), task);
    QCOMPARE(role(TaskTableModel::StatusRole).toInt(), static_cast<int>(Core::TaskStatus::Pushing));
    QVERIFY(!role(TaskTableModel::OutcomeRole).isValid());
    QVERIFY(role(TaskTableModel::IsRunningRole).toBool());
    QVERIFY(!role(TaskTableModel::IsStoppingRole).toBool());
    QVERIFY(!role(TaskTableModel::HasTaskErrorRole).toBool());
    for (const auto phase : {Core::StopPhase::Requested, Core::StopPhase::Sent, Core::StopPhase::Accepted,
                             Core::StopPhase::Settled}) {
        task.stopPhase = phase;
        model.upsert({task});
        QCOMPARE(role(TaskTableModel::PhaseRole).toInt(), static_cast<int>(phase));
        QCOMPARE(role(TaskTableModel::IsStoppingRole).toBool(), phase != Core::StopPhase::Settled);
    }
    task.status = Core::TaskStatus::Stopped;
    task.lastOutcome = Core::StopOutcome::Unknown;
    task.backup.taskId = u"backup"_s;
    task.taskErrorCode = u"FailedOperation.WhiteboardPush"_s;
    model.upsert({task});
    QCOMPARE(role(TaskTableModel::OutcomeRole), QVariant(static_cast<int>(Core::StopOutcome::Unknown)));
    QVERIFY(!role(TaskTableModel::IsRunningRole).toBool());
    QVERIFY(role(TaskTableModel::HasBackupLeftRole).toBool());
    QVERIFY(role(TaskTableModel::HasTaskErrorRole).toBool());
    QVERIFY(!role(Qt::DecorationRole).isValid());
}

void TaskTableModelTest::headers()
{
    const TaskTableModel model(ModelTexts::ofTasks());
    QSet<QString> names;
    for (int column = 0; column < TaskTableModel::ColumnCount; ++column) {
        names.insert(model.headerData(column, Qt::Horizontal).toString());
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(TaskTableModel::ColumnCount));
    QVERIFY(!names.contains(QString()));
}

void TaskTableModelTest::setTasksMerges_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("announced");
    QTest::newRow("first") << QString() << u"abc"_s << u"abc"_s << QStringList{u"insert 0-2"_s};
    QTest::newRow("same") << u"abc"_s << u"abc"_s << u"abc"_s << QStringList();
    QTest::newRow("same, other order") << u"abc"_s << u"cba"_s << u"abc"_s << QStringList();
    QTest::newRow("more") << u"abc"_s << u"adbce"_s << u"abcde"_s << QStringList{u"insert 3-4"_s};
    QTest::newRow("fewer") << u"abcdef"_s << u"be"_s << u"be"_s
                           << QStringList{u"remove 5-5"_s, u"remove 2-3"_s, u"remove 0-0"_s};
    QTest::newRow("exchanged") << u"ab"_s << u"cd"_s << u"cd"_s
                               << QStringList{u"insert 2-3"_s, u"remove 0-1"_s};
    QTest::newRow("none") << u"abc"_s << QString() << QString() << QStringList{u"remove 0-2"_s};
    QTest::newRow("twice the same key") << QString() << u"aba"_s << u"ab"_s << QStringList{u"insert 0-1"_s};
}

void TaskTableModelTest::setTasksMerges()
{
    QFETCH(const QString, before);
    QFETCH(const QString, wanted);
    TaskTableModel model(ModelTexts::ofTasks());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTasks(tasksOf(before));
    Announcements announcements(model);
    model.setTasks(tasksOf(wanted));
    QTEST(idsIn(model), "after");
    QTEST(announcements.take(), "announced");
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.rowOf(model.taskAt(row).key), row);
    }
}

void TaskTableModelTest::upsertChangesOnlyWhatDiffers()
{
    TaskTableModel model(ModelTexts::ofTasks());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<Core::PushTask> tasks = tasksOf(u"abcde"_s);
    model.setTasks(tasks);
    Announcements announcements(model);
    for (const int row : {1, 2, 4}) {
        tasks[row].status = Core::TaskStatus::Stopped;
    }
    model.upsert(tasks + tasksOf(u"f"_s));
    QCOMPARE(announcements.take(), QStringList({u"change 1-2"_s, u"change 4-4"_s, u"insert 5-5"_s}));
    QCOMPARE(dumpModel(model, idAndStatus),
             QStringList({u"a | Pushing"_s, u"b | Stopped"_s, u"c | Stopped"_s, u"d | Pushing"_s,
                          u"e | Stopped"_s, u"f | Pushing"_s}));
}

void TaskTableModelTest::manyScatteredChangesAreOneAnnouncement()
{
    TaskTableModel model(ModelTexts::ofTasks());
    QList<Core::PushTask> tasks = Sample::tasks(200);
    model.setTasks(tasks);
    Announcements announcements(model);
    for (int row = 3; row < 200; row += 2) {
        tasks[row].label = u"changed"_s;
    }
    model.upsert(tasks);
    QCOMPARE(announcements.take(), QStringList{u"change 3-199"_s});
}

void TaskTableModelTest::removeAnnouncesBlocks()
{
    TaskTableModel model(ModelTexts::ofTasks());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTasks(tasksOf(u"abcdef"_s));
    Announcements announcements(model);
    model.remove({Sample::key(u"f"_s), Sample::key(u"b"_s), Sample::key(u"x"_s), Sample::key(u"c"_s),
                  Sample::key(u"b"_s)});
    QCOMPARE(idsIn(model), u"ade"_s);
    QCOMPARE(announcements.take(), QStringList({u"remove 5-5"_s, u"remove 1-2"_s}));
    model.clear();
    QCOMPARE(announcements.take(), QStringList{u"remove 0-2"_s});
    model.clear();
    QVERIFY(announcements.take().isEmpty());
}

void TaskTableModelTest::scatteredRemovalsAreOne()
{
    TaskTableModel model(ModelTexts::ofTasks());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<Core::PushTask> tasks = Sample::tasks(100);
    model.setTasks(tasks);
    const QPersistentModelIndex kept = model.index(51, TaskTableModel::LabelColumn);
    const QPersistentModelIndex gone = model.index(50, TaskTableModel::LabelColumn);
    QList<Core::TaskKey> even;
    QStringList oddIds;
    for (int row = 0; row < 100; row += 2) {
        even.append(tasks.at(row).key);
        oddIds.append(tasks.at(row + 1).key.taskId.toString());
    }
    Announcements announcements(model);
    model.remove(even);
    QCOMPARE(announcements.take(), QStringList({u"layout"_s, u"remove 50-99"_s}));
    QCOMPARE(dumpModel(model, {TaskTableModel::TaskIdColumn}), oddIds);
    QCOMPARE(kept.row(), 25);
    QVERIFY(!gone.isValid());
    QCOMPARE(model.rowOf(tasks.at(51).key), 25);
}

void TaskTableModelTest::rowsAreFoundByKey()
{
    TaskTableModel model(ModelTexts::ofTasks());
    model.setTasks(tasksOf(u"abcd"_s));
    model.remove({Sample::key(u"b"_s)});
    QCOMPARE(model.rowOf(Sample::key(u"d"_s)), 2);
    QCOMPARE(model.rowOf(Sample::key(u"b"_s)), -1);
    QVERIFY(!model.find(Sample::key(u"b"_s)));
    QCOMPARE(model.find(Sample::key(u"c"_s))->key, Sample::key(u"c"_s));
}

void TaskTableModelTest::accountsDoNotMix()
{
    TaskTableModel model(ModelTexts::ofTasks());
    Core::PushTask other = Sample::task(u"a"_s);
    other.key.accountId = u"other"_s;
    model.setTasks({Sample::task(u"a"_s), other});
    QCOMPARE(dumpModel(model, {TaskTableModel::TaskIdColumn, TaskTableModel::AccountColumn}),
             QStringList({u"a | account main"_s, u"a | account other"_s}));
}

void TaskTableModelTest::tickRefreshesRunningRows()
{
    TaskTableModel model(ModelTexts::ofTasks());
    const QDateTime start(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    QList<Core::PushTask> tasks = tasksOf(u"abcd"_s);
    for (Core::PushTask &task : tasks) {
        task.startTime = start;
    }
    tasks[1].status = Core::TaskStatus::Stopped;
    tasks[1].stopTime = start.addSecs(60);
    model.setTasks(tasks);
    const QList<int> column{TaskTableModel::RunningForColumn};
    QCOMPARE(dumpModel(model, column), QStringList({QString(), u"1 min 00 s"_s, QString(), QString()}));

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.tick(start.addSecs(75));
    QCOMPARE(dumpModel(model, column),
             QStringList({u"1 min 15 s"_s, u"1 min 00 s"_s, u"1 min 15 s"_s, u"1 min 15 s"_s}));
    QCOMPARE(changed.size(), 1);
    const auto from = changed.first().at(0).toModelIndex();
    const auto to = changed.first().at(1).toModelIndex();
    QCOMPARE(from, model.index(0, TaskTableModel::RunningForColumn));
    QCOMPARE(to, model.index(3, TaskTableModel::RunningForColumn));

    // The service's clock may be ahead of this one.
    model.tick(start.addSecs(-5));
    QCOMPARE(dumpModel(model, column).first(), u"0 s"_s);
}

void TaskTableModelTest::plannedStopsChangeTheirRows()
{
    TaskTableModel model(ModelTexts::ofTasks());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<Core::PushTask> tasks = tasksOf(u"abcd"_s);
    tasks[3].status = Core::TaskStatus::Stopped;
    model.setTasks(tasks);
    const QDateTime at(QDate(2026, 11, 23), QTime(22, 0), Qt::UTC);
    const QList<int> column{TaskTableModel::StopsAtColumn};
    Announcements announced(model);
    model.setPlannedStops({{tasks[1].key, {at, -1}}, {tasks[2].key, {at, 75}}, {tasks[3].key, {at, -1}}});
    QCOMPARE(dumpModel(model, column),
             QStringList({QString(), u"2026-11-23 22:00:00"_s, u"1:15"_s, QString()}));
    QCOMPARE(announced.take(), QStringList({u"change 1-3"_s}));
    const auto isCounting = [&model](int row) {
        return model.index(row, 0).data(TaskTableModel::IsCountingDownRole).toBool();
    };
    QVERIFY(!isCounting(1) && isCounting(2) && !isCounting(3));
    QCOMPARE(model.index(1, TaskTableModel::StopsAtColumn).data(TaskTableModel::SortRole), QVariant(at));
    model.setPlannedStops({{tasks[1].key, {at, -1}}, {tasks[2].key, {at, 74}}, {tasks[3].key, {at, -1}}});
    QCOMPARE(announced.take(), QStringList({u"change 2-2"_s}));
    model.setPlannedStops({{tasks[1].key, {at, -1}}, {tasks[2].key, {at, 74}}, {tasks[3].key, {at, -1}}});
    QCOMPARE(announced.take(), QStringList());
    model.setPlannedStops({});
    QCOMPARE(dumpModel(model, column), QStringList({QString(), QString(), QString(), QString()}));
}

void TaskTableModelTest::searchTextFollowsTheRow()
{
    TaskTableModel model(ModelTexts::ofTasks());
    Core::PushTask task = Sample::task(u"AbC"_s);
    task.label = u"STRASSE Ü"_s;
    model.setTasks({task});
    const auto contains = [&model](const char *word) {
        return model.searchText(0).toByteArray().contains(word);
    };
    QVERIFY(contains("abc"));
    QVERIFY(contains("strasse ü"));
    QVERIFY(contains("account main"));
    QVERIFY(contains("pushing"));
    task.label = u"other"_s;
    model.upsert({task});
    QVERIFY(contains("other"));
    QVERIFY(!contains("strasse"));
}

void TaskTableModelTest::refreshedTextsAreAnnounced()
{
    QString name = u"old"_s;
    Models::TaskTexts texts = ModelTexts::ofTasks();
    texts.accountName = [&name](const QString &) { return name; };
    TaskTableModel model(texts);
    model.setTasks(tasksOf(u"ab"_s));
    QVERIFY(model.searchText(1).toByteArray().contains("old"));
    QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
    Announcements announcements(model);
    name = u"new"_s;
    model.refreshTexts();
    QCOMPARE(announcements.take(), QStringList{u"change 0-1"_s});
    QCOMPARE(headers.size(), 1);
    QVERIFY(model.searchText(1).toByteArray().contains("new"));
}

CONSOLE_TEST(TaskTableModelTest, QCoreApplication)
#include "tst_tasktablemodel.moc"
