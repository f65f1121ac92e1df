// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace TestSupport {

//! The built simulator as a process of its own.
class SimulatorProcess
{
public:
    //! Before start(): where processors are few, everything else goes first.
    void giveWay();
    //! `arguments` beside --port 0. False if it did not say that it is ready within 20 s.
    [[nodiscard]] bool start(const QStringList &arguments = {});
    ~SimulatorProcess();

    [[nodiscard]] QUrl url() const { return QUrl(m_ready.value(QLatin1StringView("url")).toString()); }
    [[nodiscard]] QString secretId() const { return m_ready.value(QLatin1StringView("secretId")).toString(); }
    [[nodiscard]] QString secretKey() const
    {
        return m_ready.value(QLatin1StringView("secretKey")).toString();
    }
    //! Every delivery, as GET /_simulator/journal tells it.
    [[nodiscard]] QJsonArray journal() const;
    //! As GET /_simulator/tasks tells them.
    [[nodiscard]] QJsonArray tasks() const;
    //! Deliveries of one action.
    [[nodiscard]] QList<QJsonObject> deliveries(const QString &action) const;
    [[nodiscard]] QString errorOutput() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    [[nodiscard]] QJsonObject page(QLatin1StringView name) const;

    QProcess m_process;
    QJsonObject m_ready;
};

//! What a run of the console came to.
struct ConsoleRun
{
    int exitCode = -1; //!< -1: did not end in time or was killed
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QList<QJsonObject> lines() const; //!< of --json
};

//! A home directory of its own, in which the built console runs without a display, keyring or D-Bus.
class ConsoleHome
{
public:
    ConsoleHome();

    //! Credentials for the environment; empty ones are taken out of it.
    void setCredentials(const QString &secretId, const QString &secretKey);
    void setVariable(const QString &name, const QString &value);
    //! QT_QPA_PLATFORM; empty takes it out.
    void setPlatform(const QString &platform);
    [[nodiscard]] QProcessEnvironment environment() const { return m_environment; }
    [[nodiscard]] QString path() const { return m_directory.path(); }
    [[nodiscard]] ConsoleRun run(const QStringList &arguments, const QByteArray &input = {},
                                 int timeoutMs = 60'000) const;
    //! Started, not waited for.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments,
                                                  const QByteArray &input = {}) const;

private:
    QTemporaryDir m_directory;
    QProcessEnvironment m_environment;
};

//! {"--endpoint", URL, "--region", "ap-singapore"}: how a command reaches the simulator.
[[nodiscard]] QStringList reaching(const SimulatorProcess &simulator);

} // namespace TestSupport
