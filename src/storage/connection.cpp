// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

// Primary result codes of SQLite.
constexpr int sqliteBusy = 5;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

[[nodiscard]] Core::ErrorKind kindOf(int primaryCode)
{
    switch (primaryCode) {
    case sqliteBusy:
        return Core::ErrorKind::StorageBusy;
    case sqliteReadOnly:
        return Core::ErrorKind::StorageReadOnly;
    case sqliteFull:
        return Core::ErrorKind::StorageFull;
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return Core::ErrorKind::StorageCorrupt;
    default:
        return Core::ErrorKind::Storage;
    }
}

} // namespace

Core::Error errorOf(const QSqlError &error, const QString &doing)
{
    constexpr int primaryMask = 0xff; // the rest is SQLite's extended code
    const int code = error.nativeErrorCode().toInt();
    return Core::Error::of(kindOf(code & primaryMask),
                           QString(doing + ": "_L1 + error.databaseText().left(300) + " (SQLite "_L1
                                   + QString::number(code) + u')'));
}

Connection::Connection(QString name)
    : m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
}

Connection::~Connection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Core::Result<std::unique_ptr<Connection>> Connection::open(const QString &file)
{
    std::unique_ptr<Connection> connection(
        new Connection(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    connection->m_database.setDatabaseName(file);
    connection->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!connection->m_database.open()) {
        return Core::failure(errorOf(connection->m_database.lastError(), u"open"_s));
    }
    return connection;
}

Core::Result<void> Connection::execute(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement)) {
        return Core::failure(errorOf(query.lastError(), statement.left(60)));
    }
    return {};
}

Core::Result<QSqlQuery *> Connection::run(const QString &statement, const QVariantList &values)
{
    auto found = m_prepared.find(statement);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(statement)) {
            return Core::failure(errorOf(query.lastError(), statement.left(60)));
        }
        found = m_prepared.emplace(statement, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        query.bindValue(static_cast<int>(i), values.at(i));
    }
    if (!query.exec()) {
        const Core::Error error = errorOf(query.lastError(), statement.left(60));
        query.finish();
        return Core::failure(error);
    }
    return &query;
}

Core::Result<Connection::Change> Connection::change(const QString &statement, const QVariantList &values)
{
    const Core::Result<QSqlQuery *> query = run(statement, values);
    if (!query) {
        return Core::failure(query.error());
    }
    const Change change{(*query)->numRowsAffected(), (*query)->lastInsertId().toLongLong()};
    (*query)->finish();
    return change;
}

Core::Result<void> Connection::rows(const QString &statement, const QVariantList &values,
                                    const std::function<void(const QSqlQuery &)> &row)
{
    const Core::Result<QSqlQuery *> query = run(statement, values);
    if (!query) {
        return Core::failure(query.error());
    }
    while ((*query)->next()) {
        row(**query);
    }
    // next() is also false where reading failed in the middle.
    const QSqlError error = (*query)->lastError();
    (*query)->finish(); // an unfinished statement would keep its snapshot, and the log growing
    if (error.isValid()) {
        return Core::failure(errorOf(error, statement.left(60)));
    }
    return {};
}

Core::Result<QVariant> Connection::value(const QString &statement, const QVariantList &values)
{
    QVariant first;
    const Core::Result<void> read = rows(statement, values, [&first](const QSqlQuery &row) {
        if (!first.isValid()) {
            first = row.value(0);
        }
    });
    if (!read) {
        return Core::failure(read.error());
    }
    return first;
}

} // namespace Storage
