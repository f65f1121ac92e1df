// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#ifndef Q_OS_UNIX
#include <QLockFile>

#include <memory>
#endif

namespace Core {

//! A file that one process has at a time. The lock is the kernel's and ends with the process however it ends;
//! nothing is synced for it. On Unix a QLockFile is not used, because it believes a process id, which a
//! container gives to every run, and takes a lock of another host or machine id for alive for ever.
class FileLock
{
public:
    enum class Outcome {
        Locked,
        HeldElsewhere,
        Impossible, //!< the file cannot be made, or its file system has no locks; errno says why
    };

    explicit FileLock(const QString &path);
    //! A file that was locked is gone then.
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    //! Makes the file, for its owner alone, where it is not there. Does not wait.
    [[nodiscard]] Outcome lock();
    [[nodiscard]] bool isLocked() const;

    //! Whether any process has the file of this name locked. From any thread.
    [[nodiscard]] static bool isHeld(const QString &path);
    //! What a run left that died.
    static void removeUnlessHeld(const QString &path);

private:
#ifdef Q_OS_UNIX
    QByteArray m_path;
    int m_file = -1; //!< the locked file; -1 without one
#else
    std::unique_ptr<QLockFile> m_lock;
#endif
};

} // namespace Core
