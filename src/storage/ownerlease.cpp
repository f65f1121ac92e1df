// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ownerlease.h"

#include "core/logcategories.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

[[nodiscard]] QString runsIn(const QString &directory)
{
    return QDir(directory).filePath(u"runs"_s);
}

[[nodiscard]] QString lockFile(const QString &directory, const QString &id)
{
    return QString(runsIn(directory) + u'/' + id + u".lock"_s);
}

} // namespace

#ifdef Q_OS_UNIX

namespace {

//! Whether `file` is still the one that `path` names: a sweep of another process may have come between.
[[nodiscard]] bool isAt(int file, const QByteArray &path)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(file, &opened) == 0 && ::stat(path.constData(), &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

//! -1 where it cannot be made.
[[nodiscard]] int makeLocked(const QByteArray &path)
{
    constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;
    for (int attempt = 0; attempt < 10; ++attempt) {
        const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, ownerOnly);
        if (file < 0) {
            return -1;
        }
        if (::flock(file, LOCK_EX | LOCK_NB) == 0 && isAt(file, path)) {
            return file;
        }
        ::close(file);
    }
    return -1;
}

void removeIfEnded(const QByteArray &path)
{
    const int file = ::open(path.constData(), O_RDWR | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 && isAt(file, path)) {
        ::unlink(path.constData());
    }
    ::close(file);
}

} // namespace

OwnerLease::OwnerLease(QString directory)
    : m_directory(std::move(directory))
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    const QDir runs(runsIn(m_directory));
    runs.mkpath(u"."_s);
    const QStringList locks = runs.entryList({u"*.lock"_s}, QDir::Files);
    for (const QString &lock : locks) {
        removeIfEnded(QFile::encodeName(runs.filePath(lock)));
    }
    m_file = makeLocked(QFile::encodeName(lockFile(m_directory, m_id)));
    if (m_file < 0) {
        qCWarning(Core::storageLog) << "cannot lock a file in" << runs.path() << qt_error_string(errno);
    }
}

OwnerLease::~OwnerLease()
{
    if (m_file >= 0) {
        ::unlink(QFile::encodeName(lockFile(m_directory, m_id)).constData());
        ::close(m_file);
    }
}

bool OwnerLease::isAlive(const QString &directory, const QString &id)
{
    if (QUuid::fromString(id).isNull()) {
        return false; // nothing that a lease gave out, and no path either
    }
    const int file = ::open(QFile::encodeName(lockFile(directory, id)).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool isLocked = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return isLocked;
}

#else // there a QLockFile is kept by the system's own exclusive handle, and cannot be taken for a dead one's

OwnerLease::OwnerLease(QString directory)
    : m_directory(std::move(directory))
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QDir(runsIn(m_directory)).mkpath(u"."_s);
    m_lock = std::make_unique<QLockFile>(lockFile(m_directory, m_id));
    m_lock->setStaleLockTime(0);
    m_file = m_lock->tryLock(0) ? 0 : -1;
}

OwnerLease::~OwnerLease() = default;

bool OwnerLease::isAlive(const QString &directory, const QString &id)
{
    if (QUuid::fromString(id).isNull() || !QFile::exists(lockFile(directory, id))) {
        return false;
    }
    QLockFile probe(lockFile(directory, id));
    probe.setStaleLockTime(0);
    return !probe.tryLock(0);
}

#endif

} // namespace Storage
