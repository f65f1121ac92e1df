// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/courier.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>
#include <thread>

using Core::Courier;

//! Answers on their way home from another thread.
class TstCourier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewInOneTurn_data();
    void fewInOneTurn();
    void deadContextIsPassedOver();
    void answerMayEndTheCourier();

private:
    //! The next `count` are there, says a thread of its own.
    static void arrive(Courier &courier, std::size_t count)
    {
        std::thread([&courier, count] { courier.arrived(count); }).join();
    }
};

void TstCourier::fewInOneTurn_data()
{
    QTest::addColumn<int>("together");
    QTest::addColumn<int>("apart");
    QTest::newRow("all at once") << 1000 << 0;
    QTest::newRow("one by one") << 0 << 60;
    QTest::newRow("some of both") << 30 << 30;
    QTest::newRow("as many as one turn takes") << int(Courier::mostAtOnce) << 0;
}

void TstCourier::fewInOneTurn()
{
    QFETCH(const int, together);
    QFETCH(const int, apart);
    Courier courier;
    QList<int> delivered;
    QList<int> expected;
    for (int i = 0; i < together + apart; ++i) {
        courier.expect(this, [&delivered, i] { delivered.append(i); });
        expected.append(i);
    }
    if (together > 0) {
        arrive(courier, static_cast<std::size_t>(together));
    }
    for (int i = 0; i < apart; ++i) {
        arrive(courier, 1);
    }
    QVERIFY(delivered.isEmpty()); // not from within a call
    while (delivered.size() < expected.size()) {
        const qsizetype before = delivered.size();
        QCoreApplication::sendPostedEvents();
        const qsizetype now = delivered.size() - before;
        QVERIFY(now > 0 && now <= static_cast<qsizetype>(Courier::mostAtOnce));
    }
    QCOMPARE(delivered, expected);
}

void TstCourier::deadContextIsPassedOver()
{
    Courier courier;
    auto context = std::make_unique<QObject>();
    QList<int> delivered;
    courier.expect(context.get(), [&delivered] { delivered.append(1); });
    courier.expect(this, [&delivered] { delivered.append(2); });
    arrive(courier, 2);
    context.reset();
    QTRY_COMPARE(delivered, QList<int>{2});
}

void TstCourier::answerMayEndTheCourier()
{
    auto courier = std::make_unique<Courier>();
    int delivered = 0;
    for (int i = 0; i < 60; ++i) {
        courier->expect(this, [&courier, &delivered] {
            ++delivered;
            courier.reset();
        });
    }
    arrive(*courier, 60);
    QTRY_COMPARE(delivered, 1);
    QCoreApplication::processEvents();
    QCOMPARE(delivered, 1);
}

CONSOLE_TEST(TstCourier, QCoreApplication)
#include "tst_courier.moc"
