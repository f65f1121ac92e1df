// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTaskBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatAnswersAreSilentAbout() const;
    void stoppedTaskIsNotRevived() const;
    void unknownOutcomeIsFoundOut_data() const;
    void unknownOutcomeIsFoundOut() const;
    void untrackedAnswersAreIgnored() const;
    void addingTwiceKeepsLabel() const;
    void survivesRestart() const;
    void whatWasNotReadIsNotWrittenOver_data() const;
    void whatWasNotReadIsNotWrittenOver() const;
};

namespace {

[[nodiscard]] Core::PushTask task(const QString &id)
{
    Core::PushTask task;
    task.key = {u"a"_s, Core::SdkAppId{1400000001}, Core::TaskId::parse(id).value()};
    return task;
}

} // namespace

void TestTaskBook::keepsWhatAnswersAreSilentAbout() const
{
    Service::TaskBook book(nullptr);
    Core::PushTask known = task(u"aaa1"_s);
    known.label = u"Class 7"_s;
    known.roomId = 12;
    known.backup = {u"{}"_s, u"backup"_s, {}, Core::TaskStatus::Stopped};
    known.lastRequestId = u"r-1"_s;
    book.add({known});
    Core::PushTask answer = task(u"aaa1"_s);
    answer.status = Core::TaskStatus::Pushing;
    answer.backup = {u"{\"TaskId\":\"backup\"}"_s, u"backup"_s, {}, Core::TaskStatus::Unknown};
    QSignalSpy changed(&book, &Service::TaskBook::tasksChanged);
    book.applyAnswer({answer});
    QCOMPARE(changed.size(), 1);
    const Core::PushTask now = *book.find(known.key);
    QCOMPARE(now.status, Core::TaskStatus::Pushing);
    QCOMPARE(now.label, u"Class 7"_s);
    QCOMPARE(now.roomId, 12);
    QCOMPARE(now.lastRequestId, u"r-1"_s);
    QCOMPARE(now.backup.status, Core::TaskStatus::Stopped);
    book.applyAnswer({answer});
    QCOMPARE(changed.size(), 1); // nothing new, nothing said
}

void TestTaskBook::stoppedTaskIsNotRevived() const
{
    Service::TaskBook book(nullptr);
    Core::PushTask stopped = task(u"aaa1"_s);
    stopped.status = Core::TaskStatus::Stopped;
    book.add({stopped});
    Core::PushTask late = task(u"aaa1"_s);
    late.status = Core::TaskStatus::Pushing; // an older answer that was overtaken
    book.applyAnswer({late});
    QCOMPARE(book.find(stopped.key)->status, Core::TaskStatus::Stopped);
}

void TestTaskBook::unknownOutcomeIsFoundOut_data() const
{
    QTest::addColumn<QString>("taskError"); // of the answer that says STOPPED
    QTest::addColumn<Core::StopOutcome>("outcome");
    QTest::addColumn<QString>("code");
    const QString failure = u"FailedOperation.WhiteboardPush"_s;
    QTest::newRow("stopped") << QString() << Core::StopOutcome::Stopped << QString();
    QTest::newRow("failed, described") << failure << Core::StopOutcome::Failed << failure;
    QTest::newRow("failed, listed") << u"1"_s << Core::StopOutcome::Failed << failure;
}

void TestTaskBook::unknownOutcomeIsFoundOut() const
{
    QFETCH(const QString, taskError);
    QFETCH(const Core::StopOutcome, outcome);
    QFETCH(const QString, code);
    Service::TaskBook book(nullptr);
    Core::PushTask unknown = task(u"aaa1"_s);
    unknown.status = Core::TaskStatus::Pushing;
    unknown.lastOutcome = Core::StopOutcome::Unknown;
    unknown.lastErrorCode = u"Timeout"_s;
    book.add({unknown});
    Core::PushTask answer = task(u"aaa1"_s);
    answer.status = Core::TaskStatus::Pushing;
    book.applyAnswer({answer});
    QCOMPARE(book.find(unknown.key)->lastOutcome, std::optional(Core::StopOutcome::Unknown));
    answer.status = Core::TaskStatus::Stopped;
    answer.taskErrorCode = taskError;
    book.applyAnswer({answer});
    QCOMPARE(book.find(unknown.key)->lastOutcome, std::optional(outcome));
    QCOMPARE(book.find(unknown.key)->lastErrorCode, code);
}

void TestTaskBook::untrackedAnswersAreIgnored() const
{
    Service::TaskBook book(nullptr);
    book.applyAnswer({task(u"stranger"_s)});
    QCOMPARE(book.size(), 0);
}

