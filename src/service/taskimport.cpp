// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskimport.h"

#include "service/taskfile.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace Service {

TaskImport::TaskImport(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (std::exchange(m_isReading, false)) {
            Q_EMIT finished(m_watcher.result());
        }
    });
}

void TaskImport::readFiles(const QStringList &paths)
{
    start([paths] { return readTaskFiles(paths); });
}

void TaskImport::readText(const QString &text)
{
    start([text] { return parsePastedTasks(text); });
}

void TaskImport::cancel()
{
    m_isReading = false;
}

void TaskImport::start(std::function<Pieces()> work)
{
    const auto promise = std::make_shared<QPromise<Pieces>>();
    m_isReading = true;
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace Service
