// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/databasejob.h"
#include "storage/fileuse.h"

#include <QString>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Storage {

//! What the database's thread does. Lives in it.
class DatabaseThread
{
public:
    //! `report` is told how many jobs, counted from the first that was not reported yet, have their outcome;
    //! `tellKept` the name that a damaged file has now; without it one is reported and stays where it is.
    //! Both in the thread.
    DatabaseThread(QString directory, std::function<void(std::size_t)> report,
                   std::function<void(const QString &)> tellKept);

    //! Carries the jobs out in their order; neighbouring writes share a transaction.
    void process(std::vector<DatabaseJob> &batch);

private:
    void open(DatabaseJob &job);
    [[nodiscard]] Core::Result<void> openDirectory();
    //! For when the file is to be made, or may be damaged: one process at a time. A file that anybody has
    //! open stays where it is.
    [[nodiscard]] Core::Result<void> openAlone();
    [[nodiscard]] Core::Result<void> openFile();
    //! Damage that a job met is looked into by the next run, which may put the file aside: this one has
    //! requests on their way that belong to it.
    void noteDamage(const Core::Result<void> &done);
    void read(DatabaseJob &job);
    void writeGroup(std::span<DatabaseJob> group);
    //! An error where the transaction as a whole is gone; a job that failed alone has kept that itself.
    [[nodiscard]] Core::Result<void> writeOne(DatabaseJob &job);

    QString m_directory;
    QString m_path;
    std::function<void(std::size_t)> m_report;
    std::function<void(const QString &)> m_tellKept;
    FileUse m_use; //!< shared for as long as there is a connection, which goes first
    std::unique_ptr<Connection> m_connection;
    Core::Error m_closedBecause;
};

} // namespace Storage
