// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databasethread.h"

#include "core/logcategories.h"
#include "storage/damagedfile.h"
#include "storage/schema.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStorageInfo>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

//! Why no file can be made or opened in `directory`, as far as the disk tells.
[[nodiscard]] Core::Error failedIn(const QString &directory, const QString &detail)
{
    QString existing = directory;
    while (!QFileInfo::exists(existing) && existing != QFileInfo(existing).path()) {
        existing = QFileInfo(existing).path();
    }
    const QStorageInfo device(existing);
    const bool isFull = device.isValid() && device.bytesAvailable() == 0;
    const bool isLocked = !QFileInfo(existing).isWritable() || device.isReadOnly();
    return Core::Error::of(isFull         ? Core::ErrorKind::StorageFull
                               : isLocked ? Core::ErrorKind::StorageReadOnly
                                          : Core::ErrorKind::Storage,
                           detail);
}

[[nodiscard]] Core::Result<void> ensureDirectory(const QString &directory)
{
    const QFileInfo info(directory);
    if (info.isDir()) {
        return {};
    }
    const QDir parent = info.dir();
    const bool isMade = parent.mkpath(u"."_s)
        && (parent.mkdir(info.fileName(), ownerOnly | QFile::ExeOwner) || QFileInfo(directory).isDir());
    if (!isMade) {
        return Core::failure(failedIn(directory, u"cannot create the directory "_s + directory));
    }
    return {};
}

//! SQLite gives -wal and -shm the permissions of the file itself.
[[nodiscard]] Core::Result<void> ensureFile(const QString &path)
{
    QFile file(path);
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)
        && !file.exists()) {
        return Core::failure(failedIn(QFileInfo(path).path(), u"cannot create "_s + path));
    }
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile part(QString(path + suffix));
        if (QFileInfo(part).isFile()
            && (part.permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))) {
            part.setPermissions(ownerOnly);
        }
    }
    return {};
}

//! BEGIN and its like: prepared once, since every write needs four of them.
[[nodiscard]] Core::Result<void> control(Connection &connection, const QString &statement)
{
    return connection.change(statement).map([](const Connection::Change &) {});
}

//! Another process that opens at the same moment can make this fail at once, without SQLite's own waiting.
[[nodiscard]] Core::Result<void> useWriteAheadLog(Connection &connection)
{
    using namespace std::chrono_literals;
    Core::Result<QVariant> mode;
    for (const QDeadlineTimer deadline(1s); !deadline.hasExpired();) {
        mode = connection.value(u"PRAGMA journal_mode = WAL"_s);
        if (mode && mode->toString() == "wal"_L1) {
            return {};
        }
        const bool mayPass = mode || mode.error().kind == Core::ErrorKind::StorageBusy
            || mode.error().kind == Core::ErrorKind::Storage;
        if (!mayPass) {
            break;
        }
        std::this_thread::sleep_for(20ms); // the worker's thread, never the UI's
    }
    return Core::failure(mode ? Core::Error::of(Core::ErrorKind::Storage, u"no write-ahead log here"_s)
                              : mode.error());
}

} // namespace

DatabaseThread::DatabaseThread(QString directory, std::function<void(std::size_t)> report,
                               std::function<void(const QString &)> tellKept)
    : m_directory(std::move(directory))
    , m_path(QDir(m_directory).filePath(u"console.sqlite"_s))
    , m_report(std::move(report))
    , m_tellKept(std::move(tellKept))
    , m_use(m_directory)
    , m_closedBecause(Core::Error::of(Core::ErrorKind::Storage, u"not opened"_s))
{
}

void DatabaseThread::process(std::vector<DatabaseJob> &batch)
{
    for (auto next = batch.begin(); next != batch.end();) {
        auto end = std::next(next);
        switch (next->kind) {
        case DatabaseJob::Kind::Open:
            open(*next);
            break;
        case DatabaseJob::Kind::Read:
            read(*next);
            break;
        case DatabaseJob::Kind::Write:
            end = std::find_if(next, batch.end(),
                               [](const DatabaseJob &job) { return job.kind != DatabaseJob::Kind::Write; });
            writeGroup(std::span(next, end));
            break;
        }
        m_report(static_cast<std::size_t>(end - next));
        next = end;
    }
}

void DatabaseThread::open(DatabaseJob &job)
{
    m_connection.reset();
    if (const Core::Result<void> opened = openDirectory(); !opened) {
        m_connection.reset();
        m_use.end();
        m_closedBecause = opened.error();
        // SQLite says of a disk that is full or read-only only which of its files it could not make.
        if (m_closedBecause.kind == Core::ErrorKind::Storage) {
            m_closedBecause = failedIn(m_directory, m_closedBecause.detail);
        }
        qCWarning(Core::storageLog) << "cannot open the database:" << opened.error().detail;
        job.fail(m_closedBecause);
        return;
    }
    (void)job.run(*m_connection);
}

