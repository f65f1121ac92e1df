// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace Storage {

//! Says to other processes that this run of the program is alive: a locked file runs/<id>.lock. The lock is
//! the kernel's and ends with the process however it ends. On Unix a QLockFile is not used, because it
//! believes a process id, which a container gives to every run, and takes a lock of another host name for
//! alive for ever.
class OwnerLease
{
public:
    //! `directory` is the database's. Sweeps the files of runs that have ended.
    explicit OwnerLease(QString directory);
    ~OwnerLease();
    Q_DISABLE_COPY_MOVE(OwnerLease)

    //! A UUID without braces, new for every run.
    [[nodiscard]] const QString &id() const { return m_id; }
    //! False where the file could not be made: other processes will take this run for ended.
    [[nodiscard]] bool isHeld() const { return m_file >= 0; }
    //! Whether the run `otherId` has not ended yet; true for the own id while isHeld().
    [[nodiscard]] bool isAlive(const QString &otherId) const { return isAlive(m_directory, otherId); }
    //! The same without a lease of one's own; from any thread.
    [[nodiscard]] static bool isAlive(const QString &directory, const QString &id);

private:
    QString m_directory;
    QString m_id;
    int m_file = -1; //!< the locked file; -1 without one
    std::unique_ptr<QLockFile> m_lock; //!< where the system has no flock()
};

} // namespace Storage
