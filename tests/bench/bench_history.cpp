// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the history costs at a million requests, one figure a line, beside its target; the journal is
// made as version 2 of the schema left it and then migrated. Worst of several rounds; build it as Release.
#include "storage/connection.h"
#include "storage/historystore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>

#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int requests = 1'000'000;
constexpr double target = 100.0;

void print(const QString &what, double value, const QString &unit, double limit = 0)
{
    QTextStream out(stdout);
    out << what.leftJustified(58) << QString::number(value, 'f', 2).rightJustified(9) << ' ' << unit;
    if (limit > 0) {
        out << "   target " << limit << (value <= limit ? " met" : " MISSED");
    }
    out << Qt::endl;
}

[[nodiscard]] double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).simplified().split(' ').constFirst().toDouble() / 1024.0;
            }
        }
    }
    return 0;
}

void execute(Storage::Connection &connection, const QString &statement)
{
    if (const auto done = connection.execute(statement); !done) {
        qFatal("%s", qPrintable(done.error().detail));
    }
}

//! 100,000 tasks of three accounts and ten applications over a year; each task is described nine times and
//! stopped once. One in a thousand answers failed, one in ten thousand by a code of its own.
void makeJournal(const QString &file)
{
    const auto connection = Storage::Connection::open(file);
    QFile fixture(QStringLiteral(TEST_DATA_DIR "/storage/version2.sql"));
    if (!connection || !fixture.open(QIODevice::ReadOnly)) {
        qFatal("cannot begin");
    }
    execute(**connection, u"PRAGMA journal_mode = WAL"_s);
    execute(**connection, u"PRAGMA synchronous = OFF"_s);
    const QStringList statements = QString::fromUtf8(fixture.readAll()).split(u";;\n"_s, Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (!statement.startsWith("INSERT"_L1)) {
            execute(**connection, statement);
        }
    }
    const QString from = u" FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "_s
        + QString::number(requests)
        + u") SELECT i, CASE WHEN i % 10 = 0 THEN 'StopWhiteboardPush' ELSE 'DescribeWhiteboardPush' END AS "
          u"action, "
          "CASE i % 3 WHEN 0 THEN 'school' WHEN 1 THEN 'university' ELSE 'academy' END AS profile, "
          "1400000001 + i % 10 AS app, printf('w1%08x%04d', (i / 10) * 2654435761 % 4294967296, i / 10 % "
          "10000) AS task, "
          "1700000000000 + i * 31536 AS at FROM n)"_s;
    execute(**connection, u"BEGIN"_s);
    execute(**connection, u"DROP TRIGGER intent_opens"_s);
    execute(**connection,
            QString(u"INSERT INTO intent SELECT i, action, 'account', profile, 'AKIDEXAMPLE', "
                    "'https://tiw.tencentcloudapi.com', 'ap-guangzhou', 'mainland', app, task, at, 'bench'"_s
                    + from));
    execute(
        **connection,
        QString(
            u"INSERT INTO event SELECT i, i, 2, action, at, 1, NULL, "
            "CASE WHEN i % 1000 = 7 THEN 'Api' END, CASE WHEN i % 10000 = 7 THEN 'InternalError' "
            "WHEN i % 1000 = 7 THEN 'RequestLimitExceeded' END, CASE WHEN i % 1000 = 7 THEN 'said so' END, "
            "NULL, NULL, NULL, NULL, lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' "
            "|| substr(lower(hex(randomblob(2))), 2) || '-a' || substr(lower(hex(randomblob(2))), 2) "
            "|| '-' || lower(hex(randomblob(6))), '', '', 40 + i % 50, profile, app, task"_s
            + from));
    execute(**connection, u"CREATE TRIGGER intent_opens AFTER INSERT ON intent BEGIN SELECT 1; END"_s);
    execute(**connection, u"COMMIT"_s);
}

