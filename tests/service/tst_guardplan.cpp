// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/clockwatch.h"
#include "service/daytime.h"
#include "service/guardplan.h"
#include "support/handclock.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int noticeMs = 300'000;
constexpr int hour = 60;

[[nodiscard]] QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate);
}

[[nodiscard]] Core::GuardRule rule(Core::GuardKind kind, int minutes, qint64 id = 1)
{
    Core::GuardRule made;
    made.id = id;
    made.kind = kind;
    made.minutes = minutes;
    made.since = utc(u"2020-01-01T00:00:00"_s);
    return made;
}

[[nodiscard]] Core::PushTask task(const QString &id, const QString &startedAt, qint64 sdkAppId = 1400000001)
{
    Core::PushTask made;
    made.key = {u"school"_s, Core::SdkAppId{sdkAppId}, Core::TaskId::parse(id).value()};
    made.status = Core::TaskStatus::Pushing;
    made.startTime = utc(startedAt);
    return made;
}

} // namespace

//! What is due when: clocks on the wall, running times, sleep, clocks that are set.
class TestGuardPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOnceADay_data() const;
    void showsOnceADay();
    void everyDayHasOneShowing_data() const;
    void everyDayHasOneShowing();
    void whatIsDue_data() const;
    void whatIsDue();
    void rulesMeanTheirTasks_data() const;
    void rulesMeanTheirTasks();
    void answeredOnceForEachTime();
    void putBackClockDoesNotRepeat();
    void wrongClockDoesNotSilence();
    void plannedStopsAreInstants();
    void backupLeftRunningCounts();
    void comingStops_data() const;
    void comingStops();
    void clockJumps_data() const;
    void clockJumps();
};

void TestGuardPlan::showsOnceADay_data() const
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QDateTime>("expected");
    const QByteArray berlin = "Europe/Berlin";
    const QByteArray newYork = "America/New_York";
    const auto add = [](const char *name, const QByteArray &zone, QDate date, QTime time, const QString &at) {
        QTest::newRow(name) << zone << date << time << utc(at);
    };
    add("winter", berlin, {2026, 1, 15}, {22, 0}, u"2026-01-15T21:00:00"_s);
    add("summer", berlin, {2026, 7, 15}, {22, 0}, u"2026-07-15T20:00:00"_s);
    add("Berlin skips 02:30", berlin, {2026, 3, 29}, {2, 30}, u"2026-03-29T01:30:00"_s);
    add("Berlin, before the skip", berlin, {2026, 3, 29}, {1, 59}, u"2026-03-29T00:59:00"_s);
    add("Berlin, after the skip", berlin, {2026, 3, 29}, {3, 0}, u"2026-03-29T01:00:00"_s);
    add("Berlin has 02:30 twice", berlin, {2026, 10, 25}, {2, 30}, u"2026-10-25T00:30:00"_s);
    add("Berlin, before they repeat", berlin, {2026, 10, 25}, {1, 59}, u"2026-10-24T23:59:00"_s);
    add("Berlin, after they repeat", berlin, {2026, 10, 25}, {3, 0}, u"2026-10-25T02:00:00"_s);
    add("New York skips 02:30", newYork, {2026, 3, 8}, {2, 30}, u"2026-03-08T07:30:00"_s);
    add("New York, after the skip", newYork, {2026, 3, 8}, {3, 0}, u"2026-03-08T07:00:00"_s);
    add("New York has 01:30 twice", newYork, {2026, 11, 1}, {1, 30}, u"2026-11-01T05:30:00"_s);
    add("New York, after they repeat", newYork, {2026, 11, 1}, {2, 0}, u"2026-11-01T07:00:00"_s);
    add("Kathmandu", "Asia/Kathmandu", {2026, 6, 1}, {0, 10}, u"2026-05-31T18:25:00"_s);
}

void TestGuardPlan::showsOnceADay()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, date);
    QFETCH(const QTime, time);
    QFETCH(const QDateTime, expected);
    const QTimeZone timeZone(zone);
    QVERIFY(timeZone.isValid());
    QCOMPARE(Service::instantOf(date, time, timeZone), expected);
    QCOMPARE(Service::lastShowing(time, expected, timeZone), expected);
    QCOMPARE(Service::nextShowing(time, expected.addMSecs(-1), timeZone), expected);
}

