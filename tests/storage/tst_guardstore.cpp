// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/guardstore.h"
#include "support/answer.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using TestSupport::Answer;

namespace {

[[nodiscard]] QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

[[nodiscard]] Core::TaskKey key(const QString &id)
{
    return {u"account"_s, Core::SdkAppId{1400000001}, *Core::TaskId::parse(id)};
}

[[nodiscard]] Core::GuardRule rule(qint64 id, Core::GuardKind kind, int minutes)
{
    Core::GuardRule made;
    made.id = id;
    made.kind = kind;
    made.minutes = minutes;
    made.since = at(1'700'000'000'123);
    return made;
}

} // namespace

//! What the guard keeps comes back as it was, after a restart.
class TstGuardStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }
    void everythingComesBack();
    void rulesAreReplaced();
    void laterOnesTakeThePlace();
    void forgottenTasks();
    void unknownKindIsLeftOut();
    void failsAsAWhole();

private:
    void open();
    [[nodiscard]] Storage::GuardNotes notes();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Storage::Database> m_database;
    std::unique_ptr<Storage::GuardStore> m_store;
};

void TstGuardStore::open()
{
    m_store.reset();
    m_database = std::make_unique<Storage::Database>(m_dir->path());
    m_store = std::make_unique<Storage::GuardStore>(*m_database);
    Answer<void> opened;
    m_database->open(this, opened.callback());
    AWAIT_VALUE(opened);
}

Storage::GuardNotes TstGuardStore::notes()
{
    Answer<Storage::GuardNotes> answer;
    m_store->load(this, answer.callback());
    [&answer] { AWAIT_VALUE(answer); }();
    return answer.hasValue() ? answer.value() : Storage::GuardNotes();
}

void TstGuardStore::everythingComesBack()
{
    QVERIFY(notes() == Storage::GuardNotes());
    Storage::GuardNotes expected;
    expected.rules = {rule(1, Core::GuardKind::WarnAfter, 120), rule(2, Core::GuardKind::StopAfter, 180),
                      rule(7, Core::GuardKind::StopAt, 1439)};
    expected.rules[1].isEnabled = false;
    expected.rules[1].accountId = u"account"_s;
    expected.rules[2].sdkAppId = Core::SdkAppId{1400000002};
    expected.stops = {{key(u"a"_s), at(1'700'000'100'000)}};
    expected.marks = {{2, key(u"a"_s), at(1'700'000'200'000)}, {7, key(u"a"_s), at(1'700'000'300'000)}};
    Answer<void> done;
    m_store->saveRules(expected.rules, {}, this, done.callback());
    m_store->saveStops(expected.stops, this, done.callback());
    m_store->saveMarks(expected.marks, this, done.callback());
    QTRY_COMPARE(done.count(), 3);
    QVERIFY(done.hasValue());
    open();
    QVERIFY(notes() == expected);
}

//! A changed rule keeps its marks unless it begins anew; one that is gone takes them along.
void TstGuardStore::rulesAreReplaced()
{
    QList<Core::GuardRule> rules{rule(1, Core::GuardKind::WarnAfter, 120),
                                 rule(2, Core::GuardKind::StopAfter, 180),
                                 rule(3, Core::GuardKind::StopAt, 60)};
    Answer<void> done;
    m_store->saveRules(rules, {}, this, done.callback());
    m_store->saveMarks({{1, key(u"a"_s), at(1)}, {2, key(u"a"_s), at(2)}, {3, key(u"a"_s), at(3)}}, this,
                       done.callback());
    rules[0].since = at(5);
    rules[1].minutes = 240;
    rules.removeLast();
    m_store->saveRules(rules, {2}, this, done.callback());
    QTRY_COMPARE(done.count(), 3);
    QVERIFY(done.hasValue());
    QCOMPARE(notes().rules, rules);
    QCOMPARE(notes().marks, QList<Core::GuardMark>({{1, key(u"a"_s), at(1)}}));
}

void TstGuardStore::laterOnesTakeThePlace()
{
    Answer<void> done;
    m_store->saveRules({rule(1, Core::GuardKind::WarnAfter, 120)}, {}, this, done.callback());
    for (const qint64 ms : {1, 2}) {
        m_store->saveStops({{key(u"a"_s), at(ms)}}, this, done.callback());
        m_store->saveMarks({{1, key(u"a"_s), at(ms)}}, this, done.callback());
    }
    QTRY_COMPARE(done.count(), 5);
    QVERIFY(done.hasValue());
    QCOMPARE(notes().stops, QList<Core::ScheduledStop>({{key(u"a"_s), at(2)}}));
    QCOMPARE(notes().marks, QList<Core::GuardMark>({{1, key(u"a"_s), at(2)}}));
}

void TstGuardStore::forgottenTasks()
{
    Answer<void> done;
    m_store->saveRules({rule(1, Core::GuardKind::WarnAfter, 120)}, {}, this, done.callback());
    m_store->saveStops({{key(u"a"_s), at(1)}, {key(u"b"_s), at(1)}, {key(u"c"_s), at(1)}}, this,
                       done.callback());
    m_store->saveMarks({{1, key(u"a"_s), at(1)}, {1, key(u"b"_s), at(1)}}, this, done.callback());
    m_store->forget({key(u"a"_s), key(u"unknown"_s)}, this, done.callback());
    m_store->removeStops({key(u"b"_s)}, this, done.callback());
    QTRY_COMPARE(done.count(), 5);
    QVERIFY(done.hasValue());
    QCOMPARE(notes().stops, QList<Core::ScheduledStop>({{key(u"c"_s), at(1)}}));
    QCOMPARE(notes().marks, QList<Core::GuardMark>({{1, key(u"b"_s), at(1)}}));
}

void TstGuardStore::unknownKindIsLeftOut()
{
    Answer<void> done;
    m_database->write<void>(
        [](Storage::Connection &connection) {
            return connection.execute(
                u"INSERT INTO rule VALUES (1, 'explode', 1, '', 0, 5, 0), (2, 'stopAt', 1, '', 0, 5, 0)"_s);
        },
        this, done.callback());
    AWAIT_VALUE(done);
    QCOMPARE(notes().rules.size(), 1);
    QCOMPARE(notes().rules.first().id, 2);
}

//! A mark of a rule that is not there is refused, and nothing of its call is kept.
void TstGuardStore::failsAsAWhole()
{
    Answer<void> saved;
    m_store->saveRules({rule(1, Core::GuardKind::WarnAfter, 120)}, {}, this, saved.callback());
    Answer<void> marked;
    m_store->saveMarks({{1, key(u"a"_s), at(1)}, {99, key(u"a"_s), at(1)}}, this, marked.callback());
    AWAIT_ERROR(marked, Core::ErrorKind::Storage);
    QVERIFY(saved.hasValue());
    QVERIFY(notes().marks.isEmpty());
}

CONSOLE_TEST(TstGuardStore, QCoreApplication)
#include "tst_guardstore.moc"
