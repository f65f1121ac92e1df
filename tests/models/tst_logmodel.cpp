// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfiltermodel.h"
#include "models/modeltexts.h"
#include "support/dumpmodel.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Models::LogFilterModel;
using Models::LogModel;

namespace {

[[nodiscard]] Core::LogEntry entry(const QString &taskId, Core::LogLevel level = Core::LogLevel::Info)
{
    Core::LogEntry result;
    result.time = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    result.topic = Core::LogTopic::Request;
    result.action = u"StopWhiteboardPush"_s;
    result.taskId = taskId;
    result.level = level;
    return result;
}

struct Fixture
{
    Core::LogStore store{5};
    LogModel model{store, ModelTexts::ofLog()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    LogFilterModel filter{model};
    QAbstractItemModelTester filterTester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void append(const QString &ids, Core::LogLevel level = Core::LogLevel::Info)
    {
        for (const QChar id : ids) {
            store.append(entry(QString(id), level));
        }
    }
};

[[nodiscard]] QString idsIn(const QAbstractItemModel &model)
{
    return dumpModel(model, {LogModel::TaskColumn}).join(QString());
}

} // namespace

class LogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells();
    void rawValues();
    void beginsWithWhatTheStoreHolds();
    void oneTurnIsOneInsert();
    void oldestGoFirst_data();
    void oldestGoFirst();
    void clear();
    void clearForgetsWhatIsPending();
    void filterByLevelAndText();
    void filterFollowsTheRing();
    void refreshedTextsAreSearched();
};

void LogModelTest::cells()
{
    Fixture fixture;
    Core::LogEntry failed = entry(u"07b4"_s, Core::LogLevel::Error);
    failed.accountName = u"School"_s;
    failed.error = Core::Error::of(Core::ErrorKind::Api);
    failed.error->apiCode = u"InvalidParameter.TaskNotFound"_s;
    failed.requestId = u"eac6"_s;
    failed.latencyMs = 53;
    failed.attempt = 2;
    fixture.store.append(failed);
    Core::LogEntry note;
    note.time = failed.time;
    note.detail = u"started"_s;
    fixture.store.append(note);
    QTRY_COMPARE(fixture.model.rowCount(), 2);
    QCOMPARE(dumpModel(fixture.model),
             QStringList({u"2026-11-23 09:00:00 | Error | School | StopWhiteboardPush | 07b4 | "
                          "InvalidParameter.TaskNotFound | eac6 | 53 ms | 2 | "
                          "StopWhiteboardPush failed: There is no such task"_s,
                          u"2026-11-23 09:00:00 | Info |  |  |  |  |  |  |  | started"_s}));
    QCOMPARE(fixture.filter.entryAt(fixture.filter.index(0, 0))->error, failed.error);
    QVERIFY(!fixture.filter.entryAt({}));
}

void LogModelTest::rawValues()
{
    Fixture fixture;
    Core::LogEntry line = entry(u"a"_s, Core::LogLevel::Warning);
    line.latencyMs = 53;
    line.attempt = 2;
    fixture.store.append(line);
    fixture.store.append(entry(u"b"_s));
    QTRY_COMPARE(fixture.model.rowCount(), 2);
    const auto raw = [&fixture](int row, int column) {
        return fixture.model.index(row, column).data(LogModel::SortRole);
    };
    QCOMPARE(raw(0, LogModel::TimeColumn), QVariant(line.time));
    QCOMPARE(raw(0, LogModel::LevelColumn), QVariant(static_cast<int>(Core::LogLevel::Warning)));
    QCOMPARE(raw(0, LogModel::LatencyColumn), QVariant(qint64(53)));
    QCOMPARE(raw(0, LogModel::AttemptColumn), QVariant(2));
    QVERIFY(!raw(1, LogModel::LatencyColumn).isValid());
    QVERIFY(!raw(1, LogModel::AttemptColumn).isValid());
    const QModelIndex first = fixture.model.index(0, 0);
    QCOMPARE(first.data(LogModel::LevelRole).toInt(), static_cast<int>(Core::LogLevel::Warning));
    QCOMPARE(first.data(LogModel::EntryRole).value<Core::LogEntry>().taskId, u"a"_s);
    QSet<QString> headers;
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        headers.insert(fixture.filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    QCOMPARE(headers.size(), static_cast<qsizetype>(LogModel::ColumnCount));
}

void LogModelTest::beginsWithWhatTheStoreHolds()
{
    Core::LogStore store(3);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        store.append(entry(id));
    }
    const LogModel model(store, ModelTexts::ofLog());
    QCOMPARE(idsIn(model), u"bcd"_s);
}