void TestGuardPlan::everyDayHasOneShowing_data() const
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("from"); // midnight of the day before the change
    QTest::addColumn<int>("hours"); // of three days
    QTest::newRow("Berlin, spring") << QByteArray("Europe/Berlin") << utc(u"2026-03-27T23:00:00"_s) << 71;
    QTest::newRow("Berlin, autumn") << QByteArray("Europe/Berlin") << utc(u"2026-10-23T22:00:00"_s) << 73;
    QTest::newRow("New York, spring")
        << QByteArray("America/New_York") << utc(u"2026-03-07T05:00:00"_s) << 71;
    QTest::newRow("New York, autumn")
        << QByteArray("America/New_York") << utc(u"2026-10-31T04:00:00"_s) << 73;
}

//! Minute by minute through the day of the change: one showing a day, none lost, none repeated.
void TestGuardPlan::everyDayHasOneShowing()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDateTime, from);
    QFETCH(const int, hours);
    const QTimeZone timeZone(zone);
    for (const QTime time : {QTime(1, 30), QTime(2, 0), QTime(2, 30), QTime(3, 0), QTime(23, 59)}) {
        int showings = 0;
        QDateTime last = Service::lastShowing(time, from, timeZone);
        for (QDateTime now = from; now < from.addSecs(hours * 3600); now = now.addSecs(60)) {
            const QDateTime showing = Service::lastShowing(time, now, timeZone);
            if (showing != last) {
                QVERIFY(showing > last);
                last = showing;
                ++showings;
            }
            QVERIFY(Service::nextShowing(time, now, timeZone) > now);
        }
        QCOMPARE(showings, 3);
    }
}

void TestGuardPlan::whatIsDue_data() const
{
    QTest::addColumn<Core::GuardRule>("rule");
    QTest::addColumn<QString>("started");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("due"); // empty: nothing
    using Kind = Core::GuardKind;
    const auto add = [](const char *name, Kind kind, int minutes, const QString &started, const QString &now,
                        const QString &due) {
        QTest::newRow(name) << rule(kind, minutes) << started << now << due;
    };
    const QString noon = u"2026-01-15T12:00:00"_s;
    add("warning: not yet", Kind::WarnAfter, 2 * hour, noon, u"2026-01-15T13:59:59"_s, {});
    add("warning: now", Kind::WarnAfter, 2 * hour, noon, u"2026-01-15T14:00:00"_s, u"2026-01-15T14:00:00"_s);
    add("warning: again", Kind::WarnAfter, 2 * hour, noon, u"2026-01-15T16:30:00"_s,
        u"2026-01-15T16:00:00"_s);
    add("stop: earlier than the notice", Kind::StopAfter, 3 * hour, noon, u"2026-01-15T14:54:59"_s, {});
    add("stop: the notice", Kind::StopAfter, 3 * hour, noon, u"2026-01-15T14:55:00"_s,
        u"2026-01-15T15:00:00"_s);
    add("stop: missed while closed", Kind::StopAfter, 3 * hour, noon, u"2026-01-15T23:10:00"_s,
        u"2026-01-15T21:00:00"_s);
    add("stop: the service's clock is ahead", Kind::StopAfter, 3 * hour, noon, u"2026-01-15T11:50:00"_s, {});
    // 22:00 in Berlin is 21:00 UTC in winter.
    add("daily: earlier than the notice", Kind::StopAt, 22 * hour, noon, u"2026-01-15T20:54:59"_s, {});
    add("daily: the notice", Kind::StopAt, 22 * hour, noon, u"2026-01-15T20:55:00"_s,
        u"2026-01-15T21:00:00"_s);
    add("daily: missed for two days", Kind::StopAt, 22 * hour, noon, u"2026-01-17T09:00:00"_s,
        u"2026-01-16T21:00:00"_s);
    add("daily: began after it", Kind::StopAt, 22 * hour, u"2026-01-15T21:10:00"_s, u"2026-01-16T09:00:00"_s,
        {});
    add("daily: 02:30 that is skipped", Kind::StopAt, 2 * hour + 30, u"2026-03-28T20:00:00"_s,
        u"2026-03-29T01:30:00"_s, u"2026-03-29T01:30:00"_s);
    add("daily: first 02:30 of two", Kind::StopAt, 2 * hour + 30, u"2026-10-24T20:00:00"_s,
        u"2026-10-25T00:30:00"_s, u"2026-10-25T00:30:00"_s);
    add("daily: second 02:30 of two is the first", Kind::StopAt, 2 * hour + 30, u"2026-10-24T20:00:00"_s,
        u"2026-10-25T01:30:00"_s, u"2026-10-25T00:30:00"_s);
    add("daily: began between the two", Kind::StopAt, 2 * hour + 30, u"2026-10-25T00:45:00"_s,
        u"2026-10-25T01:40:00"_s, {});
}

