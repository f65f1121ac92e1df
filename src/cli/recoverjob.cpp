// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recoverjob.h"

#include "cli/accountchoice.h"
#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "cli/startjob.h"
#include "config/settings.h"
#include "core/plaintext.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/recovery.h"

#include <QCoreApplication>
#include <QMap>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Cli {

RecoverJob::RecoverJob(const Service::Services &services, Output &output, Command command,
                       QProcessEnvironment environment, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
    , m_environment(std::move(environment))
{
}

void RecoverJob::start()
{
    if (m_isEnded) {
        return;
    }
    // Each intent knows its account and place; the environment's key is one of those that may have sent it.
    if (m_command.account.profile.isEmpty()) {
        const auto added = addEnvironmentAccount(m_command.account, m_environment, m_services.accounts);
        if (!added) {
            reportError(m_output, added.error());
            end(exitCodeBeforeSending(added.error()));
            return;
        }
    } else if (!m_services.accounts.byName(m_command.account.profile)) {
        m_output.note(tr("There is no profile \"%1\".").arg(m_command.account.profile.left(80)));
        end(ExitNoCredential);
        return;
    }
    connect(&m_services.recovery, &Service::Recovery::found, this, &RecoverJob::onFound);
    connect(&m_services.recovery, &Service::Recovery::settled, this, &RecoverJob::onSettled);
    connect(&m_services.recovery, &Service::Recovery::startSettled, this, &RecoverJob::onStartSettled);
    connect(&m_services.recovery, &Service::Recovery::failed, this, &RecoverJob::onFailed);
    connect(&m_services.recovery, &Service::Recovery::finished, this, &RecoverJob::onFinished);
    connect(&m_services.dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            [this](const Core::Endpoint &, qint64 seconds) { reportClockOffset(m_output, seconds); });
    m_services.recovery.start(m_command.deadlineMs.value_or(m_services.settings.confirmDeadlineMs()));
}

void RecoverJob::onFound(int openStops, int openStarts)
{
    if (openStops == 0) {
        if (openStarts == 0 && !m_command.isJson) {
            m_output.line(tr("Nothing is open."));
        }
        return;
    }
    m_report.emplace(m_output, m_command.isJson, QList<Core::TaskId>(openStops));
    m_report->begin();
}

void RecoverJob::onSettled(const Service::StopResult &result)
{
    if (m_isEnded) {
        return;
    }
    m_tally.add(result.outcome);
    if (m_report) {
        m_report->add(result);
    }
}

void RecoverJob::onStartSettled(const Service::StartResult &result)
{
    if (m_isEnded) {
        return;
    }
    m_tally.add(result.outcome);
    if (m_command.isJson) {
        m_output.object(startRecord(result));
        return;
    }
    m_output.line(startLine(result));
    if (result.error) {
        reportError(m_output, *result.error);
    }
}

void RecoverJob::onFailed(const Core::Error &error)
{
    m_hasFailed = true;
    reportError(m_output, error);
}

void RecoverJob::onFinished()
{
    if (m_isEnded) {
        return;
    }
    const int exitCode = m_isInterrupted ? ExitOpen : m_hasFailed ? ExitFailed : m_tally.code();
    if (m_isInterrupted || m_hasFailed) {
        end(exitCode);
        return;
    }
    m_services.recovery.unsentStops({}, this, [this, exitCode](const QList<Core::UnsentStop> &stops) {
        if (!m_isEnded) {
            end(exitCode);
            nameUnsent(stops);
        }
    });
}

//! They have their outcome, so that they are no news to scripts: on the second device alone.
void RecoverJob::nameUnsent(const QList<Core::UnsentStop> &stops)
{
    if (stops.isEmpty()) {
        return;
    }
    m_output.note(tr("%n stop(s) of the last seven days had no effect, and none came later: these tasks may "
                     "be running.",
                     nullptr, static_cast<int>(stops.size())));
    QMap<std::pair<QString, qint64>, QStringList> places;
    for (const Core::UnsentStop &stop : stops) {
        const Core::Intent &intent = stop.intent;
        places[{intent.profile, intent.task.sdkAppId.value}].append(intent.task.taskId.toString());
    }
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        m_output.note(tr("  Account %1, application %2: %3")
                          .arg(Core::oneLine(place.key().first), QString::number(place.key().second),
                               place->join(u' ')));
    }
    m_output.note(
        tr("To stop them: %1 stop --app SDKAPPID TASKID...").arg(QCoreApplication::applicationName()));
}

void RecoverJob::interrupt()
{
    if (m_isInterrupted || !m_services.recovery.isRunning()) {
        end(ExitOpen);
        return;
    }
    m_isInterrupted = true;
    m_services.dispatcher.close();
    m_services.recovery.cancel();
    QTimer::singleShot(endMs, this, [this] { end(ExitOpen); });
}

void RecoverJob::end(int exitCode)
{
    if (m_isEnded) {
        return;
    }
    m_isEnded = true;
    if (m_report) {
        m_report->end();
    }
    QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
}

} // namespace Cli
