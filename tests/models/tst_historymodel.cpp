// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historymodel.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Models::HistoryModel;

namespace {

//! A journal in memory; answers in a later turn of the event loop, like the real one.
class FakeSource final : public Core::HistorySource
{
public:
    void add(int count, const QString &taskId = u"task"_s)
    {
        for (int i = 0; i < count; ++i) {
            Core::HistoryEntry entry;
            entry.eventId = ++m_lastId;
            entry.time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + m_lastId, Qt::UTC);
            entry.taskId = taskId;
            entry.outcome = u"unknown"_s;
            entry.requestId = QString::number(m_lastId);
            entries.prepend(entry);
        }
    }

    void page(const Core::HistoryQuery &query, QObject *context, Page done) override
    {
        ++questions;
        longestPage = std::max(longestPage, query.limit);
        QList<Core::HistoryEntry> found;
        for (const Core::HistoryEntry &entry : std::as_const(entries)) {
            const bool isBefore = query.beforeEventId == 0 || entry.eventId < query.beforeEventId;
            const bool isMeant = query.taskId.isEmpty() || entry.taskId == query.taskId;
            const bool isInTime = !query.since.isValid() || entry.time >= query.since;
            if (isBefore && isMeant && isInTime && found.size() < query.limit)
                found.append(entry);
        }
        const std::optional<Core::Error> error = failsWith;
        QMetaObject::invokeMethod(
            context,
            [found, error, done] {
                if (error)
                    done(Core::failure(*error));
                else
                    done(found);
            },
            Qt::QueuedConnection);
    }

    QList<Core::HistoryEntry> entries; //!< newest first
    std::optional<Core::Error> failsWith;
    int questions = 0;
    int longestPage = 0;

private:
    qint64 m_lastId = 0;
};

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyHistory();
    void pagesComeOnDemand();
    void onlySomePagesAreKept();
    void filterBeginsAnew();
    void lateAnswersOfAnOldQueryAreIgnored();
    void newRowsAreMerged_data();
    void newRowsAreMerged();
    void changesAreSeen();
    void changesFartherDownAreSeenWhenLookedAt();
    void goneRowsAreRemoved();
    void spanMovesOn();
    void failureEndsTheAsking();

private:
    void load(const Core::HistoryQuery &query = {});
    void loadAll();
    void watch();
    [[nodiscard]] QStringList shown();
    [[nodiscard]] QStringList expected() const;

    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestHistoryModel::init()
{
    m_source = std::make_unique<FakeSource>();
    m_model = std::make_unique<HistoryModel>(
        *m_source,
        Models::HistoryTexts{.time = [](const QDateTime &utc) { return utc.toString(Qt::ISODateWithMs); },
                             .outcome = [](const Core::HistoryEntry &entry) { return entry.outcome; },
                             .latency = [](qint64 ms) { return QString::number(ms); }});
}

void TestHistoryModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_source.reset();
}

void TestHistoryModel::load(const Core::HistoryQuery &query)
{
    QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
    m_model->setQuery(query);
    QTRY_VERIFY(!loaded.isEmpty());
}

void TestHistoryModel::loadAll()
{
    load();
    while (m_model->canFetchMore({})) {
        const int before = m_model->rowCount();
        m_model->fetchMore({});
        QTRY_VERIFY(m_model->rowCount() > before || m_model->isAtEnd());
    }
}

//! From here on every signal is judged. The tester also fetches what can be fetched.
void TestHistoryModel::watch()
{
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

//! What somebody sees who scrolls through everything; what is not there at first is waited for.
QStringList TestHistoryModel::shown()
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->entryAt(row))
            [this, row] { QTRY_VERIFY(m_model->entryAt(row).has_value()); }();
        const auto entry = m_model->entryAt(row);
        ids.append(entry ? entry->requestId : u"-"_s);
    }
    return ids;
}

QStringList TestHistoryModel::expected() const
{
    QStringList ids;
    for (const Core::HistoryEntry &entry : std::as_const(m_source->entries))
        ids.append(entry.requestId);
    return ids;
}

void TestHistoryModel::emptyHistory()
{
    QVERIFY(!m_model->canFetchMore({}));
    watch();
    load();
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->isAtEnd());
    QVERIFY(!m_model->canFetchMore({}));
    QVERIFY(!m_model->entryAt(0));
}

void TestHistoryModel::pagesComeOnDemand()
{
    m_source->add(450);
    load();
    QCOMPARE(m_model->rowCount(), HistoryModel::pageSize);
    QVERIFY(m_model->canFetchMore({}));
    QCOMPARE(m_source->questions, 1);
    m_model->fetchMore({});
    QVERIFY(!m_model->canFetchMore({})); // one at a time
    QTRY_COMPARE(m_model->rowCount(), 400);
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 450);
    QVERIFY(m_model->isAtEnd());
    QCOMPARE(shown(), expected());
    QCOMPARE(m_model->index(0, HistoryModel::RequestIdColumn).data().toString(), u"450"_s);
}

