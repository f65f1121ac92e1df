// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace Storage {

//! How values lie in a column: texts are never NULL, times are milliseconds UTC or NULL, outcomes words or
//! NULL.
[[nodiscard]] inline QVariant toColumn(const QString &text)
{
    return text.isNull() ? QVariant(QString(QLatin1StringView(""))) : QVariant(text);
}
[[nodiscard]] inline QVariant toColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}
[[nodiscard]] inline QVariant toColumn(std::optional<Core::StopOutcome> outcome)
{
    return outcome ? QVariant(Core::toWord(*outcome)) : QVariant();
}

//! The three columns of a task's key.
[[nodiscard]] inline QVariantList toColumns(const Core::TaskKey &task)
{
    return {toColumn(task.accountId), task.sdkAppId.value, toColumn(task.taskId.toString())};
}

//! Reads a row column by column, in the order of the SELECT.
class RowReader
{
public:
    explicit RowReader(const QSqlQuery &query)
        : m_query(query)
    {
    }

    [[nodiscard]] bool isNull() const { return m_query.isNull(m_column); } //!< the next one; is not passed
    [[nodiscard]] QString text() { return m_query.value(m_column++).toString(); }
    [[nodiscard]] qint64 number() { return m_query.value(m_column++).toLongLong(); }
    [[nodiscard]] QDateTime time()
    {
        const QVariant value = m_query.value(m_column++);
        return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
    }

private:
    const QSqlQuery &m_query;
    int m_column = 0;
};

} // namespace Storage
