// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#ifdef Q_OS_WIN
#include <QMutex>

#include <windows.h>
#else
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Cli {

#ifdef Q_OS_WIN

class Interruption::Watch
{
public:
    explicit Watch(Interruption &owner)
    {
        const QMutexLocker lock(&mutex);
        target = &owner;
        SetConsoleCtrlHandler(&Watch::handle, TRUE);
    }
    ~Watch()
    {
        SetConsoleCtrlHandler(&Watch::handle, FALSE);
        const QMutexLocker lock(&mutex);
        target = nullptr;
    }

private:
    // Runs in a thread that the system makes for it.
    static BOOL WINAPI handle(DWORD)
    {
        const QMutexLocker lock(&mutex);
        if (target == nullptr) {
            return FALSE;
        }
        QMetaObject::invokeMethod(target, &Interruption::interrupted, Qt::QueuedConnection);
        return TRUE;
    }

    static inline QMutex mutex;
    static inline Interruption *target = nullptr;
};

#else

class Interruption::Watch
{
public:
    explicit Watch(Interruption &owner)
    {
        if (::pipe(m_pipe.data()) != 0) {
            return; // without a pipe the signals keep ending the process at once
        }
        for (const int end : m_pipe) {
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
            ::fcntl(end, F_SETFL, O_NONBLOCK);
        }
        writeEnd = m_pipe[1];
        m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &owner, [this, &owner] {
            char byte = 0;
            if (::read(m_pipe[0], &byte, 1) == 1) {
                Q_EMIT owner.interrupted();
            }
        });
        struct sigaction action = {};
        action.sa_handler = &Watch::handle;
        action.sa_flags = SA_RESTART;
        for (std::size_t i = 0; i < signals.size(); ++i) {
            ::sigaction(signals.at(i), &action, &m_before.at(i));
        }
        // nohup asked for the terminal's end to be ignored; that stays.
        if (m_before.back().sa_handler == SIG_IGN) {
            ::sigaction(signals.back(), &m_before.back(), nullptr);
        }
    }
    ~Watch()
    {
        if (!m_notifier) {
            return;
        }
        for (std::size_t i = 0; i < signals.size(); ++i) {
            ::sigaction(signals.at(i), &m_before.at(i), nullptr);
        }
        writeEnd = -1;
        m_notifier.reset();
        for (const int end : m_pipe) {
            ::close(end);
        }
    }
    Q_DISABLE_COPY_MOVE(Watch)

private:
    // Async-signal-safe: writes one byte, nothing else.
    static void handle(int)
    {
        const int errnoBefore = errno;
        const char byte = 1;
        [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
        errno = errnoBefore;
    }

    static constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};
    static inline volatile std::sig_atomic_t writeEnd = -1;

    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, signals.size()> m_before{};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

#endif

Interruption::Interruption(QObject *parent)
    : QObject(parent)
    , m_watch(std::make_unique<Watch>(*this))
{
}

Interruption::~Interruption() = default;

} // namespace Cli
