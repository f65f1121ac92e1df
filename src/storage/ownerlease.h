// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filelock.h"

#include <QString>

namespace Storage {

//! Says to other processes that this run of the program is alive: a locked file runs/<id>.lock. The lock is
//! the kernel's and ends with the process however it ends.
class OwnerLease
{
public:
    //! `directory` is the database's. Sweeps the files of runs that have ended.
    explicit OwnerLease(QString directory);

    //! A UUID without braces, new for every run.
    [[nodiscard]] const QString &id() const { return m_id; }
    //! False where the file could not be made: other processes will take this run for ended.
    [[nodiscard]] bool isHeld() const { return m_lock.isLocked(); }
    //! Whether the run `otherId` has not ended yet; true for the own id while isHeld().
    [[nodiscard]] bool isAlive(const QString &otherId) const { return isAlive(m_directory, otherId); }
    //! The same without a lease of one's own; from any thread.
    [[nodiscard]] static bool isAlive(const QString &directory, const QString &id);

private:
    QString m_directory;
    QString m_id;
    Core::FileLock m_lock;
};

} // namespace Storage
