// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultydisk.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>
#include <sqlite3.h>

namespace TestSupport {

struct FaultyDisk::Private
{
    mutable std::mutex mutex;
    QList<Change> changes;
    qsizetype failsFrom = 0;
    qsizetype failuresLeft = 0;
    int failsWith = SQLITE_OK;
    Failing failing = Failing::Changes;
    bool ignoresSyncs = false;
    sqlite3_vfs vfs = {};
    sqlite3_vfs *real = nullptr;
};

namespace {

//! SQLite's file, with the real one behind it in the same memory.
struct File
{
    sqlite3_file base;
    FaultyDisk *disk;
    QString path; //!< empty: not noted
    sqlite3_file *real;
};

[[nodiscard]] File *own(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

[[nodiscard]] sqlite3_file *real(sqlite3_file *file)
{
    return own(file)->real;
}

} // namespace

//! The functions of the VFS; a struct, so that it can be a friend.
struct FaultyDiskFiles
{
    using Kind = FaultyDisk::Kind;

    static int change(sqlite3_file *file, Kind kind, qint64 offset, const QByteArray &bytes)
    {
        const File *const own = TestSupport::own(file);
        return own->path.isEmpty() ? SQLITE_OK
                                   : own->disk->note({kind, own->path, offset, bytes}).value_or(SQLITE_OK);
    }
    static int close(sqlite3_file *file)
    {
        const int code = real(file)->pMethods->xClose(real(file));
        own(file)->~File();
        return code;
    }
    static int read(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
    {
        return real(file)->pMethods->xRead(real(file), to, size, offset);
    }
    static int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
    {
        const int code = change(file, Kind::Write, offset, QByteArray(static_cast<const char *>(from), size));
        return code != SQLITE_OK ? code : real(file)->pMethods->xWrite(real(file), from, size, offset);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        const int code = change(file, Kind::Truncate, size, {});
        return code != SQLITE_OK ? code : real(file)->pMethods->xTruncate(real(file), size);
    }
    //! Not passed on: the power cut is ours, and waiting for a real disk would only take time.
    static int sync(sqlite3_file *file, int /*flags*/) { return change(file, Kind::Sync, 0, {}); }
    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        return real(file)->pMethods->xFileSize(real(file), size);
    }
    static int lock(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
    static int unlock(sqlite3_file *file, int level)
    {
        return real(file)->pMethods->xUnlock(real(file), level);
    }
    static int checkReservedLock(sqlite3_file *file, int *isHeld)
    {
        return real(file)->pMethods->xCheckReservedLock(real(file), isHeld);
    }
    static int fileControl(sqlite3_file *file, int what, void *argument)
    {
        return real(file)->pMethods->xFileControl(real(file), what, argument);
    }
    static int sectorSize(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
    static int deviceCharacteristics(sqlite3_file *file)
    {
        return real(file)->pMethods->xDeviceCharacteristics(real(file));
    }
    static int shmMap(sqlite3_file *file, int region, int size, int extends, void volatile **memory)
    {
        return real(file)->pMethods->xShmMap(real(file), region, size, extends, memory);
    }
    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int shmUnmap(sqlite3_file *file, int isDeleted)
    {
        return real(file)->pMethods->xShmUnmap(real(file), isDeleted);
    }

    static FaultyDisk *diskOf(sqlite3_vfs *vfs) { return static_cast<FaultyDisk *>(vfs->pAppData); }
    static sqlite3_vfs *realOf(sqlite3_vfs *vfs) { return diskOf(vfs)->d->real; }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        // Version 2: without memory-mapped reading, so that nothing passes by.
        static const sqlite3_io_methods methods{2,
                                                &close,
                                                &read,
                                                &write,
                                                &truncate,
                                                &sync,
                                                &fileSize,
                                                &lock,
                                                &unlock,
                                                &checkReservedLock,
                                                &fileControl,
                                                &sectorSize,
                                                &deviceCharacteristics,
                                                &shmMap,
                                                &shmLock,
                                                &shmBarrier,
                                                &shmUnmap,
                                                nullptr,
                                                nullptr};
        FaultyDisk *const disk = diskOf(vfs);
        auto *const behind = reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(File));
        // A temporary file, whose name nobody knows, is not part of any image.
        const QString path = name != nullptr ? QString::fromUtf8(name) : QString();
        QFile before(path);
        const bool wasThere = !path.isEmpty() && before.exists();
        file->pMethods = nullptr;
        if (!path.isEmpty()) {
            const QByteArray bytes =
                wasThere && before.open(QIODevice::ReadOnly) ? before.readAll() : QByteArray();
            if (const auto code = disk->note({wasThere ? Kind::Found : Kind::Create, path, 0, bytes})) {
                return *code;
            }
        }
        const int code = realOf(vfs)->xOpen(realOf(vfs), name, behind, flags, outFlags);
        if (code == SQLITE_OK) {
            new (file) File{{&methods}, disk, path, behind};
        }
        return code;
    }
    static int remove(sqlite3_vfs *vfs, const char *name, int isDirectorySynced)
    {
        if (const auto code = diskOf(vfs)->note({Kind::Delete, QString::fromUtf8(name), 0, {}})) {
            return *code;
        }
        return realOf(vfs)->xDelete(realOf(vfs), name, isDirectorySynced);
    }
    static int access(sqlite3_vfs *vfs, const char *name, int flags, int *answer)
    {
        return realOf(vfs)->xAccess(realOf(vfs), name, flags, answer);
    }
    static int fullPathname(sqlite3_vfs *vfs, const char *name, int size, char *path)
    {
        return realOf(vfs)->xFullPathname(realOf(vfs), name, size, path);
    }
};

FaultyDisk::FaultyDisk()
    : d(new Private)
{
    d->real = sqlite3_vfs_find(nullptr);
    d->vfs = *d->real; // clock, sleeping, randomness and libraries are the real one's
    d->vfs.pNext = nullptr;
    d->vfs.zName = "faultydisk";
    d->vfs.szOsFile = static_cast<int>(sizeof(File)) + d->real->szOsFile;
    d->vfs.pAppData = this;
    d->vfs.xOpen = &FaultyDiskFiles::open;
    d->vfs.xDelete = &FaultyDiskFiles::remove;
    d->vfs.xAccess = &FaultyDiskFiles::access;
    d->vfs.xFullPathname = &FaultyDiskFiles::fullPathname;
    sqlite3_vfs_register(&d->vfs, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_register(d->real, 1);
    sqlite3_vfs_unregister(&d->vfs);
    delete d;
}

qsizetype FaultyDisk::count() const
{
    const std::scoped_lock lock(d->mutex);
    return d->changes.size();
}

void FaultyDisk::fail(qsizetype first, qsizetype howMany, int sqliteCode, Failing failing)
{
    const std::scoped_lock lock(d->mutex);
    d->failsFrom = first;
    d->failuresLeft = howMany;
    d->failsWith = sqliteCode;
    d->failing = failing;
}

void FaultyDisk::heal()
{
    fail(0, 0, SQLITE_OK);
}

void FaultyDisk::ignoreSyncs()
{
    const std::scoped_lock lock(d->mutex);
    d->ignoresSyncs = true;
}

std::optional<int> FaultyDisk::note(Change change)
{
    const std::scoped_lock lock(d->mutex);
    const qsizetype number = d->changes.size();
    const bool mayFail =
        d->failing == Failing::Syncs ? change.kind == Kind::Sync : change.kind != Kind::Found;
    const bool fails = mayFail && number >= d->failsFrom && d->failuresLeft > 0;
    d->failuresLeft -= fails ? 1 : 0;
    // What failed takes its number all the same, or the next try would be the one to fail.
    if (fails || (change.kind == Kind::Sync && d->ignoresSyncs)) {
        change.kind = Kind::Write;
        change.bytes.clear();
    }
    d->changes.append(std::move(change));
    return fails ? std::optional(d->failsWith) : std::nullopt;
}

namespace {

constexpr qsizetype sectorSize = 512;

void put(QByteArray &bytes, qsizetype offset, QByteArrayView part)
{
    if (bytes.size() < offset + part.size()) {
        bytes.append(QByteArray(offset + part.size() - bytes.size(), '\0'));
    }
    std::copy(part.begin(), part.end(), bytes.begin() + offset);
}

} // namespace

FaultyDisk::Image FaultyDisk::image(qsizetype changes, Unsynced unsynced, quint32 seed) const
{
    struct OnDisk
    {
        QByteArray bytes;
        bool isThere = false;
        bool isNew = false; //!< made, and not synced yet
        QList<Change> pending;
    };
    const std::scoped_lock lock(d->mutex);
    QRandomGenerator random(seed);
    const auto apply = [](OnDisk &file, const Change &change) {
        switch (change.kind) {
        case Kind::Write:
            put(file.bytes, change.offset, change.bytes);
            file.isThere = true;
            break;
        case Kind::Truncate:
            file.bytes.resize(change.offset);
            break;
        case Kind::Delete:
            file.bytes.clear();
            file.isThere = false;
            break;
        case Kind::Found:
        case Kind::Create:
        case Kind::Sync:
            break;
        }
    };
    const auto tear = [&random, &apply](OnDisk &file, const Change &change) {
        if (change.kind != Kind::Write) {
            if (random.bounded(2) == 0) {
                apply(file, change);
            }
            return;
        }
        for (qsizetype at = 0; at < change.bytes.size();) {
            const qsizetype size =
                std::min(sectorSize - (change.offset + at) % sectorSize, change.bytes.size() - at);
            if (random.bounded(2) == 0) {
                put(file.bytes, change.offset + at, QByteArrayView(change.bytes).sliced(at, size));
                file.isThere = true;
            }
            at += size;
        }
    };
    QHash<QString, OnDisk> files;
    // SQLite syncs the directory with a log or journal that it made: then what was deleted stays so.
    const auto syncDirectory = [&files] {
        for (OnDisk &file : files) {
            if (!file.pending.isEmpty() && file.pending.constLast().kind == Kind::Delete) {
                file = {};
            }
        }
    };
    for (qsizetype i = 0; i < std::min(changes, d->changes.size()); ++i) {
        const Change &change = d->changes.at(i);
        const bool isKnown = files.contains(change.path);
        OnDisk &file = files[change.path];
        if (change.kind == Kind::Found) {
            if (!isKnown) {
                file.bytes = change.bytes;
                file.isThere = true;
            }
        } else if (change.kind == Kind::Sync) {
            for (const Change &waiting : std::as_const(file.pending)) {
                apply(file, waiting);
            }
            file.pending.clear();
            if (std::exchange(file.isNew, false)) {
                syncDirectory();
            }
        } else if (change.kind == Kind::Create) {
            file.isNew = true;
        } else {
            file.pending.append(change);
        }
    }
    Image image;
    for (auto file = files.begin(); file != files.end(); ++file) {
        for (const Change &waiting : std::as_const(file->pending)) {
            if (unsynced == Unsynced::Written) {
                apply(*file, waiting);
            } else if (unsynced == Unsynced::Torn) {
                tear(*file, waiting);
            }
        }
        if (file->isThere) {
            image.insert(file.key(), file->bytes);
        }
    }
    return image;
}

} // namespace TestSupport
