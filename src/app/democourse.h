// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "cli/stopreport.h"
#include "core/pushtask.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace App {

//! What the demo does without a person: waits until it knows how the tasks are, stops one that runs and one
//! that has ended, reports both and looks at all once more.
class DemoCourse : public QObject
{
    Q_OBJECT
public:
    DemoCourse(const Service::Services &services, Cli::Output &output, QObject *parent = nullptr);

    //! `tasks` are being refreshed now.
    void start(const QList<Core::TaskKey> &tasks);

Q_SIGNALS:
    //! Once. `isRight`: the running one is confirmed stopped, the other one was stopped already.
    void finished(bool isRight);

private:
    void onAnswered(const Core::TaskKey &task);
    void stopTwo();
    void onSettled(const Service::StopResult &result);
    void end(bool isRight);

    Service::Services m_services;
    Cli::Output &m_output;
    QList<Core::TaskKey> m_tasks;
    QSet<Core::TaskKey> m_awaited;
    Core::TaskKey m_running;
    Core::TaskKey m_ended;
    std::optional<Cli::StopReport> m_report;
    int m_settled = 0;
    int m_right = 0;
    bool m_hasEnded = false;
};

} // namespace App
