// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileuse.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace Storage {

FileUse::FileUse(QString directory)
    : m_directory(std::move(directory))
{
}

FileUse::~FileUse()
{
    end();
}

#ifdef Q_OS_UNIX

bool FileUse::lock(int operation)
{
    if (m_file < 0) {
        m_file = ::open(QFile::encodeName(m_directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    int done = -1;
    do {
        done = ::flock(m_file, operation);
    } while (done != 0 && errno == EINTR);
    return done == 0;
}

void FileUse::share()
{
    (void)lock(LOCK_SH);
}

bool FileUse::takeAlone()
{
    return lock(LOCK_EX | LOCK_NB) || errno != EWOULDBLOCK;
}

void FileUse::end()
{
    if (m_file >= 0) {
        ::close(m_file);
        m_file = -1;
    }
}

#else // there a file that another has open cannot be renamed

void FileUse::share() { }

bool FileUse::takeAlone()
{
    return true;
}

void FileUse::end() { }

#endif

} // namespace Storage