void LogModelTest::oneTurnIsOneInsert()
{
    Fixture fixture;
    QSignalSpy inserted(&fixture.model, &QAbstractItemModel::rowsInserted);
    fixture.append(u"abc"_s);
    QCOMPARE(inserted.size(), 0);
    QTRY_COMPARE(idsIn(fixture.model), u"abc"_s);
    QCOMPARE(inserted.size(), 1);
    fixture.append(u"d"_s);
    QTRY_COMPARE(idsIn(fixture.model), u"abcd"_s);
    QCOMPARE(inserted.size(), 2);
}

void LogModelTest::oldestGoFirst_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("left");
    QTest::addColumn<int>("removed");
    QTest::newRow("room for all") << u"ab"_s << u"cde"_s << u"abcde"_s << 0;
    QTest::newRow("one too many") << u"abc"_s << u"def"_s << u"bcdef"_s << 1;
    QTest::newRow("as many as fit") << u"abcde"_s << u"fghij"_s << u"fghij"_s << 5;
    QTest::newRow("more than fit") << u"abc"_s << u"defghijkl"_s << u"hijkl"_s << 3;
    QTest::newRow("more than fit at once") << QString() << u"abcdefgh"_s << u"defgh"_s << 0;
}

void LogModelTest::oldestGoFirst()
{
    Fixture fixture;
    QFETCH(const QString, first);
    QFETCH(const QString, then);
    QFETCH(const QString, left);
    QFETCH(const int, removed);
    fixture.append(first);
    QTRY_COMPARE(idsIn(fixture.model), first);
    QSignalSpy removals(&fixture.model, &QAbstractItemModel::rowsRemoved);
    fixture.append(then);
    QTRY_COMPARE(idsIn(fixture.model), left);
    QCOMPARE(idsIn(fixture.filter), left);
    QCOMPARE(removals.size(), removed > 0 ? 1 : 0);
    if (removed > 0) {
        QCOMPARE(removals.first().at(1).toInt(), 0);
        QCOMPARE(removals.first().at(2).toInt(), removed - 1);
    }
}

void LogModelTest::clear()
{
    Fixture fixture;
    fixture.append(u"abc"_s);
    QTRY_COMPARE(fixture.model.rowCount(), 3);
    fixture.store.clear();
    QCOMPARE(fixture.model.rowCount(), 0);
    QCOMPARE(fixture.filter.rowCount(), 0);
    fixture.append(u"d"_s);
    QTRY_COMPARE(idsIn(fixture.filter), u"d"_s);
}

void LogModelTest::clearForgetsWhatIsPending()
{
    Fixture fixture;
    fixture.append(u"abc"_s);
    fixture.store.clear();
    fixture.append(u"d"_s);
    QTRY_COMPARE(idsIn(fixture.model), u"d"_s);
}

void LogModelTest::filterByLevelAndText()
{
    Fixture fixture;
    fixture.append(u"ab"_s);
    fixture.append(u"c"_s, Core::LogLevel::Warning);
    fixture.append(u"d"_s, Core::LogLevel::Error);
    QTRY_COMPARE(idsIn(fixture.filter), u"abcd"_s);
    fixture.filter.setMinimumLevel(Core::LogLevel::Warning);
    QCOMPARE(idsIn(fixture.filter), u"cd"_s);
    fixture.filter.setText(u"ERROR"_s);
    QCOMPARE(idsIn(fixture.filter), u"d"_s);
    fixture.filter.setText(u"stopwhiteboard accepted"_s);
    QCOMPARE(idsIn(fixture.filter), u"cd"_s);
    fixture.filter.setMinimumLevel(Core::LogLevel::Info);
    QCOMPARE(idsIn(fixture.filter), u"abcd"_s);
    fixture.filter.setText(u"nothing like it"_s);
    QCOMPARE(fixture.filter.rowCount(), 0);
    fixture.filter.setText({});
    QCOMPARE(idsIn(fixture.filter), u"abcd"_s);
}

void LogModelTest::filterFollowsTheRing()
{
    Fixture fixture;
    fixture.filter.setMinimumLevel(Core::LogLevel::Error);
    for (int round = 0; round < 10; ++round) {
        fixture.append(u"ab"_s);
        fixture.append(u"c"_s, Core::LogLevel::Error);
        fixture.append(u"d"_s);
        QTRY_COMPARE(idsIn(fixture.model).right(4), u"abcd"_s);
        QCOMPARE(idsIn(fixture.filter), u"c"_s);
    }
}

void LogModelTest::refreshedTextsAreSearched()
{
    QString level = u"old"_s;
    Models::LogTexts texts = ModelTexts::ofLog();
    texts.level = [&level](Core::LogLevel) { return level; };
    Core::LogStore store(5);
    store.append(entry(u"a"_s));
    LogModel model(store, texts);
    LogFilterModel filter(model);
    filter.setText(u"old"_s);
    QCOMPARE(filter.rowCount(), 1);
    level = u"new"_s;
    model.refreshTexts();
    QCOMPARE(filter.rowCount(), 0);
}

CONSOLE_TEST(LogModelTest, QCoreApplication)
#include "tst_logmodel.moc"
