// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>

class QSqlError;

namespace Storage {

//! What SQLite said as an Error: StorageReadOnly, StorageFull, StorageBusy, StorageCorrupt or
//! Storage.
[[nodiscard]] Core::Error errorOf(const QSqlError &error, const QString &doing);

//! One SQLite file, open. Made, used and destroyed in one and the same thread. Statements are prepared once.
class Connection
{
public:
    //! What a statement that changes something did.
    struct Change
    {
        int rows = 0;
        qint64 lastId = 0;
    };

    //! `file` exists, or is made by SQLite. Waits up to 5 s where another process writes.
    [[nodiscard]] static Core::Result<std::unique_ptr<Connection>> open(const QString &file);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    //! Runs one statement that answers nothing of interest and is not needed again.
    [[nodiscard]] Core::Result<void> execute(const QString &statement);
    [[nodiscard]] Core::Result<Change> change(const QString &statement, const QVariantList &values = {});
    //! Calls `row` for every row of the answer.
    [[nodiscard]] Core::Result<void> rows(const QString &statement, const QVariantList &values,
                                          const std::function<void(const QSqlQuery &)> &row);
    //! First column of the first row, or an invalid QVariant.
    [[nodiscard]] Core::Result<QVariant> value(const QString &statement, const QVariantList &values = {});

private:
    explicit Connection(QString name);
    //! A prepared statement with `values` bound, executed.
    [[nodiscard]] Core::Result<QSqlQuery *> run(const QString &statement, const QVariantList &values);

    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

} // namespace Storage