void TestGuardPlan::whatIsDue()
{
    QFETCH(const Core::GuardRule, rule);
    QFETCH(const QString, started);
    QFETCH(const QString, now);
    QFETCH(const QString, due);
    Service::GuardFacts facts;
    facts.tasks = {task(u"a"_s, started)};
    facts.rules = {rule};
    const Service::GuardPlan plan =
        Service::planAt(facts, utc(now), noticeMs, QTimeZone(QByteArray("Europe/Berlin")));
    QList<Service::GuardCause> expected;
    if (!due.isEmpty())
        expected.append({facts.tasks.first().key, rule, utc(due)});
    QCOMPARE(rule.stops() ? plan.stops : plan.warnings, expected);
    QVERIFY((rule.stops() ? plan.warnings : plan.stops).isEmpty());
}

void TestGuardPlan::rulesMeanTheirTasks_data() const
{
    QTest::addColumn<Core::GuardRule>("rule");
    QTest::addColumn<Core::PushTask>("task");
    QTest::addColumn<bool>("isDue");
    const Core::GuardRule all = rule(Core::GuardKind::StopAfter, hour);
    const Core::PushTask old = task(u"old"_s, u"2026-01-15T08:00:00"_s);
    QTest::newRow("all") << all << old << true;
    Core::GuardRule changed = all;
    changed.accountId = u"school"_s;
    QTest::newRow("its account") << changed << old << true;
    changed.accountId = u"other"_s;
    QTest::newRow("another account") << changed << old << false;
    changed = all;
    changed.sdkAppId = Core::SdkAppId{1400000001};
    QTest::newRow("its application") << changed << old << true;
    changed.sdkAppId = Core::SdkAppId{1400000002};
    QTest::newRow("another application") << changed << old << false;
    changed = all;
    changed.isEnabled = false;
    QTest::newRow("switched off") << changed << old << false;
    Core::PushTask other = old;
    other.status = Core::TaskStatus::Stopped;
    QTest::newRow("stopped") << all << other << false;
    other.status = Core::TaskStatus::Prepared;
    QTest::newRow("prepared") << all << other << true;
    other.status = Core::TaskStatus::Unknown;
    QTest::newRow("not known to run") << all << other << false;
    other = old;
    other.startTime = {};
    QTest::newRow("start not known") << all << other << false;
    other.addedAt = utc(u"2026-01-15T08:00:00"_s);
    QTest::newRow("in the list for long enough") << all << other << true;
    other.createTime = utc(u"2026-01-15T11:30:00"_s);
    QTest::newRow("made a short time ago") << all << other << false;
    // A rule of this evening does not mean last evening.
    changed = rule(Core::GuardKind::StopAt, 11 * hour); // 10:00 UTC
    QTest::newRow("time of day") << changed << old << true;
    changed.since = utc(u"2026-01-15T11:00:00"_s);
    QTest::newRow("made after its time of day") << changed << old << false;
    changed = all;
    changed.since = utc(u"2026-01-15T11:59:00"_s);
    QTest::newRow("running times count from the start") << changed << old << true;
}

void TestGuardPlan::rulesMeanTheirTasks()
{
    QFETCH(const Core::GuardRule, rule);
    QFETCH(const Core::PushTask, task);
    QFETCH(const bool, isDue);
    Service::GuardFacts facts;
    facts.tasks = {task};
    facts.rules = {rule};
    const Service::GuardPlan plan = Service::planAt(facts, utc(u"2026-01-15T12:00:00"_s), noticeMs,
                                                    QTimeZone(QByteArray("Europe/Berlin")));
    QCOMPARE(!plan.stops.isEmpty(), isDue);
}

