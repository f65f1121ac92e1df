// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
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

CONSOLE_TEST(TestTimelineModel, QCoreApplication)
#include "tst_timelinemodel.moc"
