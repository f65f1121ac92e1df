// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/slottable.h"

#include "core/logcategories.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

//! Nobody queues for longer; a departure further ahead is damage.
constexpr qint64 farthestAheadMs = 3'600'000;

} // namespace

SlotTable::SlotTable(QString directory, const Core::Clock &clock)
    : m_directory(std::move(directory))
    , m_clock(clock)
    , m_boot(QString::fromLatin1(QSysInfo::bootUniqueId()))
{
}

Core::Result<void> SlotTable::openFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()
        && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && !file.exists()) {
        return Core::failure(Core::Error::of(Core::ErrorKind::Storage, u"cannot create "_s + path));
    }
    Core::Result<std::unique_ptr<Connection>> opened = Connection::open(path);
    if (!opened) {
        return Core::failure(opened.error());
    }
    m_connection = std::move(*opened);
    // The log survives a killed process; what a power failure takes is of the last boot anyway.
    return m_connection->execute(u"PRAGMA synchronous = OFF"_s)
        .and_then([this] { return m_connection->value(u"PRAGMA journal_mode = WAL"_s); })
        .and_then([this](const QVariant &) {
            return m_connection->execute(u"CREATE TABLE IF NOT EXISTS departure (key BLOB PRIMARY KEY, "
                                         "at INTEGER NOT NULL, boot TEXT NOT NULL) WITHOUT ROWID"_s);
        })
        .and_then([this] { return m_connection->value(u"PRAGMA quick_check(1)"_s); })
        .and_then([](const QVariant &verdict) -> Core::Result<void> {
            if (verdict.toString() == "ok"_L1) {
                return {};
            }
            return Core::failure(Core::Error::of(Core::ErrorKind::StorageCorrupt, verdict.toString()));
        });
}

Core::Result<void> SlotTable::open()
{
    QDir().mkpath(m_directory);
    const QString path = QDir(m_directory).filePath(u"pacing.sqlite"_s);
    // One process at a time: two that switch the log mode on a new file at once refuse each other without
    // waiting, and a damaged file may only be thrown away by somebody who has just seen that it is.
    QLockFile alone(QString(path + u".lock"_s));
    constexpr int longestWaitMs = 5'000;
    if (!alone.tryLock(longestWaitMs)) {
        return Core::failure(Core::Error::of(Core::ErrorKind::Storage, u"cannot lock "_s + path));
    }
    Core::Result<void> opened = openFile(path);
    if (!opened && opened.error().kind == Core::ErrorKind::StorageCorrupt) {
        m_connection.reset();
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
            QFile::remove(QString(path + suffix));
        }
        opened = openFile(path);
    }
    return opened;
}

Core::Result<std::optional<qint64>> SlotTable::lastInFile(const QByteArray &keyHash)
{
    std::optional<qint64> last;
    const Core::Result<void> read =
        m_connection->rows(u"SELECT at FROM departure WHERE key = ? AND boot = ?"_s, {keyHash, m_boot},
                           [&last](const QSqlQuery &row) { last = row.value(0).toLongLong(); });
    if (!read) {
        return Core::failure(read.error());
    }
    if (last && *last > m_clock.monotonicMs() + farthestAheadMs) {
        last.reset();
    }
    return last;
}

Core::Result<qint64> SlotTable::reserveInFile(const QByteArray &keyHash, qint64 notBeforeMs,
                                              qint64 intervalMs)
{
    if (const auto begun = m_connection->execute(u"BEGIN IMMEDIATE"_s); !begun) {
        return Core::failure(begun.error());
    }
    qint64 slot = notBeforeMs;
    const Core::Result<void> done =
        lastInFile(keyHash)
            .and_then([&](std::optional<qint64> last) {
                slot = last ? qMax(slot, *last + intervalMs) : slot;
                return m_connection->change(
                    u"INSERT OR REPLACE INTO departure (key, at, boot) VALUES (?, ?, ?)"_s,
                    {keyHash, slot, m_boot});
            })
            .and_then([this](const Connection::Change &) { return m_connection->execute(u"COMMIT"_s); });
    if (!done) {
        (void)m_connection->execute(u"ROLLBACK"_s);
        return Core::failure(done.error());
    }
    return slot;
}

Core::Result<qint64> SlotTable::reserveShared(const QByteArray &keyHash, qint64 notBeforeMs,
                                              qint64 intervalMs)
{
    const Core::Result<void> opened = m_connection ? Core::Result<void>() : open();
    return opened.and_then([&] { return reserveInFile(keyHash, notBeforeMs, intervalMs); });
}

qint64 SlotTable::reserve(const QByteArray &keyHash, qint64 notBeforeMs, qint64 intervalMs)
{
    // What this process reserved without the file holds when the file works again.
    const auto own = m_own.constFind(keyHash);
    const qint64 earliest = own == m_own.constEnd() ? notBeforeMs : qMax(notBeforeMs, *own + intervalMs);
    qint64 slot = earliest;
    if (!m_hasFailed) {
        Core::Result<qint64> shared = reserveShared(keyHash, earliest, intervalMs);
        if (!shared && shared.error().kind == Core::ErrorKind::StorageCorrupt) {
            m_connection.reset(); // opening it again throws it away
            shared = reserveShared(keyHash, earliest, intervalMs);
        }
        if (shared) {
            slot = *shared;
        } else {
            qCWarning(Core::storageLog) << "pacing on one's own:" << shared.error().detail;
            m_connection.reset();
            m_hasFailed = true;
        }
    }
    m_own.insert(keyHash, slot);
    return slot;
}

} // namespace Storage