//! "Keep running" holds until the next time, and no longer.
void TestGuardPlan::answeredOnceForEachTime()
{
    const QTimeZone zone(QByteArray("Europe/Berlin"));
    Service::GuardFacts facts;
    facts.tasks = {task(u"a"_s, u"2026-01-15T12:00:00"_s)};
    facts.rules = {rule(Core::GuardKind::StopAfter, 3 * hour, 1),
                   rule(Core::GuardKind::StopAt, 22 * hour, 2)};
    const Core::TaskKey key = facts.tasks.first().key;
    facts.marks[key].insert(1, utc(u"2026-01-15T18:00:00"_s));
    const auto dueAt = [&](const QString &now) {
        QStringList due;
        for (const Service::GuardCause &cause : Service::planAt(facts, utc(now), noticeMs, zone).stops)
            due.append(QString::number(cause.rule->id) + cause.at.toString(u" HH:mm"_s));
        return due.join(u", "_s);
    };
    QCOMPARE(dueAt(u"2026-01-15T17:56:00"_s), QString());
    QCOMPARE(dueAt(u"2026-01-15T20:54:00"_s), QString());
    QCOMPARE(dueAt(u"2026-01-15T20:56:00"_s), u"1 21:00, 2 21:00"_s);
    facts.marks[key].insert(2, utc(u"2026-01-15T21:00:00"_s));
    QCOMPARE(dueAt(u"2026-01-15T21:30:00"_s), u"1 21:00"_s);
    facts.marks[key].insert(1, utc(u"2026-01-15T21:00:00"_s));
    QCOMPARE(dueAt(u"2026-01-15T23:54:00"_s), QString());
    facts.marks[key].insert(1, utc(u"2026-01-16T18:00:00"_s));
    QCOMPARE(dueAt(u"2026-01-16T20:54:00"_s), QString());
    QCOMPARE(dueAt(u"2026-01-16T20:55:00"_s), u"1 21:00, 2 21:00"_s);
}

void TestGuardPlan::putBackClockDoesNotRepeat()
{
    const QTimeZone zone(QByteArray("Europe/Berlin"));
    Service::GuardFacts facts;
    facts.tasks = {task(u"a"_s, u"2026-01-15T12:00:00"_s)};
    facts.rules = {rule(Core::GuardKind::StopAt, 22 * hour)};
    facts.marks[facts.tasks.first().key].insert(1, utc(u"2026-01-15T21:00:00"_s));
    // Answered at 22:00; the clock is put back by three hours and passes 22:00 once more.
    for (const QString &now : {u"2026-01-15T18:10:00"_s, u"2026-01-15T20:58:00"_s, u"2026-01-15T21:05:00"_s})
        QVERIFY(Service::planAt(facts, utc(now), noticeMs, zone).stops.isEmpty());
    QCOMPARE(Service::planAt(facts, utc(u"2026-01-16T20:58:00"_s), noticeMs, zone).stops.size(), 1);
}

//! An answer that was given while the clock was years ahead must not silence a rule for years.
void TestGuardPlan::wrongClockDoesNotSilence()
{
    Service::GuardFacts facts;
    facts.tasks = {task(u"a"_s, u"2026-01-15T12:00:00"_s)};
    facts.rules = {rule(Core::GuardKind::StopAfter, 3 * hour)};
    facts.marks[facts.tasks.first().key].insert(1, utc(u"2031-05-05T00:00:00"_s));
    QCOMPARE(Service::planAt(facts, utc(u"2026-01-15T15:00:00"_s), noticeMs, QTimeZone::utc()).stops.size(),
             1);
}

//! A task has not ended while its backup may run.
void TestGuardPlan::backupLeftRunningCounts()
{
    Service::GuardFacts facts;
    facts.tasks = {task(u"a"_s, u"2026-06-01T08:00:00"_s)};
    facts.tasks[0].status = Core::TaskStatus::Stopped;
    facts.tasks[0].backup.taskId = u"second"_s;
    facts.rules = {rule(Core::GuardKind::StopAfter, hour)};
    const QDateTime now = utc(u"2026-06-01T10:30:00"_s);
    facts.scheduled.insert(facts.tasks[0].key, now);
    QCOMPARE(Service::planAt(facts, now, noticeMs, QTimeZone::utc()).stops.size(), 2);
    QVERIFY(!Service::comingStops(facts, now, QTimeZone::utc()).isEmpty());
    facts.tasks[0].backup.status = Core::TaskStatus::Stopped;
    QVERIFY(Service::planAt(facts, now, noticeMs, QTimeZone::utc()).stops.isEmpty());
    QVERIFY(Service::comingStops(facts, now, QTimeZone::utc()).isEmpty());
}

void TestGuardPlan::plannedStopsAreInstants()
{
    Service::GuardFacts facts;
    facts.tasks = {task(u"a"_s, {}), task(u"b"_s, {}), task(u"c"_s, {})};
    facts.tasks[1].status = Core::TaskStatus::Unknown;
    facts.tasks[2].status = Core::TaskStatus::Stopped;
    for (const Core::PushTask &each : std::as_const(facts.tasks))
        facts.scheduled.insert(each.key, utc(u"2026-10-25T01:30:00"_s));
    const auto count = [&facts](const QString &now) {
        return Service::planAt(facts, utc(now), noticeMs, QTimeZone(QByteArray("Europe/Berlin")))
            .stops.size();
    };
    QCOMPARE(count(u"2026-10-25T00:31:00"_s), 0); // the first 02:30: not what was meant
    QCOMPARE(count(u"2026-10-25T01:25:00"_s), 2);
    QCOMPARE(count(u"2026-10-27T12:00:00"_s), 2);
}

