// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace TestSupport {

//! A D-Bus daemon of the test's own, which nobody else is on.
class PrivateBus
{
public:
    ~PrivateBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    //! Whether there is a daemon to start.
    [[nodiscard]] static bool isInstalled() { return !QStandardPaths::findExecutable(daemon()).isEmpty(); }
    //! False if it does not listen within 10 s.
    [[nodiscard]] bool start()
    {
        m_daemon.setStandardErrorFile(QProcess::nullDevice());
        m_daemon.start(daemon(),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"),
                        QStringLiteral("--print-address"),
                        QString(QStringLiteral("--address=") + address())});
        return m_daemon.waitForReadyRead(10'000); // it prints the address when it listens
    }
    [[nodiscard]] QString address() const
    {
        return QStringLiteral("unix:path=") + m_directory.filePath(QStringLiteral("bus"));
    }

private:
    [[nodiscard]] static QString daemon() { return QStringLiteral("dbus-daemon"); }

    QTemporaryDir m_directory;
    QProcess m_daemon;
};

} // namespace TestSupport
