// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ratelimiter.h"

#include "api/memoryslotledger.h"
#include "core/clock.h"
#include "simulator/steppedclock.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using Api::Priority;
using Api::RateLimiter;
using Api::Turn;

namespace {

const Api::LimiterKey stops{"AKIDexample", "StopWhiteboardPush"}; // NOLINT(cert-err58-cpp)

//! Sends as soon as it is due and keeps the book.
class Sender : public QObject
{
public:
    Sender(RateLimiter &limiter, const Core::Clock &clock)
        : m_limiter(limiter)
        , m_clock(clock)
    {
    }

    Turn *ask(const QString &name, Priority priority = Priority::Operator, const Api::LimiterKey &key = stops)
    {
        Turn *const turn = m_limiter.request(key, priority, this);
        connect(turn, &Turn::granted, this, [this, name](qint64 slot) {
            granted.append(name);
            slotTimes.append(slot);
        });
        connect(turn, &Turn::due, this, [this, turn, name] {
            const qint64 at = m_clock.monotonicMs() + lateness(int(names.size()));
            names.append(name);
            sentAt.append(at);
            turn->sent(at);
        });
        return turn;
    }

    //! Pretended lateness of the n-th departure, in ms.
    std::function<qint64(int)> lateness = [](int) { return 0; };
    QStringList names;
    QStringList granted;
    QList<qint64> sentAt;
    QList<qint64> slotTimes;

private:
    RateLimiter &m_limiter;
    const Core::Clock &m_clock;
};

//! Answers only when told to, as a database in another process may.
class HeldLedger final : public Core::SlotLedger
{
public:
    void reserve(const QByteArray &, qint64 notBeforeMs, qint64 intervalMs, QObject *,
                 std::function<void(qint64)> done) override
    {
        asked.append({notBeforeMs, intervalMs});
        pending.append(std::move(done));
    }
    QList<std::pair<qint64, qint64>> asked;
    QList<std::function<void(qint64)>> pending;
};

} // namespace

class tst_RateLimiter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstLeavesAtOnce();
    void evenlySpaced();
    void latenessMovesTheRest();
    void smallLatenessDoesNot();
    void oneDueAtATime();
    void priorityThenAge();
    void canceledTurnGivesItsSlot();
    void destroyedTurnGivesItsSlot();
    void keysAreIndependent();
    void twoLimitersOneLedger();
    void looksAhead();
    void slotThatCameTooLateIsUsed();
    void staleSlotIsIgnored();
    void throttledSlowsDownAndRecovers();
    void throttledAgainRecoversMoreSlowly();
    void countsTheLastSecond();
    void countsBySecond();
    void outlivedByTurns();

private:
    Core::SystemClock m_clock;
};

void tst_RateLimiter::firstLeavesAtOnce()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    const qint64 before = m_clock.monotonicMs();
    sender.ask(u"a"_s);
    QVERIFY(sender.granted.isEmpty()); // never before request() returned
    QTRY_COMPARE(sender.names.size(), 1);
    QCOMPARE(sender.slotTimes.size(), 1);
    QVERIFY(sender.slotTimes.first() - before < 300); // nothing to wait for, on a busy machine too
}

