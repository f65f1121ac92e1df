// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventmodel.h"
#include "models/modeltexts.h"
#include "support/dumpmodel.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Models::EventModel;

namespace {

[[nodiscard]] QList<Core::JournalEvent> journal()
{
    QList<Core::JournalEvent> events(4);
    const QDateTime start(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    for (int i = 0; i < 4; ++i) {
        events[i].intentId = 7;
        events[i].action = u"StopWhiteboardPush"_s;
        events[i].at = start.addMSecs(i * 10);
    }
    events[1].kind = Core::EventKind::Sent;
    events[1].attempt = 1;
    events[1].requestText = u"{\"TaskId\":\"a\"}"_s;
    events[2].kind = Core::EventKind::Answered;
    events[2].attempt = 1;
    events[2].latencyMs = 53;
    events[2].requestId = u"eac6"_s;
    events[2].answerText = u"{}"_s;
    events[3].kind = Core::EventKind::Settled;
    events[3].outcome = Core::StopOutcome::Stopped;
    return events;
}

} // namespace

class EventModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells();
    void growsAndIsExchanged();
};

void EventModelTest::cells()
{
    EventModel model(ModelTexts::ofEvents());
    model.setEvents(journal());
    QCOMPARE(
        dumpModel(model),
        QStringList({u"2026-11-23 09:00:00 | Requested | StopWhiteboardPush |  |  |  | "_s,
                     u"2026-11-23 09:00:00 | Sent | StopWhiteboardPush | 1 |  |  | "_s,
                     u"2026-11-23 09:00:00 | Answered | StopWhiteboardPush | 1 | Accepted | eac6 | 53 ms"_s,
                     u"2026-11-23 09:00:00 | Settled | StopWhiteboardPush |  | Stopped |  | "_s}));
    QCOMPARE(model.index(1, 0).data(EventModel::RequestTextRole).toString(), u"{\"TaskId\":\"a\"}"_s);
    QCOMPARE(model.index(2, 0).data(EventModel::AnswerTextRole).toString(), u"{}"_s);
    QCOMPARE(model.index(3, 0).data(EventModel::OutcomeRole).toInt(),
             static_cast<int>(Core::StopOutcome::Stopped));
    QCOMPARE(model.index(3, 0).data(EventModel::KindRole).toInt(),
             static_cast<int>(Core::EventKind::Settled));
    QVERIFY(!model.index(0, 0).data(EventModel::OutcomeRole).isValid());
    QCOMPARE(model.index(2, EventModel::LatencyColumn).data(EventModel::SortRole), QVariant(qint64(53)));
    QCOMPARE(model.headerData(EventModel::ResultColumn, Qt::Horizontal).toString(), u"Result"_s);
}

void EventModelTest::growsAndIsExchanged()
{
    EventModel model(ModelTexts::ofEvents());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    QList<Core::JournalEvent> events = journal();
    model.setEvents(events.first(2));
    model.setEvents(events.first(2));
    QCOMPARE(inserted.size(), 1);
    model.setEvents(events);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted.last().at(1).toInt(), 2);
    QCOMPARE(removed.size(), 0);

    for (Core::JournalEvent &event : events) {
        event.intentId = 8;
    }
    model.setEvents(events.first(3));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.eventAt(0).intentId, 8);
    model.setEvents({});
    QCOMPARE(model.rowCount(), 0);
    model.clear();
    QCOMPARE(removed.size(), 2);
    QCOMPARE(resets.size(), 0);
}

CONSOLE_TEST(EventModelTest, QCoreApplication)
#include "tst_eventmodel.moc"
