// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filelock.h"

#include <QLocalServer>
#include <QObject>

namespace App {

//! One window for each user and data directory. The first one keeps a lock and listens; whatever a run that
//! died left behind is taken over.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataDirectory, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! Tries to be the first one; true also where the directory cannot be written (the database will say
    //! so), or later starts cannot reach it (the log says so).
    [[nodiscard]] bool claim();
    //! Asks the first one to show its window and to do what `wish` says to it (any bytes); waits up to
    //! `timeoutMs` for its word. False: it does not answer.
    [[nodiscard]] bool raiseFirst(const QByteArray &wish, int timeoutMs = 3000) const;

Q_SIGNALS:
    //! A later start wants the window to be shown. `token` lets it come to the front; both may be empty.
    void raiseRequested(const QByteArray &token, const QByteArray &wish);

private:
    void greet();

    QString m_directory;
    QString m_address;
    Core::FileLock m_lock;
    QLocalServer m_server;
};

} // namespace App
