// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exportflow.h"

#include "core/redaction.h"
#include "gui/historyexport.h"
#include "gui/recordexport.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/taskbook.h"
#include "text/errorsentences.h"
#include "text/exportrecords.h"

#include <QFileInfo>
#include <QHash>
#include <QWidget>

#include <algorithm>
#include <limits>
#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype tasksAtOnce = 500;

FileQuestion fileQuestion(const QString &title, const QString &name)
{
    return {.title = title,
            .suggestedPath = name,
            .nameFilter = ExportFlow::tr("CSV for spreadsheets (*.csv);;JSON (*.json)"),
            .defaultSuffix = u"csv"_s};
}

QString nameOf(const QString &path)
{
    return Core::plainText(QFileInfo(path).fileName(), 100);
}

//! Tasks that are gone by the time their turn comes are left out.
RecordExport::Source taskSource(const Service::Services &services, const QList<Core::TaskKey> &tasks)
{
    QHash<QString, QString> names;
    for (const Core::Account &account : services.accounts.all())
        names.insert(account.id, account.name);
    return [&book = services.book, tasks, names,
            next = qsizetype(0)](QObject *, const RecordExport::Take &take) mutable {
        RecordExport::Batch batch;
        while (next < tasks.size() && batch.size() < tasksAtOnce) {
            const Core::PushTask *task = book.find(tasks.at(next));
            ++next;
            if (task != nullptr)
                batch.append(Text::taskRecord(*task, names.value(task->key.accountId)));
        }
        take(batch);
    };
}

} // namespace

ExportFlow::ExportFlow(const Service::Services &services, UserPrompt &prompt, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
    , m_window(window)
{
}

void ExportFlow::exportTasks(const QList<Core::TaskKey> &tasks)
{
    const QString title = tr("Export tasks");
    m_prompt.askSaveFile(
        fileQuestion(title, u"tasks.csv"_s), m_window, [this, title, tasks](const QString &path) {
            auto *job = new RecordExport(path, Text::taskRecordNames(), taskSource(m_services, tasks), this);
            connect(job, &RecordExport::finished, this,
                    [this, job, title, path](const Core::Result<qint64> &count) {
                        report(job, title, path, count);
                    });
            Q_EMIT message(tr("Writing %1…").arg(nameOf(path)));
            job->start();
        });
}

void ExportFlow::exportJournal()
{
    const QString title = tr("Export the journal");
    m_prompt.askSaveFile(fileQuestion(title, u"journal.csv"_s), m_window, [this, title](const QString &path) {
        auto *job = new HistoryExport(m_services.history, {}, path, this);
        connect(job, &HistoryExport::finished, this,
                [this, job, title, path](qint64 requests) { report(job, title, path, requests); });
        connect(job, &HistoryExport::failed, this, [this, job, title, path](const Core::Error &error) {
            report(job, title, path, Core::failure(error));
        });
        Q_EMIT message(tr("Writing %1…").arg(nameOf(path)));
        job->start();
    });
}

void ExportFlow::report(QObject *job, const QString &title, const QString &path,
                        const Core::Result<qint64> &count)
{
    job->deleteLater();
    if (count) {
        const int shown = static_cast<int>(std::min<qint64>(*count, std::numeric_limits<int>::max()));
        Q_EMIT message(tr("%n line(s) written to %1", nullptr, shown).arg(nameOf(path)));
        return;
    }
    m_prompt.warn(title, Text::fileNotWritten(count.error()), m_window);
}

} // namespace Gui
