// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/databasethread.h"

namespace Storage {

Database::Database(QString directory, Damaged damaged, QObject *parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_worker(
          [thread = std::make_shared<DatabaseThread>(
               m_directory, [this](std::size_t count) { m_courier.arrived(count); },
               damaged == Damaged::Reported ? std::function<void(const QString &)>()
                                            : [this](const QString &kept) { Q_EMIT damagedFileKept(kept); })](
              std::vector<DatabaseJob> &batch) { thread->process(batch); })
{
}

Database::~Database() = default;

void Database::open(QObject *context, Callback<void> done)
{
    submit<void>(
        DatabaseJob::Kind::Open, [](Connection &) { return Core::Result<void>(); }, context, std::move(done));
}

} // namespace Storage