void TestTaskBook::addingTwiceKeepsLabel() const
{
    Service::TaskBook book(nullptr);
    Core::PushTask labelled = task(u"aaa1"_s);
    labelled.label = u"mine"_s;
    QCOMPARE(book.add({labelled}), 1);
    Core::PushTask again = task(u"aaa1"_s);
    again.label = u"other"_s;
    QCOMPARE(book.add({again}), 0);
    QCOMPARE(book.find(labelled.key)->label, u"mine"_s);
}

void TestTaskBook::survivesRestart() const
{
    QTemporaryDir directory;
    const Core::PushTask kept = task(u"aaa1"_s);
    for (const bool isFirstRun : {true, false}) {
        Storage::Database database(directory.path());
        Storage::TaskRegistry registry(database);
        Service::TaskBook book(&registry);
        std::optional<Core::Result<void>> opened;
        database.open(&book, [&opened](const Core::Result<void> &result) { opened = result; });
        QTRY_VERIFY(opened.has_value());
        QVERIFY(*opened);
        QSignalSpy loaded(&book, &Service::TaskBook::loaded);
        book.load();
        QTRY_COMPARE(loaded.size(), 1);
        if (isFirstRun) {
            book.keepInMemory(u"simulator"_s);
            Core::PushTask simulated = task(u"ccc3"_s);
            simulated.key.accountId = u"simulator"_s;
            book.add({kept, task(u"bbb2"_s), simulated});
            QVERIFY(book.contains(simulated.key));
            book.setLabel(kept.key, u" 数学 "_s);
            book.remove({task(u"bbb2"_s).key});
            continue;
        }
        QCOMPARE(book.size(), 1);
        QCOMPARE(book.find(kept.key)->label, u"数学"_s);
    }
}

void TestTaskBook::whatWasNotReadIsNotWrittenOver_data() const
{
    QTest::addColumn<bool>("isAskedFor");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("nobody asked for it") << false << true;
    QTest::newRow("it is being read") << true << true;
    QTest::newRow("it could not be read") << true << false;
}

void TestTaskBook::whatWasNotReadIsNotWrittenOver() const
{
    QFETCH(const bool, isAskedFor);
    QFETCH(const bool, isReadable);
    QTemporaryDir directory;
    const auto rename = [&directory](const QString &table, const QString &name) {
        const auto connection = Storage::Connection::open(directory.filePath(u"console.sqlite"_s));
        QVERIFY(connection);
        QVERIFY((*connection)->execute(u"ALTER TABLE %1 RENAME TO %2"_s.arg(table, name)));
    };
    Core::PushTask kept = task(u"aaa1"_s);
    kept.label = u"数学"_s;
    kept.status = Core::TaskStatus::Pushing;
    kept.addedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    kept.stopPhase = Core::StopPhase::Settled;
    kept.lastOutcome = Core::StopOutcome::Failed;
    kept.lastErrorCode = u"InternalError"_s;
    Core::PushTask found = task(u"aaa1"_s); // by the automatic refresh, say
    found.status = Core::TaskStatus::Pushing;
    found.roomId = 12;
    for (const int run : {1, 2, 3}) {
        Storage::Database database(directory.path());
        Storage::TaskRegistry registry(database);
        Service::TaskBook book(&registry);
        std::optional<Core::Result<void>> opened;
        database.open(&book, [&opened](const Core::Result<void> &result) { opened = result; });
        QTRY_VERIFY(opened.has_value());
        QVERIFY(*opened);
        QSignalSpy loaded(&book, &Service::TaskBook::loaded);
        QSignalSpy failed(&book, &Service::TaskBook::storageFailed);
        if (run == 1) {
            book.add({kept});
            continue;
        }
        if (run == 2) {
            if (!isReadable) {
                rename(u"task"_s, u"away"_s);
            }
            if (isAskedFor) {
                book.load();
            }
            if (!isReadable) {
                QTRY_COMPARE(failed.size(), 1);
                QVERIFY(!book.isLoaded());
                rename(u"away"_s, u"task"_s);
            }
            QCOMPARE(book.add({found}), 1);
            book.change(kept.key, [](Core::PushTask &tracked) { tracked.groupId = u"group"_s; });
            if (!isAskedFor || !isReadable) {
                continue;
            }
        } else {
            book.load();
        }
        QTRY_COMPARE(loaded.size(), 1);
        const Core::PushTask *const now = book.find(kept.key);
        QVERIFY(now != nullptr);
        QCOMPARE(now->label, kept.label);
        QCOMPARE(now->addedAt, kept.addedAt);
        QCOMPARE(now->lastOutcome, kept.lastOutcome);
        QCOMPARE(now->lastErrorCode, kept.lastErrorCode);
        QCOMPARE(now->roomId, 12);
        QCOMPARE(now->groupId, u"group"_s);
        QCOMPARE(failed.size(), 0);
    }
}

CONSOLE_TEST(TestTaskBook, QCoreApplication)
#include "tst_taskbook.moc"
