// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/watchjob.h"

#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "cli/taskview.h"
#include "core/clock.h"
#include "service/dispatcher.h"
#include "text/errorsentences.h"
#include "text/formats.h"

#include <algorithm>
#include <utility>

namespace Cli {

namespace {

constexpr int mostQuestions = 10;
constexpr int redrawMs = 1000;

[[nodiscard]] bool runsLonger(const Core::PushTask &a, const Core::PushTask &b)
{
    if (a.isRunning() != b.isRunning()) {
        return a.isRunning();
    }
    const QDateTime aStart = a.startTime.isValid() ? a.startTime : a.createTime;
    const QDateTime bStart = b.startTime.isValid() ? b.startTime : b.createTime;
    return aStart != bStart ? aStart < bStart : a.key.taskId < b.key.taskId;
}

} // namespace

WatchJob::WatchJob(const Service::Services &services, Output &output, const Command &command,
                   const QProcessEnvironment &environment, Terminal terminal, QObject *parent)
    : ReadJob(services, output, command, environment, parent)
    , m_isTable(terminal.isOutput && !command.isJson)
    , m_book(nullptr)
    , m_sync(services.accounts, services.dispatcher, m_book)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(command.watchIntervalMs);
    m_redraw.setInterval(redrawMs);
    connect(&m_redraw, &QTimer::timeout, this, &WatchJob::draw);
    connect(&m_book, &Service::TaskBook::tasksChanged, this, &WatchJob::onChanged);
}

WatchJob::~WatchJob() = default;

void WatchJob::ask(const Core::Account &account)
{
    m_watch = std::make_unique<Service::AccountWatch>(account.id, m_services.accounts, m_sync, m_book,
                                                      m_services.clock, mostQuestions);
    m_watch->restrictTo({m_command.sdkAppId});
    connect(m_watch.get(), &Service::AccountWatch::looked, this, &WatchJob::onLooked);
    connect(&m_pause, &QTimer::timeout, m_watch.get(), &Service::AccountWatch::look);
    if (m_isTable) {
        m_output.openScreen();
        m_redraw.start();
    }
    m_watch->look();
}

void WatchJob::onLooked(const Service::Look &look)
{
    if (isEnded()) {
        return;
    }
    const std::optional<Core::Error> error =
        look.error || look.refused.isEmpty() ? look.error : std::optional(look.refused.constFirst().second);
    if (error && (Service::needsAPerson(*error) || !look.refused.isEmpty())) {
        m_output.closeScreen();
        refuse(*error, ExitFailed);
        return;
    }
    if (error) {
        sayError(*error);
    } else {
        m_problem.clear();
        m_lookedAt = m_services.clock.nowUtc();
    }
    if (!look.isComplete && !std::exchange(m_hasSaidIncomplete, true) && !m_isTable) {
        m_output.note(
            tr("The service knows of more tasks than it lists; those it does not list are not found."));
    }
    draw();
    m_pause.start();
}

void WatchJob::onChanged(const QList<Core::PushTask> &tasks)
{
    if (m_isTable) {
        return;
    }
    for (const Core::PushTask &task : tasks) {
        const auto before = m_said.constFind(task.key);
        if (before != m_said.cend() && before->status == task.status
            && before->hasVanished() == task.hasVanished()) {
            continue;
        }
        m_output.object(changeRecord(task, before == m_said.cend() ? std::nullopt : std::optional(*before),
                                     m_services.clock.nowUtc()));
        m_said.insert(task.key, task);
    }
}

//! Once for as long as it lasts.
void WatchJob::sayError(const Core::Error &error)
{
    const QString problem = Text::explain(error).title;
    if (std::exchange(m_problem, problem) != problem && !m_isTable) {
        reportError(m_output, error);
    }
}

void WatchJob::draw()
{
    if (!m_isTable || isEnded()) {
        return;
    }
    QList<Core::PushTask> tasks = m_book.tasks();
    std::ranges::sort(tasks, runsLonger);
    const auto running = std::ranges::count_if(tasks, &Core::PushTask::isRunning);
    QStringList lines{tr("Application %1: %n running", nullptr, static_cast<int>(running))
                          .arg(m_command.sdkAppId.toString()),
                      m_lookedAt.isValid() ? tr("As of %1. Ctrl-C ends.").arg(Text::localDateTime(m_lookedAt))
                                           : tr("Asking… Ctrl-C ends.")};
    if (!m_problem.isEmpty()) {
        lines.append(m_problem);
    } else if (m_hasSaidIncomplete) {
        lines.append(
            tr("The service knows of more tasks than it lists; those it does not list are not found."));
    }
    lines.append(QString());
    lines += watchTable(tasks, m_services.clock.nowUtc());
    m_output.drawScreen(lines, terminalRows());
}

void WatchJob::interrupt()
{
    m_services.dispatcher.close();
    m_output.closeScreen();
    end(ExitDone);
}

} // namespace Cli