//! The slowest of some rounds; the count of the first page is told beside it.
void measure(Storage::HistoryStore &store, const QString &what, const Core::HistoryQuery &query)
{
    double worst = 0;
    qsizetype count = 0;
    for (int round = 0; round < 5; ++round) {
        std::optional<qsizetype> found;
        QElapsedTimer timer;
        timer.start();
        store.page(query, &store, [&found](const Core::Result<QList<Core::HistoryEntry>> &page) {
            if (!page) {
                qFatal("%s", qPrintable(page.error().detail));
            }
            found = page->size();
        });
        while (!found) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        worst = std::max(worst, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        count = *found;
    }
    print(QString(what + u" ("_s + QString::number(count) + u" rows)"_s), worst, u"ms"_s, target);
}

[[nodiscard]] Core::HistoryQuery queryOf(const std::function<void(Core::HistoryQuery &)> &fill)
{
    Core::HistoryQuery query;
    query.limit = 200;
    fill(query);
    return query;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"console.sqlite"_s);
    QElapsedTimer timer;
    timer.start();
    makeJournal(file);
    print(u"make a journal of 1,000,000 requests"_s, static_cast<double>(timer.restart()) / 1e3, u"s"_s);
    const double before = residentMb();
    Storage::HistoryStore store(directory.path());
    std::optional<bool> isOpen;
    store.choices(&store, [&isOpen](const auto &choices) { isOpen = choices.has_value(); });
    while (!isOpen) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    if (!*isOpen) {
        qFatal("the journal does not open");
    }
    print(u"migrate it to the schema of today, once"_s, static_cast<double>(timer.elapsed()) / 1e3, u"s"_s);
    print(u"file"_s, static_cast<double>(QFileInfo(file).size()) / 1e6, u"MB"_s);

    const auto at = [](int request) {
        return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + request * qint64(31536), Qt::UTC);
    };
    using Query = Core::HistoryQuery;
    measure(store, u"first page"_s, queryOf([](Query &) {}));
    measure(store, u"page in the middle"_s, queryOf([](Query &q) { q.beforeEventId = requests / 2; }));
    measure(store, u"last page"_s, queryOf([](Query &q) { q.beforeEventId = 150; }));
    measure(store, u"account"_s, queryOf([](Query &q) { q.profile = u"school"_s; }));
    measure(store, u"application"_s, queryOf([](Query &q) { q.sdkAppId = Core::SdkAppId{1400000004}; }));
    measure(store, u"task"_s, queryOf([](Query &q) { q.taskId = u"w1000000000000"_s; }));
    measure(store, u"action"_s, queryOf([](Query &q) { q.action = u"StopWhiteboardPush"_s; }));
    measure(store, u"outcome, frequent"_s, queryOf([](Query &q) { q.outcome = u"ok"_s; }));
    measure(store, u"outcome, rare"_s, queryOf([](Query &q) { q.outcome = u"failed"_s; }));
    measure(store, u"time span, a day long ago"_s, queryOf([&](Query &q) {
                q.since = at(100'000);
                q.until = at(102'740);
            }));
    measure(store, u"outcome and time"_s, queryOf([&](Query &q) {
                q.outcome = u"failed"_s;
                q.until = at(10'000);
            }));
    measure(store, u"account, application, action, outcome that meet nowhere"_s, queryOf([](Query &q) {
                q.profile = u"school"_s;
                q.sdkAppId = Core::SdkAppId{1400000001};
                q.action = u"DescribeWhiteboardPush"_s;
                q.outcome = u"ok"_s;
            }));
    measure(store, u"search: a whole RequestId that is not there"_s,
            queryOf([](Query &q) { q.text = u"00000000-1111-4222-a333-444444444444"_s; }));
    measure(store, u"search: beginning of RequestIds"_s, queryOf([](Query &q) { q.text = u"abcd"_s; }));
    measure(store, u"search: part of one TaskId"_s, queryOf([](Query &q) { q.text = u"00004711"_s; }));
    measure(store, u"search: part of every TaskId"_s, queryOf([](Query &q) { q.text = u"w1"_s; }));
    measure(store, u"search: part of a code"_s, queryOf([](Query &q) { q.text = u"limitexceeded"_s; }));
    measure(store, u"search: nothing"_s, queryOf([](Query &q) { q.text = u"nothing-has-this"_s; }));
    measure(store, u"search: code and account"_s, queryOf([](Query &q) {
                q.text = u"internalerror"_s;
                q.profile = u"university"_s;
            }));
    print(u"memory more than before the file was opened"_s, residentMb() - before, u"MB"_s);
    return 0;
}
