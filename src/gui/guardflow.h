// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/services.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace Gui {

class RulesDialog;
class StopAtDialog;

//! From an operator's wish to the guard: rules, planned stops, what is to keep running.
class GuardFlow : public QObject
{
    Q_OBJECT
public:
    //! `window` is what dialogs are shown over, and the parent.
    GuardFlow(const Service::Services &services, QWidget *window);

    void editRules();
    //! Asks when; does nothing without a task that may still be running.
    void requestStopAt(const QList<Core::TaskKey> &tasks);
    void keepRunning(const QList<Core::TaskKey> &tasks);
    [[nodiscard]] bool canKeepRunning(const QList<Core::TaskKey> &tasks) const;

Q_SIGNALS:
    //! One sentence for the status bar.
    void done(const QString &summary);

private:
    const Service::Services m_services;
    QWidget *m_window;
    QPointer<RulesDialog> m_rulesDialog;
    QPointer<StopAtDialog> m_stopAtDialog;
};

} // namespace Gui
