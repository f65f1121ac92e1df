// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exportflow.h"

#include "core/redaction.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/history.h"
#include "service/taskbook.h"
#include "text/errorsentences.h"
#include "text/exportrecords.h"

#include <QFileInfo>
#include <QWidget>

#include <algorithm>
#include <limits>
#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype tasksAtOnce = 500;
constexpr int requestsAtOnce = 1000;

FileQuestion fileQuestion(const QString &title, const QString &name)
{
    return {.title = title,
            .suggestedPath = name,
            .nameFilter = ExportFlow::tr("CSV for spreadsheets (*.csv);;JSON (*.json)"),
            .defaultSuffix = u"csv"_s};
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

RecordExport::Source requestSource(Service::History &history)
{
    Core::HistoryQuery first;
    first.limit = requestsAtOnce;
    return [&history, query = first](QObject *context, const RecordExport::Take &take) mutable {
        history.page(query, context, [take, &query](const Core::Result<QList<Core::HistoryEntry>> &entries) {
            if (!entries) {
                take(Core::failure(entries.error()));
                return;
            }
            RecordExport::Batch batch;
            for (const Core::HistoryEntry &entry : *entries) {
                batch.append(Text::requestRecord(entry));
                query.beforeEventId = entry.eventId;
            }
            take(batch);
        });
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
    m_prompt.askSaveFile(fileQuestion(title, u"tasks.csv"_s), m_window,
                         [this, title, tasks](const QString &path) {
                             run(title, path, Text::taskRecordNames(), taskSource(m_services, tasks));
                         });
}

void ExportFlow::exportJournal()
{
    const QString title = tr("Export the journal");
    m_prompt.askSaveFile(fileQuestion(title, u"journal.csv"_s), m_window, [this, title](const QString &path) {
        run(title, path, Text::requestRecordNames(), requestSource(m_services.history));
    });
}

void ExportFlow::run(const QString &title, const QString &path, const QStringList &names,
                     RecordExport::Source source)
{
    auto *job = new RecordExport(path, names, std::move(source), this);
    const QString name = Core::plainText(QFileInfo(path).fileName(), 100);
    connect(job, &RecordExport::finished, this, [this, job, title, name](const Core::Result<qint64> &count) {
        job->deleteLater();
        if (count) {
            const int shown = static_cast<int>(std::min<qint64>(*count, std::numeric_limits<int>::max()));
            Q_EMIT message(tr("%n line(s) written to %1", nullptr, shown).arg(name));
            return;
        }
        const QString reason = count.error().detail.isEmpty() ? Text::explain(count.error()).title
                                                              : Core::plainText(count.error().detail, 300);
        m_prompt.tell(title, tr("The file could not be written: %1").arg(reason), m_window);
    });
    Q_EMIT message(tr("Writing %1…").arg(name));
    job->start();
}

} // namespace Gui