void tst_RateLimiter::evenlySpaced()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    constexpr int count = 30;
    for (int i = 0; i < count; ++i) {
        sender.ask(QString::number(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(sender.names.size(), count, 10'000);
    for (int i = 1; i < count; ++i) {
        QVERIFY2(sender.sentAt.at(i) - sender.sentAt.at(i - 1) >= 41, qPrintable(QString::number(i)));
    }
    for (int i = 20; i < count; ++i) {
        QVERIFY(sender.sentAt.at(i) - sender.sentAt.at(i - 20) > 1000);
    }
    // Absolute schedule: rounding does not add up. A loaded machine may move it, and then only later.
    QVERIFY(sender.sentAt.last() - sender.sentAt.first() >= (count - 1) * 51 - 10);
    QVERIFY(sender.sentAt.last() - sender.sentAt.first() < (count - 1) * 51 + 400);
    QCOMPARE(sender.names, sender.granted);
}

void tst_RateLimiter::latenessMovesTheRest()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    sender.lateness = [](int number) { return number % 4 == 1 ? 70 : 0; };
    for (int i = 0; i < 24; ++i) {
        sender.ask(QString::number(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(sender.names.size(), 24, 10'000);
    for (int i = 1; i < 24; ++i) {
        QVERIFY2(sender.sentAt.at(i) - sender.sentAt.at(i - 1) >= 41,
                 qPrintable(QString::number(sender.sentAt.at(i) - sender.sentAt.at(i - 1))));
    }
    for (int i = 20; i < 24; ++i) {
        QVERIFY(sender.sentAt.at(i) - sender.sentAt.at(i - 20) > 1000);
    }
}

void tst_RateLimiter::smallLatenessDoesNot()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    // Told as if it had left exactly at its slot or up to 10 ms later: the slots themselves must stay 51
    // apart.
    QList<qint64> planned;
    for (int i = 0; i < 6; ++i) {
        Turn *const turn = limiter.request(stops, Priority::Operator, &sender);
        connect(turn, &Turn::granted, &sender, [&planned](qint64 slot) { planned.append(slot); });
        connect(turn, &Turn::due, &sender, [&planned, &sender, turn, i] {
            sender.names.append(QString::number(i));
            turn->sent(planned.at(i) + 10);
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(sender.names.size(), 6, 5'000);
    for (int i = 1; i < 6; ++i) {
        QCOMPARE(planned.at(i) - planned.at(i - 1), 51);
    }
}

void tst_RateLimiter::oneDueAtATime()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    QObject holder;
    Turn *const first = limiter.request(stops, Priority::Operator, &holder);
    Turn *const second = limiter.request(stops, Priority::Operator, &holder);
    QSignalSpy firstDue(first, &Turn::due);
    QSignalSpy secondGranted(second, &Turn::granted);
    QSignalSpy secondDue(second, &Turn::due);
    QTRY_COMPARE(firstDue.size(), 1);
    QTRY_COMPARE(secondGranted.size(), 1);
    QVERIFY(!secondDue.wait(150)); // the first one's journal takes its time
    const qint64 at = m_clock.monotonicMs();
    first->sent(at);
    QTRY_COMPARE(secondDue.size(), 1);
    QVERIFY(m_clock.monotonicMs() - at >= 41);
}

void tst_RateLimiter::priorityThenAge()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    sender.ask(u"b1"_s, Priority::Background);
    sender.ask(u"b2"_s, Priority::Background);
    QTRY_COMPARE(sender.granted.size(), 2); // those have their slots
    sender.ask(u"b3"_s, Priority::Background);
    sender.ask(u"c1"_s, Priority::Confirmation);
    sender.ask(u"f1"_s, Priority::FirstConfirmation);
    sender.ask(u"o1"_s, Priority::Operator);
    sender.ask(u"c2"_s, Priority::Confirmation);
    sender.ask(u"o2"_s, Priority::Operator);
    QTRY_COMPARE_WITH_TIMEOUT(sender.names.size(), 8, 5'000);
    // What was granted already stays.
    QCOMPARE(sender.names.mid(0, 2), (QStringList{u"b1"_s, u"b2"_s}));
    QCOMPARE(sender.names.mid(2), (QStringList{u"o1"_s, u"o2"_s, u"f1"_s, u"c1"_s, u"c2"_s, u"b3"_s}));
}

void tst_RateLimiter::canceledTurnGivesItsSlot()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    sender.ask(u"a"_s);
    QTRY_COMPARE(sender.names.size(), 1);
    Turn *const canceled = sender.ask(u"b"_s);
    Turn *const waiting = sender.ask(u"x"_s);
    QSignalSpy granted(waiting, &Turn::granted);
    QVERIFY(granted.wait()); // at once: b has 51 ms to go
    const qint64 slotOfB = sender.slotTimes.at(1);
    canceled->cancel();
    waiting->cancel();
    sender.ask(u"c"_s);
    QTRY_COMPARE(sender.names.size(), 2);
    QCOMPARE(sender.names.last(), u"c"_s);
    QCOMPARE(sender.slotTimes.last(), slotOfB);
    // Canceled turns are gone and never due.
    QVERIFY(!QTest::qWaitFor([&] { return sender.names.size() > 2; }, 150));
}

void tst_RateLimiter::destroyedTurnGivesItsSlot()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    {
        QObject shortLived;
        Turn *const turn = limiter.request(stops, Priority::Operator, &shortLived);
        QSignalSpy due(turn, &Turn::due);
        QTRY_COMPARE(due.size(), 1); // and then never sent
        sender.ask(u"behind"_s);
        QVERIFY(!QTest::qWaitFor([&] { return !sender.names.isEmpty(); }, 100));
    }
    QTRY_COMPARE(sender.names.size(), 1);
}

void tst_RateLimiter::keysAreIndependent()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    const qint64 before = m_clock.monotonicMs();
    sender.ask(u"stop"_s);
    sender.ask(u"describe"_s, Priority::Operator, {stops.account, "DescribeWhiteboardPush"});
    sender.ask(u"other account"_s, Priority::Operator, {"AKIDother", stops.action});
    QTRY_COMPARE(sender.names.size(), 3);
    for (const qint64 slot : std::as_const(sender.slotTimes)) {
        QVERIFY(slot - before < 100); // of one schedule the third would be 102 ms later
    }
}

void tst_RateLimiter::twoLimitersOneLedger()
{
    Api::MemorySlotLedger ledger;
    RateLimiter one(ledger, m_clock);
    RateLimiter other(ledger, m_clock);
    Sender first(one, m_clock);
    Sender second(other, m_clock);
    for (int i = 0; i < 8; ++i) {
        first.ask(QString::number(i));
        second.ask(QString::number(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(first.names.size() + second.names.size(), 16, 5'000);
    QList<qint64> all = first.slotTimes + second.slotTimes;
    std::ranges::sort(all);
    for (int i = 1; i < all.size(); ++i) {
        QVERIFY2(all.at(i) - all.at(i - 1) >= 51, qPrintable(QString::number(all.at(i) - all.at(i - 1))));
    }
}

void tst_RateLimiter::looksAhead()
{
    HeldLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    for (int i = 0; i < 5; ++i) {
        sender.ask(QString::number(i));
    }
    QCOMPARE(ledger.pending.size(), 2);
    const qint64 now = m_clock.monotonicMs();
    ledger.pending.at(0)(now);
    ledger.pending.at(1)(now + 51);
    QCOMPARE(sender.slotTimes, (QList<qint64>{now, now + 51}));
    QTRY_COMPARE(sender.names.size(), 1);
    QTRY_COMPARE(sender.names.size(), 2);
    QCOMPARE(sender.granted.size(), 2);
    QVERIFY(ledger.pending.size() >= 4); // asks on while the first two leave
    QCOMPARE(ledger.asked.first().second, 51);
}

void tst_RateLimiter::slotThatCameTooLateIsUsed()
{
    HeldLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    sender.ask(u"a"_s);
    QTRY_COMPARE(ledger.pending.size(), 1);
    // The ledger takes its time: when it answers, the departure it reserved is over.
    const qint64 past = m_clock.monotonicMs() - 30;
    ledger.pending.takeFirst()(past);
    QTRY_COMPARE(sender.names, QStringList{u"a"_s});
    QCOMPARE(sender.slotTimes, QList<qint64>{past});
    // No other slot was asked for; the schedule was told of the lateness.
    for (const std::pair<qint64, qint64> &question : ledger.asked.mid(1)) {
        QVERIFY(question.second < RateLimiter::intervalMs);
    }
}

void tst_RateLimiter::staleSlotIsIgnored()
{
    HeldLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    sender.ask(u"a"_s);
    ledger.pending.first()(m_clock.monotonicMs() + 3'600'000);
    QTRY_COMPARE(sender.names.size(), 1);
}

void tst_RateLimiter::throttledSlowsDownAndRecovers()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    sender.ask(u"a"_s);
    QTRY_COMPARE(sender.names.size(), 1);
    const qint64 at = m_clock.monotonicMs();
    limiter.throttled(stops);
    limiter.throttled(stops); // of the same burst
    QCOMPARE(limiter.currentIntervalMs(stops), 76);
    sender.ask(u"b"_s);
    sender.ask(u"c"_s);
    QTRY_COMPARE(sender.names.size(), 3);
    QVERIFY(sender.sentAt.at(1) - at >= 250);
    QVERIFY(sender.sentAt.at(2) - sender.sentAt.at(1) >= 66);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(limiter.currentIntervalMs(stops) > 51);
        limiter.succeeded(stops);
    }
    QCOMPARE(limiter.currentIntervalMs(stops), 51);
    limiter.succeeded(stops);
    QCOMPARE(limiter.currentIntervalMs(stops), 51);
}

//! Somebody else uses the quota: asking for the full rate again and again would only be refused.
void tst_RateLimiter::throttledAgainRecoversMoreSlowly()
{
    Api::MemorySlotLedger ledger;
    SteppedClock clock;
    RateLimiter limiter(ledger, clock);
    const auto stepsBack = [&limiter] {
        int successes = 0;
        for (; limiter.currentIntervalMs(stops) > 51; ++successes) {
            limiter.succeeded(stops);
        }
        return successes;
    };
    QList<int> successes;
    for (int i = 0; i < 6; ++i) {
        limiter.throttled(stops);
        successes.append(stepsBack());
        clock.advance(1000);
    }
    QCOMPARE(successes, QList<int>({5, 10, 20, 40, 80, 80}));
    clock.advance(60'000); // the others have gone meanwhile
    limiter.throttled(stops);
    QCOMPARE(stepsBack(), 5);
}

void tst_RateLimiter::countsTheLastSecond()
{
    Api::MemorySlotLedger ledger;
    RateLimiter limiter(ledger, m_clock);
    Sender sender(limiter, m_clock);
    sender.lateness = [](int number) { return number == 0 ? -2000 : 0; }; // the first one left long ago
    sender.ask(u"a"_s);
    sender.ask(u"b"_s);
    sender.ask(u"c"_s);
    sender.ask(u"d"_s, Priority::Operator, {"AKIDother", stops.action});
    QTRY_COMPARE(sender.names.size(), 4);
    QCOMPARE(limiter.sentInLastSecond(stops), 2);
    QCOMPARE(limiter.sentInLastSecond({"AKIDother", stops.action}), 1);
    QCOMPARE(limiter.sentInLastSecond(), 2); // of the busiest
    QCOMPARE(limiter.sentInLastSecond({"AKIDnobody", "x"}), 0);
}

void tst_RateLimiter::countsBySecond()
{
    Api::MemorySlotLedger ledger;
    SteppedClock clock;
    RateLimiter limiter(ledger, clock);
    Sender sender(limiter, clock);
    const Api::LimiterKey reads{stops.account, "DescribeWhiteboardPush"};
    const auto send = [&](int count, const Api::LimiterKey &key) {
        for (int i = 0; i < count; ++i) {
            const qsizetype before = sender.names.size();
            sender.ask(QString::number(before), Priority::Operator, key);
            QTRY_COMPARE(sender.names.size(), before + 1);
            clock.advance(100);
        }
    };
    QList<int> expected(60, 0);
    QCOMPARE(limiter.sentBySecond(), expected);
    send(3, stops);
    send(2, reads);
    clock.advance(9000);
    send(2, reads);
    expected[50] = 3; // not 5: the limit is each action's own
    expected[59] = 2;
    QCOMPARE(limiter.sentBySecond(), expected);
    clock.advance(50'300); // the first one left a minute ago
    expected.fill(0);
    expected[0] = 2;
    expected[9] = 2;
    QCOMPARE(limiter.sentBySecond(), expected);
    QCOMPARE(limiter.sentInLastSecond(), 0);
}

void tst_RateLimiter::outlivedByTurns()
{
    Api::MemorySlotLedger ledger;
    QObject holder;
    auto limiter = std::make_unique<RateLimiter>(ledger, m_clock);
    Turn *const waiting = limiter->request(stops, Priority::Operator, &holder);
    Turn *const other = limiter->request(stops, Priority::Operator, &holder);
    QSignalSpy granted(waiting, &Turn::granted);
    limiter.reset();
    other->cancel();
    waiting->sent(0);
    QVERIFY(!granted.wait(50));
}

CONSOLE_TEST(tst_RateLimiter, QCoreApplication)
#include "tst_ratelimiter.moc"