void TestHistoryModel::onlySomePagesAreKept()
{
    const int pages = HistoryModel::mostPages + 20;
    m_source->add(pages * HistoryModel::pageSize);
    loadAll();
    QCOMPARE(m_model->rowCount(), pages * HistoryModel::pageSize);
    QCOMPARE(m_model->keptPages(), HistoryModel::mostPages);
    // The second page was dropped; looking at it brings it back, and another one goes.
    const QModelIndex dropped = m_model->index(HistoryModel::pageSize, HistoryModel::RequestIdColumn);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(!dropped.data().isValid());
    QTRY_COMPARE(dropped.data().toString(), expected().at(HistoryModel::pageSize));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_model->keptPages(), HistoryModel::mostPages);
    QCOMPARE(m_source->longestPage, HistoryModel::pageSize);
}

void TestHistoryModel::filterBeginsAnew()
{
    m_source->add(300, u"a"_s);
    m_source->add(5, u"b"_s);
    loadAll();
    QCOMPARE(m_model->rowCount(), 305);
    Core::HistoryQuery query;
    query.taskId = u"b"_s;
    load(query);
    QCOMPARE(m_model->rowCount(), 5);
    query.taskId = u"c"_s;
    load(query);
    QCOMPARE(m_model->rowCount(), 0);
    load();
    QCOMPARE(m_model->rowCount(), HistoryModel::pageSize);
}

void TestHistoryModel::lateAnswersOfAnOldQueryAreIgnored()
{
    m_source->add(300, u"a"_s);
    m_source->add(5, u"b"_s);
    load();
    m_model->fetchMore({});
    m_model->refresh();
    Core::HistoryQuery query;
    query.taskId = u"b"_s;
    load(query);
    QCoreApplication::processEvents();
    QCOMPARE(m_model->rowCount(), 5);
}

void TestHistoryModel::newRowsAreMerged_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<QList<int>>("arrivals");
    QTest::newRow("into nothing") << 0 << QList<int>{3};
    QTest::newRow("few") << 10 << QList<int>{1, 2, 3};
    QTest::newRow("a page") << 450 << QList<int>{150, 150, 150, 150};
    QTest::newRow("more than a page") << 450 << QList<int>{201};
    QTest::newRow("nothing") << 450 << QList<int>{0};
}

void TestHistoryModel::newRowsAreMerged()
{
    QFETCH(const int, before);
    QFETCH(const QList<int>, arrivals);
    m_source->add(before);
    loadAll();
    watch();
    for (const int count : arrivals) {
        m_source->add(count);
        const QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
        m_model->refresh();
        QTRY_VERIFY(loaded.count() >= 1);
        QTRY_COMPARE(m_model->rowCount(), expected().size());
    }
    QCOMPARE(shown(), expected());
}

void TestHistoryModel::changesAreSeen()
{
    m_source->add(10);
    load();
    watch();
    const QPersistentModelIndex kept = m_model->index(4, HistoryModel::OutcomeColumn);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_source->entries[4].outcome = u"stopped"_s;
    m_source->entries.removeAt(2); // a sending whose answer came
    m_source->add(1);
    m_model->refresh();
    QTRY_COMPARE(kept.data().toString(), u"stopped"_s);
    QCOMPARE(kept.row(), 4);
    QCOMPARE(shown(), expected());
    QCOMPARE(reset.count(), 0);
}

void TestHistoryModel::changesFartherDownAreSeenWhenLookedAt()
{
    m_source->add(500);
    loadAll();
    m_source->entries[450].outcome = u"stopped"_s;
    const QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
    m_model->refresh();
    QTRY_COMPARE(loaded.count(), 1);
    const int asked = m_source->questions;
    QCoreApplication::processEvents();
    QCOMPARE(m_source->questions, asked); // nobody looks
    QTRY_COMPARE(m_model->index(450, HistoryModel::OutcomeColumn).data().toString(), u"stopped"_s);
}

void TestHistoryModel::goneRowsAreRemoved()
{
    m_source->add(500);
    loadAll();
    watch();
    m_source->entries.remove(300, 20);
    m_model->refresh();
    QTRY_VERIFY(shown().size() == 480);
    QCOMPARE(shown(), expected());
}

void TestHistoryModel::spanMovesOn()
{
    m_source->add(10);
    const auto timeOf = [this](int row) { return m_source->entries.at(row).time; };
    Core::HistoryQuery query;
    query.since = timeOf(9);
    load(query);
    watch();
    QCOMPARE(m_model->rowCount(), 10);
    const QPersistentModelIndex kept = m_model->index(2, 0);
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);

    QSignalSpy loaded(m_model.get(), &HistoryModel::loaded);
    m_model->setSince(timeOf(5));
    m_source->add(1); // the first row from now on
    m_model->refresh();
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(m_model->rowCount(), 7);
    QCOMPARE(m_model->entryAt(6)->time, timeOf(6));
    QCOMPARE(kept.row(), 3); // and with it what is selected, and the place
    QCOMPARE(resets.size(), 0);

    m_model->setSince(timeOf(0).addMSecs(1));
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void TestHistoryModel::failureEndsTheAsking()
{
    m_source->add(500);
    load();
    m_source->failsWith = Core::Error::of(Core::ErrorKind::StorageCorrupt);
    QSignalSpy failed(m_model.get(), &HistoryModel::failed);
    m_model->fetchMore({});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(m_model->rowCount(), HistoryModel::pageSize);
    m_source->failsWith.reset();
    load();
    QVERIFY(m_model->canFetchMore({}));
}

CONSOLE_TEST(TestHistoryModel, QCoreApplication)
#include "tst_historymodel.moc"
