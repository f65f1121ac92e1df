// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/result.h"
#include "service/services.h"

#include <QObject>

class QWidget;

namespace Gui {

class UserPrompt;

//! Asks for a file and writes tasks, or the whole journal, into it.
class ExportFlow : public QObject
{
    Q_OBJECT
public:
    //! A child of `window`. `services` and `prompt` outlive it.
    ExportFlow(const Service::Services &services, UserPrompt &prompt, QWidget *window);

    //! In this order, as they are when they are written.
    void exportTasks(const QList<Core::TaskKey> &tasks);
    //! Every request, newest first.
    void exportJournal();

Q_SIGNALS:
    void message(const QString &text);

private:
    void report(QObject *job, const QString &title, const QString &path, const Core::Result<qint64> &count);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    QWidget *const m_window;
};

} // namespace Gui
