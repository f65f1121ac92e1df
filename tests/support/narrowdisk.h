// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace TestSupport {

#ifdef Q_OS_UNIX
//! A disk on which this process makes no file longer than this, as long as it lives.
class NarrowDisk
{
public:
    static constexpr bool isPossible = true;

    explicit NarrowDisk(int mostBytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN)) // it would end the process
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit narrow{static_cast<rlim_t>(mostBytes), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &narrow);
    }
    ~NarrowDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(NarrowDisk)

private:
    void (*m_handler)(int);
    rlimit m_before{};
};
#else
class NarrowDisk
{
public:
    static constexpr bool isPossible = false;

    explicit NarrowDisk(int /*mostBytes*/) { }
};
#endif

} // namespace TestSupport
