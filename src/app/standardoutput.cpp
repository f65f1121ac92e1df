// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/standardoutput.h"

#include <cstdio>
#include <tuple>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace App {

StandardOutput::StandardOutput()
{
    // A closed standard output is no reason to stop working: writes are lost then.
    std::ignore = m_out.open(::fileno(stdout), QIODevice::WriteOnly | QIODevice::Unbuffered);
    std::ignore = m_err.open(::fileno(stderr), QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool StandardOutput::isErrTerminal()
{
#ifdef Q_OS_WIN
    return ::_isatty(::_fileno(stderr)) != 0;
#else
    return ::isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace App
