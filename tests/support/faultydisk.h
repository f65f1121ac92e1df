// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace TestSupport {

//! The disk under every SQLite file that this process opens while this object lives: notes each write,
//! truncation, sync, creation and deletion in its order, can fail at any of them, and tells what a power cut
//! at that moment would have left. The files themselves lie where they always do. One at a time; it outlives
//! every connection that was opened on it. Thread-safe.
class FaultyDisk
{
public:
    //! What of the changes that were not synced had reached the disk.
    enum class Unsynced {
        Lost, //!< none of them
        Written, //!< all of them
        Torn, //!< any 512-byte sectors of any of them, in any order
    };
    enum class Failing {
        Changes, //!< of every kind
        Syncs, //!< alone: what is written goes through, as on a disk that notices later that it is full
    };
    using Image = QHash<QString, QByteArray>; //!< by path; of the files that are there

    FaultyDisk();
    ~FaultyDisk();
    Q_DISABLE_COPY_MOVE(FaultyDisk)

    //! Changes noted so far. Also the number of the next one.
    [[nodiscard]] qsizetype count() const;
    //! From the change `first` on, `howMany` that may fail do so with `sqliteCode`.
    void fail(qsizetype first, qsizetype howMany, int sqliteCode, Failing failing = Failing::Changes);
    void heal();
    //! A disk that says it wrote, and did not: syncs are noted as done without any effect on what image()
    //! tells.
    void ignoreSyncs();

    //! The files as they would be after a power cut when `changes` of them had been asked for. `seed` chooses
    //! what is torn. Shared memory is left out: no power cut leaves any.
    [[nodiscard]] Image image(qsizetype changes, Unsynced unsynced, quint32 seed = 0) const;

private:
    friend struct FaultyDiskFiles; // what SQLite calls

    enum class Kind { Found, Create, Write, Truncate, Sync, Delete };
    struct Change
    {
        Kind kind = Kind::Write;
        QString path;
        qint64 offset = 0; //!< of a write; the size of a truncation
        QByteArray bytes;
    };

    //! The code it fails with, or none where the change may happen.
    [[nodiscard]] std::optional<int> note(Change change);

    struct Private;
    Private *d;
};

} // namespace TestSupport
