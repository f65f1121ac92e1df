// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batchworker.h"
#include "core/courier.h"
#include "storage/callback.h"
#include "storage/databasejob.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Storage {

class Connection;

//! The console's database: one worker thread with one SQLite connection behind it. All calls come from the
//! thread that owns this object; see Callback for how answers arrive. The order of the calls is the order of
//! their effects.
//!
//! Writes that are queued while the worker is busy are committed together: one transaction, one savepoint
//! each, so that a failing one takes none of the others along. A write is reported after it is on the disk.
//!
//! Until open() succeeded every call fails with open()'s error.
class Database : public QObject
{
    Q_OBJECT
public:
    //! What becomes of a damaged file that nobody has open.
    enum class Damaged { PutAside, Reported };

    //! `directory` is the profile's own; nothing is touched before open().
    explicit Database(QString directory, Damaged damaged = Damaged::PutAside, QObject *parent = nullptr);
    //! Carries out what is queued, then stops the thread. What was not reported by then is not reported any
    //! more.
    ~Database() override;

    //! Creates the directory (0700) and console.sqlite (0600) where they are missing, and migrates an older
    //! file. One that is damaged, empty or not this program's is renamed and a new one begun; see
    //! damagedFileKept(). Not while another connection has it open, which would go on writing into what was
    //! renamed: what can be read of it is used. May be called again after it failed. Errors: StorageNewer,
    //! StorageCorrupt (and it is in use, or could not be renamed), StorageReadOnly, StorageFull, StorageBusy,
    //! Storage; none of them changes what is in the file.
    void open(QObject *context, Callback<void> done);

    [[nodiscard]] const QString &directory() const { return m_directory; }

    //! Runs `work` in the worker thread in a savepoint of its own.
    template <typename T>
    void write(std::function<Core::Result<T>(Connection &)> work, QObject *context, Callback<T> done)
    {
        submit<T>(DatabaseJob::Kind::Write, std::move(work), context, std::move(done));
    }
    //! Runs `work` in the worker thread outside of a transaction; it only reads.
    template <typename T>
    void read(std::function<Core::Result<T>(Connection &)> work, QObject *context, Callback<T> done)
    {
        submit<T>(DatabaseJob::Kind::Read, std::move(work), context, std::move(done));
    }

Q_SIGNALS:
    //! The file was damaged; it lies beside the new one, under this path, as it was. Before open() reports.
    //! Sent by the worker's thread.
    void damagedFileKept(const QString &path);

private:
    template <typename T>
    void submit(DatabaseJob::Kind kind, std::function<Core::Result<T>(Connection &)> work, QObject *context,
                Callback<T> done)
    {
        // Written by the worker before it reports, read here after: the courier's lock is between them.
        auto result =
            std::make_shared<Core::Result<T>>(Core::failure(Core::Error::of(Core::ErrorKind::Canceled)));
        m_courier.expect(context, [result, done = std::move(done)] { done(std::move(*result)); });
        DatabaseJob job;
        job.kind = kind;
        job.run = [result, work = std::move(work)](Connection &connection) -> Core::Result<void> {
            *result = work(connection);
            if (!*result) {
                return Core::failure(result->error());
            }
            return {};
        };
        job.fail = [result](const Core::Error &error) { *result = Core::failure(error); };
        m_worker.push(std::move(job));
    }

    QString m_directory;
    Core::Courier m_courier;
    Core::BatchWorker<DatabaseJob> m_worker; // last: joined before the courier goes
};

} // namespace Storage
