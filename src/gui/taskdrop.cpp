// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/taskdrop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace Gui {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

OfferedTasks offeredTasks(const QMimeData *data)
{
    OfferedTasks tasks;
    if (data == nullptr)
        return tasks;
    tasks.files = localFiles(data);
    if (tasks.files.isEmpty())
        tasks.text = data->text();
    return tasks;
}

bool mayOfferTasks(const QMimeData *data)
{
    return data != nullptr && (data->hasText() || data->hasUrls());
}

TaskDrop::TaskDrop(QWidget *target)
    : QObject(target)
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

bool TaskDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        break;
    default:
        return QObject::eventFilter(watched, event);
    }
    auto *drop = static_cast<QDropEvent *>(event); // the drag events are kinds of it
    if (!mayOfferTasks(drop->mimeData())) {
        drop->ignore();
        return true;
    }
    // Copied, whatever the other side proposes: a move would delete what was dragged.
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) {
        const OfferedTasks tasks = offeredTasks(drop->mimeData());
        if (!tasks.isEmpty())
            Q_EMIT dropped(tasks);
    }
    return true;
}

} // namespace Gui
