// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/programs.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <tuple>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace TestSupport {

bool SimulatorProcess::start(const QStringList &arguments)
{
    m_process.start(QStringLiteral(SIMULATOR_EXECUTABLE), QStringList{u"--port"_s, u"0"_s} + arguments);
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(20'000)) {
            return false;
        }
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    return !secretId().isEmpty();
}

SimulatorProcess::~SimulatorProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

void SimulatorProcess::giveWay()
{
    m_process.setChildProcessModifier([] { std::ignore = ::nice(10); });
}

QJsonArray SimulatorProcess::journal() const
{
    return page("journal"_L1).value("entries"_L1).toArray();
}

QJsonArray SimulatorProcess::tasks() const
{
    return page("tasks"_L1).value("tasks"_L1).toArray();
}

QJsonObject SimulatorProcess::page(QLatin1StringView name) const
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.get(QNetworkRequest(QUrl(QString(url().toString() + "/_simulator/"_L1 + name)))));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

QList<QJsonObject> SimulatorProcess::deliveries(const QString &action) const
{
    QList<QJsonObject> found;
    const QJsonArray entries = journal();
    for (const QJsonValue &entry : entries) {
        if (entry.toObject().value("action"_L1).toString() == action) {
            found.append(entry.toObject());
        }
    }
    return found;
}

QList<QJsonObject> ConsoleRun::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty()) {
            objects.append(QJsonDocument::fromJson(line).object());
        }
    }
    return objects;
}

ConsoleHome::ConsoleHome()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    const QString home = m_directory.path();
    m_environment.insert(u"HOME"_s, home);
    m_environment.insert(u"XDG_DATA_HOME"_s, QString(home + "/data"_L1));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, QString(home + "/config"_L1));
    m_environment.insert(u"XDG_CACHE_HOME"_s, QString(home + "/cache"_L1));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, home);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"TENCENTCLOUD_SECRET_ID"_s,
          u"TENCENTCLOUD_SECRET_KEY"_s, u"TENCENTCLOUD_TOKEN"_s, u"TENCENTCLOUD_REGION"_s}) {
        m_environment.remove(name);
    }
}

void ConsoleHome::setCredentials(const QString &secretId, const QString &secretKey)
{
    m_environment.remove(u"TENCENTCLOUD_SECRET_ID"_s);
    m_environment.remove(u"TENCENTCLOUD_SECRET_KEY"_s);
    if (!secretId.isEmpty()) {
        m_environment.insert(u"TENCENTCLOUD_SECRET_ID"_s, secretId);
        m_environment.insert(u"TENCENTCLOUD_SECRET_KEY"_s, secretKey);
    }
}

void ConsoleHome::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void ConsoleHome::setPlatform(const QString &platform)
{
    m_environment.remove(u"QT_QPA_PLATFORM"_s);
    if (!platform.isEmpty()) {
        m_environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    }
}

std::unique_ptr<QProcess> ConsoleHome::start(const QStringList &arguments, const QByteArray &input) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_directory.path());
    process->start(QStringLiteral(CONSOLE_EXECUTABLE), arguments);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

ConsoleRun ConsoleHome::run(const QStringList &arguments, const QByteArray &input, int timeoutMs) const
{
    const std::unique_ptr<QProcess> process = start(arguments, input);
    ConsoleRun run;
    if (process->waitForFinished(timeoutMs) && process->exitStatus() == QProcess::NormalExit) {
        run.exitCode = process->exitCode();
    } else {
        process->kill();
        process->waitForFinished(5000);
    }
    run.out = process->readAllStandardOutput();
    run.err = process->readAllStandardError();
    return run;
}

QStringList reaching(const SimulatorProcess &simulator)
{
    return {u"--endpoint"_s, simulator.url().toString(), u"--region"_s, u"ap-singapore"_s};
}

} // namespace TestSupport
