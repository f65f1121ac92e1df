// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::TaskStatus;
using Models::TimelineModel;
using State = Models::TimelineBar::State;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
constexpr int sixHours = 6 * 3600;

//! Began `beganAgo` minutes ago; ended `endedAgo` minutes ago, or not yet (-1).
[[nodiscard]] Core::PushTask task(const QString &id, int beganAgo, int endedAgo = -1)
{
    Core::PushTask task;
    task.key = {u"account"_s, Core::SdkAppId{1400000001}, Core::TaskId::parse(id).value()};
    task.status = endedAgo < 0 ? TaskStatus::Pushing : TaskStatus::Stopped;
    task.startTime = now.addSecs(-60 * beganAgo);
    if (endedAgo >= 0)
        task.stopTime = now.addSecs(-60 * endedAgo);
    return task;
}

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bars_data();
    void bars();
    void longIsWhatItIsTold();
    void longRunnersAreOnTop();
    void changesAreMerged();
    void oneEndMovesNoOtherRow();
    void manyChangesAreFewAnnouncements();
    void rowsAreThoseOfAFreshModel();

private:
    [[nodiscard]] QStringList names() const;

    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTimelineModel::init()
{
    m_model = std::make_unique<TimelineModel>(Models::TimelineTexts{
        .duration = [](qint64 seconds) { return QString::number(seconds); },
        .sentence = [](const Models::TimelineBar &bar) { return QString(bar.name + u'!'); }});
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTimelineModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QStringList TestTimelineModel::names() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names.append(m_model->index(row, TimelineModel::TaskColumn).data().toString());
    return names;
}

