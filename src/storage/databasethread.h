// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/databasejob.h"

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
    //! `report` is told how many jobs, counted from the first that was not reported yet, have their outcome.
    DatabaseThread(QString directory, std::function<void(std::size_t)> report);

    //! Carries the jobs out in their order; neighbouring writes share a transaction.
    void process(std::vector<DatabaseJob> &batch);

private:
    void open(DatabaseJob &job);
    [[nodiscard]] Core::Result<void> openFile();
    void read(DatabaseJob &job);
    void writeGroup(std::span<DatabaseJob> group);
    //! An error where the transaction as a whole is gone; a job that failed alone has kept that itself.
    [[nodiscard]] Core::Result<void> writeOne(DatabaseJob &job);

    QString m_directory;
    std::function<void(std::size_t)> m_report;
    std::unique_ptr<Connection> m_connection;
    Core::Error m_closedBecause;
};

} // namespace Storage
