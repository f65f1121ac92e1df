// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own for tests: it is killed, run several times at once, holds locks, and runs
// as another user.
#include "core/clock.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/journal.h"
#include "storage/ownerlease.h"
#include "storage/slotledger.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    std::fprintf(stdout, "%s\n", qPrintable(line));
    std::fflush(stdout);
}

[[nodiscard]] Core::Intent stopIntent()
{
    Core::Intent intent;
    intent.action = u"StopWhiteboardPush"_s;
    intent.task.taskId = *Core::TaskId::parse(u"task"_s);
    return intent;
}

//! Journals for ever; says every intent's id after it was reported.
int appendUntilKilled(const QString &directory)
{
    const Core::SystemClock clock;
    const Storage::OwnerLease lease(directory);
    say(lease.id());
    Storage::Database database(directory);
    Storage::Journal journal(database, lease.id(), clock);
    database.open(qApp, [](const auto &) {});
    const std::function<void()> next = [&journal, &next] {
        journal.open(stopIntent(), qApp, [&next](const Core::Result<qint64> &id) {
            say(id ? QString::number(*id) : id.error().detail);
            next();
        });
    };
    for (int inFlight = 0; inFlight < 8; ++inFlight) {
        next();
    }
    return QCoreApplication::exec();
}

//! Reserves departures, all at once, and says them.
int reserve(const QString &directory, int count)
{
    const Core::SystemClock clock;
    Storage::SharedSlotLedger ledger(directory, clock);
    int left = count;
    for (int i = 0; i < count; ++i) {
        ledger.reserve("AKIDEXAMPLE/StopWhiteboardPush", clock.monotonicMs(), 51, qApp, [&left](qint64 slot) {
            say(QString::number(slot));
            if (--left == 0) {
                QCoreApplication::quit();
            }
        });
    }
    return QCoreApplication::exec();
}

//! Opens the database and says how that went.
int open(const QString &directory)
{
    Storage::Database database(directory);
    database.open(qApp, [](const Core::Result<void> &opened) {
        say(opened ? u"opened"_s : Core::nameOf(opened.error().kind));
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

//! The same; as root a user without rights is taken on first.
int openWithoutRights(const QString &directory)
{
    constexpr uid_t nobody = 65'534;
    if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) {
        return 3;
    }
    return open(directory);
}

//! Keeps everybody else from writing.
int hold(const QString &directory, int milliseconds)
{
    const auto connection = Storage::Connection::open(directory + u"/console.sqlite"_s);
    if (!connection || !(*connection)->execute(u"BEGIN EXCLUSIVE"_s)) {
        return 3;
    }
    say(u"held"_s);
    QTimer::singleShot(milliseconds, qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString mode = arguments.value(1);
    const QString directory = arguments.value(2);
    if (mode == "append"_L1) {
        return appendUntilKilled(directory);
    }
    if (mode == "reserve"_L1) {
        return reserve(directory, arguments.value(3).toInt());
    }
    if (mode == "reopen"_L1) {
        return open(directory);
    }
    if (mode == "hold"_L1) {
        return hold(directory, arguments.value(3).toInt());
    }
    return mode == "open"_L1 ? openWithoutRights(directory) : 2;
}
