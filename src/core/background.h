// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace Core {

//! Does `work` in a thread of the pool and calls `done` with what it came to, in `receiver`'s thread and
//! never before this function returns; not at all if `receiver` dies. `work` is pure: what it needs, it
//! holds, and that is let go of in the pool's thread too. Called in `receiver`'s thread.
template <typename T>
void inBackground(QObject *receiver, std::function<T()> work, std::function<void(T)> done)
{
    auto *const watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        QFuture<T> future = watcher->future();
        if (future.isResultReadyAt(0)) { // not if the pool was shut down
            done(future.takeResult());
        }
    });
    const auto promise = std::make_shared<QPromise<T>>();
    watcher->setFuture(promise->future());
    promise->start();
    const auto held = std::make_shared<std::function<T()>>(std::move(work));
    QThreadPool::globalInstance()->start([promise, held] {
        promise->addResult((*held)());
        *held = nullptr;
        promise->finish();
    });
}

} // namespace Core
