// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>

#include <iostream>
#include <string>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace Cli {

namespace {

constexpr int usualRows = 24;

[[nodiscard]] bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return ::_isatty(::_fileno(stream)) != 0;
#else
    return ::isatty(::fileno(stream)) != 0;
#endif
}

} // namespace

Terminal terminalOfProcess()
{
    return {isTerminal(stdin) && isTerminal(stderr), isTerminal(stdout)};
}

int terminalRows()
{
#ifndef Q_OS_WIN
    struct winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0) {
        return size.ws_row;
    }
#endif
    return usualRows;
}

YesOrNo::YesOrNo(QObject *parent)
    : QObject(parent)
{
#ifdef Q_OS_WIN
    QTimer::singleShot(0, this, &YesOrNo::read);
#else
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &YesOrNo::read);
#endif
}

YesOrNo::~YesOrNo() = default;

void YesOrNo::read()
{
#ifdef Q_OS_WIN
    std::string line; // a console of Windows has no notifier: this waits
    std::getline(std::cin, line);
    m_line = QByteArray::fromStdString(line);
    conclude();
#else
    QByteArray piece(256, '\0');
    const auto count = ::read(STDIN_FILENO, piece.data(), static_cast<size_t>(piece.size()));
    if (count > 0) {
        m_line += piece.left(count);
    }
    if (count <= 0 || m_line.contains('\n')) {
        conclude();
    }
#endif
}

void YesOrNo::conclude()
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
    }
    const QByteArray word = m_line.trimmed().toLower();
    Q_EMIT answered(word == "y" || word == "yes");
}

} // namespace Cli
