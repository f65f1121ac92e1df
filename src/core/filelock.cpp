// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filelock.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Core {

#ifdef Q_OS_UNIX

namespace {

//! Whether `file` is still the one that `path` names: another process may have removed it in between.
[[nodiscard]] bool isAt(int file, const QByteArray &path)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(file, &opened) == 0 && ::stat(path.constData(), &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

//! Older versions lock with a QLockFile, which takes a file without a process id for somebody's for ever, and
//! one that it cannot lock for a living one's whatever it says.
void writeProcessId(int file)
{
    if (::ftruncate(file, 0) == 0) {
        ::dprintf(file, "%d\n", static_cast<int>(::getpid()));
    }
}

} // namespace

FileLock::FileLock(const QString &path)
    : m_path(QFile::encodeName(path))
{
}

FileLock::~FileLock()
{
    if (isLocked()) {
        ::unlink(m_path.constData());
        ::close(m_file);
    }
}

FileLock::Outcome FileLock::lock()
{
    constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;
    constexpr int mostAttempts = 10;
    int reason = 0;
    for (int attempt = 0; attempt < mostAttempts && !isLocked(); ++attempt) {
        const int file = ::open(m_path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, ownerOnly);
        if (file < 0) {
            return Outcome::Impossible;
        }
        reason = ::flock(file, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
        if (reason == 0 && isAt(file, m_path)) {
            writeProcessId(file);
            m_file = file;
        } else {
            ::close(file);
        }
    }
    if (isLocked()) {
        return Outcome::Locked;
    }
    errno = reason;
    return reason == 0 || reason == EWOULDBLOCK ? Outcome::HeldElsewhere : Outcome::Impossible;
}

bool FileLock::isLocked() const
{
    return m_file >= 0;
}

bool FileLock::isHeld(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool isHeld = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return isHeld;
}

void FileLock::removeUnlessHeld(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = ::open(name.constData(), O_RDWR | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 && isAt(file, name)) {
        ::unlink(name.constData());
    }
    ::close(file);
}

#else // there a QLockFile is kept by the system's own exclusive handle, and cannot be taken for a dead one's

FileLock::FileLock(const QString &path)
    : m_lock(std::make_unique<QLockFile>(path))
{
    m_lock->setStaleLockTime(0); // held for months, maybe; only its end makes it stale
}

FileLock::~FileLock() = default;

FileLock::Outcome FileLock::lock()
{
    if (m_lock->tryLock(0)) {
        return Outcome::Locked;
    }
    return m_lock->error() == QLockFile::LockFailedError ? Outcome::HeldElsewhere : Outcome::Impossible;
}

bool FileLock::isLocked() const
{
    return m_lock->isLocked();
}

bool FileLock::isHeld(const QString &path)
{
    return QFile::exists(path) && FileLock(path).lock() == Outcome::HeldElsewhere;
}

void FileLock::removeUnlessHeld(const QString &path)
{
    (void)isHeld(path); // to try is to remove
}

#endif

} // namespace Core