Core::Result<void> DatabaseThread::openDirectory()
{
    if (const auto ready = ensureDirectory(m_directory); !ready) {
        return ready;
    }
    // An empty file is one that is being made, or one that lost all it had.
    if (QFileInfo(m_path).size() == 0 || isSuspected(m_path)) {
        return openAlone();
    }
    const Core::Result<void> opened = openFile();
    return !opened && opened.error().kind == Core::ErrorKind::StorageCorrupt ? openAlone() : opened;
}

Core::Result<void> DatabaseThread::openAlone()
{
    constexpr int longestWaitMs = 5'000;
    QLockFile alone(QString(m_path + u".lock"_s));
    const bool isAlone = alone.tryLock(longestWaitMs) && m_tellKept && m_use.takeAlone();
    m_use.share(); // who comes while it is looked through need not wait
    bool isDamaged = isAlone && isFoundDamaged(m_path);
    Core::Result<void> opened = isDamaged ? Core::Result<void>() : openFile();
    isDamaged = isDamaged || (isAlone && !opened && opened.error().kind == Core::ErrorKind::StorageCorrupt);
    if (!isDamaged) {
        return opened;
    }
    m_connection.reset();
    const Core::Result<QString> kept = m_use.takeAlone()
        ? keepAside(m_path)
        : Core::Result<QString>(
            Core::failure(Core::Error::of(Core::ErrorKind::StorageBusy, u"another has it open"_s)));
    if (!kept) {
        qCWarning(Core::storageLog) << "a damaged database stays where it is:" << kept.error().detail;
        return opened ? openFile() : opened;
    }
    qCWarning(Core::storageLog) << "a damaged database is kept as" << *kept;
    m_tellKept(*kept);
    return openFile();
}

Core::Result<void> DatabaseThread::openFile()
{
    m_connection.reset();
    m_use.share();
    if (const auto ready = ensureFile(m_path); !ready) {
        return ready;
    }
    Core::Result<std::unique_ptr<Connection>> opened = Connection::open(m_path);
    if (!opened) {
        return Core::failure(opened.error());
    }
    m_connection = std::move(*opened);
    // The log mode is written into the file: not before it is known to be ours.
    return knownVersion(*m_connection)
        .map([](int) {})
        .and_then([this] { return useWriteAheadLog(*m_connection); })
        .and_then([this] { return m_connection->execute(u"PRAGMA synchronous = FULL"_s); })
        .and_then([this] { return m_connection->execute(u"PRAGMA foreign_keys = ON"_s); })
        .and_then([this] { return migrate(*m_connection); });
}

void DatabaseThread::read(DatabaseJob &job)
{
    if (!m_connection) {
        job.fail(m_closedBecause);
        return;
    }
    noteDamage(job.run(*m_connection));
}

void DatabaseThread::noteDamage(const Core::Result<void> &done)
{
    if (!done && done.error().kind == Core::ErrorKind::StorageCorrupt && !isSuspected(m_path)) {
        qCWarning(Core::storageLog) << "damage in the database:" << done.error().detail;
        suspectDamage(m_path);
    }
}

Core::Result<void> DatabaseThread::writeOne(DatabaseJob &job)
{
    if (const Core::Result<void> begun = control(*m_connection, u"SAVEPOINT job"_s); !begun) {
        return begun;
    }
    const Core::Result<void> done = job.run(*m_connection);
    noteDamage(done);
    // Some failures (a full disk) make SQLite roll the whole transaction back; then the savepoint is gone
    // too.
    if (!done && !control(*m_connection, u"ROLLBACK TO job"_s)) {
        return done;
    }
    return control(*m_connection, u"RELEASE job"_s);
}

void DatabaseThread::writeGroup(std::span<DatabaseJob> group)
{
    const auto failAll = [&group](const Core::Error &error) {
        for (DatabaseJob &job : group) {
            job.fail(error);
        }
    };
    if (!m_connection) {
        failAll(m_closedBecause);
        return;
    }
    if (const Core::Result<void> begun = control(*m_connection, u"BEGIN IMMEDIATE"_s); !begun) {
        failAll(begun.error());
        return;
    }
    Core::Result<void> outcome;
    for (auto job = group.begin(); job != group.end() && outcome; ++job) {
        outcome = writeOne(*job);
    }
    if (outcome) {
        outcome = control(*m_connection, u"COMMIT"_s);
    }
    if (!outcome) {
        noteDamage(outcome);
        (void)control(*m_connection, u"ROLLBACK"_s); // fails where SQLite did it already
        failAll(outcome.error());
    }
}

} // namespace Storage