void TestGuardPlan::comingStops_data() const
{
    QTest::addColumn<QList<Core::GuardRule>>("rules");
    QTest::addColumn<QString>("scheduled");
    QTest::addColumn<QString>("mark"); // of rule 1
    QTest::addColumn<QString>("expected"); // empty: none
    const Core::GuardRule after = rule(Core::GuardKind::StopAfter, 3 * hour, 1);
    const Core::GuardRule daily = rule(Core::GuardKind::StopAt, 22 * hour, 1);
    const Core::GuardRule warning = rule(Core::GuardKind::WarnAfter, hour, 1);
    QTest::newRow("nothing") << QList<Core::GuardRule>{} << QString() << QString() << QString();
    QTest::newRow("warnings stop nothing") << QList{warning} << QString() << QString() << QString();
    QTest::newRow("after") << QList{after} << QString() << QString() << u"2026-01-15T15:00:00"_s;
    QTest::newRow("after, kept") << QList{after} << QString() << u"2026-01-15T15:00:00"_s
                                 << u"2026-01-15T18:00:00"_s;
    QTest::newRow("daily") << QList{daily} << QString() << QString() << u"2026-01-15T21:00:00"_s;
    QTest::newRow("daily, kept") << QList{daily} << QString() << u"2026-01-15T21:00:00"_s
                                 << u"2026-01-16T21:00:00"_s;
    QTest::newRow("the first counts") << QList{daily, rule(Core::GuardKind::StopAfter, 4 * hour, 2)}
                                      << u"2026-01-15T17:00:00"_s << QString() << u"2026-01-15T16:00:00"_s;
    QTest::newRow("planned") << QList<Core::GuardRule>{} << u"2026-01-15T17:00:00"_s << QString()
                             << u"2026-01-15T17:00:00"_s;
}

void TestGuardPlan::comingStops()
{
    QFETCH(const QList<Core::GuardRule>, rules);
    QFETCH(const QString, scheduled);
    QFETCH(const QString, mark);
    QFETCH(const QString, expected);
    Service::GuardFacts facts;
    facts.tasks = {task(u"a"_s, u"2026-01-15T12:00:00"_s)};
    facts.rules = rules;
    const Core::TaskKey key = facts.tasks.first().key;
    if (!scheduled.isEmpty())
        facts.scheduled.insert(key, utc(scheduled));
    if (!mark.isEmpty())
        facts.marks[key].insert(1, utc(mark));
    const auto stops =
        Service::comingStops(facts, utc(u"2026-01-15T14:57:00"_s), QTimeZone(QByteArray("Europe/Berlin")));
    QCOMPARE(stops.value(key), expected.isEmpty() ? QDateTime() : utc(expected));
}

void TestGuardPlan::clockJumps_data() const
{
    QTest::addColumn<qint64>("passedMs");
    QTest::addColumn<qint64>("setMs");
    QTest::addColumn<bool>("hasJumped");
    QTest::newRow("a second") << qint64(1000) << qint64(0) << false;
    QTest::newRow("half a minute") << qint64(30'000) << qint64(0) << false;
    QTest::newRow("kept right") << qint64(1000) << qint64(-2000) << false;
    QTest::newRow("slept") << qint64(1000) << qint64(3'600'000) << true;
    QTest::newRow("slept, with a clock that goes on") << qint64(3'600'000) << qint64(0) << true;
    QTest::newRow("put back") << qint64(1000) << qint64(-3'600'000) << true;
}

void TestGuardPlan::clockJumps()
{
    QFETCH(const qint64, passedMs);
    QFETCH(const qint64, setMs);
    TestSupport::HandClock clock;
    Service::ClockWatch watch(clock);
    QVERIFY(!watch.hasJumped());
    clock.pass(passedMs);
    clock.sleep(setMs);
    QTEST(watch.hasJumped(), "hasJumped");
    QVERIFY(!watch.hasJumped());
}

CONSOLE_TEST(TestGuardPlan, QCoreApplication)
#include "tst_guardplan.moc"
