// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/terminationsignal.h"

#include <QSocketNotifier>

#include <csignal>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Simulator {

#ifdef Q_OS_UNIX

namespace {

int pipeEnds[2] = {-1, -1}; // a signal handler can reach nothing but statics

void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

TerminationSignal::TerminationSignal()
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the default action still ends the process
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminationSignal::raised);
    struct sigaction action = {};
    action.sa_handler = wake;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

#else

TerminationSignal::TerminationSignal() = default;

#endif

TerminationSignal::~TerminationSignal() = default;

} // namespace Simulator
