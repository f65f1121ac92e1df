// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/pastedtasks.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <functional>

namespace Service {

//! Reads files and long texts on a worker, for a window that goes on answering. UI thread.
class TaskImport : public QObject
{
    Q_OBJECT
public:
    explicit TaskImport(QObject *parent = nullptr);

    //! finished() follows once; a new start makes an older one void.
    void readFiles(const QStringList &paths);
    void readText(const QString &text);
    //! What is being read is not reported any more.
    void cancel();
    [[nodiscard]] bool isReading() const { return m_isReading; }

Q_SIGNALS:
    void finished(const QList<Service::PastedTask> &pieces);

private:
    using Pieces = QList<PastedTask>;

    void start(std::function<Pieces()> work);

    QFutureWatcher<Pieces> m_watcher;
    bool m_isReading = false;
};

} // namespace Service
