// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <clocale>
#include <csignal>
#include <cstring>
#include <langinfo.h>
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#if defined(Q_OS_LINUX) && !defined(CONSOLE_SANITIZED)
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace App {

namespace {

//! A dump of the memory would hold the keys.
void forbidMemoryDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX) && !defined(CONSOLE_SANITIZED)
    // The limit does not hold where the kernel hands dumps to a program. It also keeps other processes of
    // this user from reading the memory, which a leak checker has to.
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace

void prepareProcess()
{
    forbidMemoryDumps();
#ifdef Q_OS_UNIX
    ::umask(S_IRWXG | S_IRWXO);
    ::signal(SIGPIPE, SIG_IGN);
    // Qt works in UTF-8 anyway, but says so on standard error if the locale has another encoding ("C" has).
    // The language of messages is left as it is.
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) {
        const QByteArray all = qgetenv("LC_ALL");
        if (!all.isEmpty() && qEnvironmentVariableIsEmpty("LANGUAGE")) {
            qputenv("LANGUAGE", all);
        }
        qputenv(all.isEmpty() ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
    }
#endif
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    arguments.reserve(argc);
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return arguments;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"whiteboard-push-console"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CONSOLE_VERSION));
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

} // namespace App