void TestTimelineModel::bars_data()
{
    QTest::addColumn<Core::PushTask>("given");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<State>("state");
    QTest::addColumn<qint64>("seconds");
    const auto changed = [](Core::PushTask given, const std::function<void(Core::PushTask &)> &change) {
        change(given);
        return given;
    };
    QTest::newRow("running") << task(u"a"_s, 10) << true << State::Running << qint64(600);
    QTest::newRow("running for three hours")
        << task(u"a"_s, 180) << true << State::LongRunning << qint64(10'800);
    QTest::newRow("running since before the span")
        << task(u"a"_s, 600) << true << State::LongRunning << qint64(36'000);
    QTest::newRow("ended") << task(u"a"_s, 60, 30) << true << State::Ended << qint64(1800);
    QTest::newRow("ended before the span") << task(u"a"_s, 600, 400) << false << State::Ended << qint64(0);
    QTest::newRow("ended by an error") << changed(task(u"a"_s, 60, 30), [](auto &given) {
        given.finishReason = Core::FinishReason::Exception;
    }) << true << State::Failed << qint64(1800);
    QTest::newRow("prepared") << changed(task(u"a"_s, 1),
                                         [](auto &given) {
                                             given.status = TaskStatus::Prepared;
                                             given.createTime = given.startTime;
                                             given.startTime = {};
                                         })
                              << true << State::Prepared << qint64(60);
    QTest::newRow("not known") << changed(task(u"a"_s, 1),
                                          [](auto &given) { given.status = TaskStatus::Unknown; })
                               << true << State::Unknown << qint64(60);
    const auto vanished = [](int goneFor) {
        return [goneFor](Core::PushTask &given) {
            given.refreshedAt = given.startTime; // as the automatic refresh leaves it while nothing changes
            given.vanishedAt = now.addSecs(-60 * goneFor);
        };
    };
    QTest::newRow("vanished") << changed(task(u"a"_s, 240), vanished(60)) << true << State::Vanished
                              << qint64(10'800);
    QTest::newRow("vanished before the span")
        << changed(task(u"a"_s, 600), vanished(400)) << false << State::Vanished << qint64(0);
    QTest::newRow("stopped, though it had vanished")
        << changed(task(u"a"_s, 60, 30), vanished(10)) << true << State::Ended << qint64(1800);
    QTest::newRow("no beginning") << changed(task(u"a"_s, 1), [](auto &given) { given.startTime = {}; })
                                  << false << State::Running << qint64(0);
    QTest::newRow("begins by another clock") << task(u"a"_s, -5) << false << State::Running << qint64(0);
}

void TestTimelineModel::bars()
{
    QFETCH(const Core::PushTask, given);
    QFETCH(const bool, isThere);
    QFETCH(const State, state);
    QFETCH(const qint64, seconds);
    m_model->setTasks({given}, now, sixHours);
    QCOMPARE(m_model->rowCount(), isThere ? 1 : 0);
    if (!isThere)
        return;
    QCOMPARE(m_model->barAt(0).state, state);
    QCOMPARE(m_model->barAt(0).seconds, seconds);
    const bool hasEnded = state == State::Ended || state == State::Failed || state == State::Vanished;
    QCOMPARE(m_model->barAt(0).end.isValid(), hasEnded);
    QCOMPARE(m_model->index(0, TimelineModel::BarColumn).data(Qt::AccessibleTextRole).toString(), u"a!"_s);
}

void TestTimelineModel::longIsWhatItIsTold()
{
    const QList<Core::PushTask> tasks{task(u"a"_s, 90)};
    m_model->setTasks(tasks, now, sixHours);
    QCOMPARE(m_model->barAt(0).state, State::Running);
    m_model->setLongRunSeconds(3600);
    m_model->setTasks(tasks, now, sixHours);
    QCOMPARE(m_model->barAt(0).state, State::LongRunning);
}

void TestTimelineModel::longRunnersAreOnTop()
{
    m_model->setTasks({task(u"ended-long-ago"_s, 200, 100), task(u"short"_s, 5), task(u"long"_s, 300),
                       task(u"ended-just-now"_s, 200, 1)},
                      now, sixHours);
    QCOMPARE(names(), QStringList({u"long"_s, u"short"_s, u"ended-just-now"_s, u"ended-long-ago"_s}));
    QCOMPARE(m_model->rowOf(task(u"short"_s, 0).key), 1);
    QCOMPARE(m_model->rowOf(task(u"other"_s, 0).key), -1);
}

void TestTimelineModel::changesAreMerged()
{
    m_model->setTasks({task(u"a"_s, 30), task(u"b"_s, 20), task(u"c"_s, 10)}, now, sixHours);
    const QPersistentModelIndex kept = m_model->index(0, 0);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setTasks({task(u"a"_s, 30, 0), task(u"c"_s, 10), task(u"d"_s, 40)}, now, sixHours);
    QCOMPARE(names(), QStringList({u"d"_s, u"c"_s, u"a"_s}));
    QCOMPARE(kept.row(), 2);
    QCOMPARE(kept.data().toString(), u"a"_s);
    m_model->setTasks({}, now, sixHours);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(reset.count(), 0);
}

//! However many rows it passes on its way, and selected it stays.
void TestTimelineModel::oneEndMovesNoOtherRow()
{
    QList<Core::PushTask> tasks;
    for (int i = 0; i < 100; ++i)
        tasks.append(task(u"t%1"_s.arg(i, 3, 10, QLatin1Char('0')), 300 - i));
    m_model->setTasks(tasks, now, sixHours);
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    const QSignalSpy rearranged(m_model.get(), &QAbstractItemModel::layoutChanged);
    tasks.first() = task(u"t000"_s, 300, 0);
    m_model->setTasks(tasks, now, sixHours);
    QCOMPARE(names().constFirst(), u"t001"_s);
    QCOMPARE(names().constLast(), u"t000"_s);
    QCOMPARE(moved.size(), 0);
    QCOMPARE(rearranged.size(), 1);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().constFirst().row(), 99);
    m_model->setTasks(tasks, now.addSecs(1), sixHours);
    QCOMPARE(rearranged.size(), 1); // nothing but the time has changed
}

void TestTimelineModel::manyChangesAreFewAnnouncements()
{
    const auto some = [](int first, int step) {
        QList<Core::PushTask> tasks;
        for (int i = first; i < 200; i += step)
            tasks.append(task(u"t%1"_s.arg(i, 3, 10, QLatin1Char('0')), 300 - i));
        return tasks;
    };
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    const QSignalSpy rearranged(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_model->setTasks(some(0, 2), now, sixHours);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(rearranged.size(), 0);
    const QPersistentModelIndex stays = m_model->index(m_model->rowOf(task(u"t150"_s, 0).key), 0);
    const QPersistentModelIndex leaves = m_model->index(m_model->rowOf(task(u"t002"_s, 0).key), 0);
    m_model->setTasks(some(0, 5), now, sixHours); // every second of 0, 10, 20 … was there
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(rearranged.size(), 1);
    QCOMPARE(stays.row(), 30);
    QVERIFY(!leaves.isValid());
    // A few leave from where they are: a view then goes on beside them, not at the end.
    m_model->setTasks(some(5, 5), now, sixHours);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(removed.constLast().at(1).toInt(), 0);
    QCOMPARE(rearranged.size(), 1);
}

void TestTimelineModel::rowsAreThoseOfAFreshModel()
{
    QRandomGenerator random(20261128);
    QHash<QString, QPersistentModelIndex> followed;
    for (int round = 0; round < 200; ++round) {
        QList<Core::PushTask> tasks;
        const quint32 share = random.bounded(1U, 11U);
        for (int i = 0; i < 60; ++i) {
            if (random.bounded(10U) < share)
                tasks.append(task(u"t%1"_s.arg(i), 20 + static_cast<int>(random.bounded(10U)),
                                  random.bounded(2U) == 0 ? -1 : static_cast<int>(random.bounded(20U))));
        }
        m_model->setTasks(tasks, now, sixHours);
        TimelineModel fresh({.duration = [](qint64) { return QString(); },
                             .sentence = [](const Models::TimelineBar &) { return QString(); }});
        fresh.setTasks(tasks, now, sixHours);
        QCOMPARE(m_model->rowCount(), fresh.rowCount());
        for (int row = 0; row < fresh.rowCount(); ++row) {
            const Models::TimelineBar &bar = m_model->barAt(row);
            QCOMPARE(bar.key, fresh.barAt(row).key);
            QCOMPARE(bar.end, fresh.barAt(row).end);
            QCOMPARE(m_model->rowOf(bar.key), row);
            const auto seen = followed.constFind(bar.name);
            if (seen != followed.cend()) { // it was there in the round before
                QCOMPARE(seen->row(), row);
            }
        }
        followed.clear();
        for (int row = 0; row < m_model->rowCount(); ++row)
            followed.insert(m_model->barAt(row).name, m_model->index(row, 0));
    }
}

CONSOLE_TEST(TestTimelineModel, QCoreApplication)
#include "tst_timelinemodel.moc"
