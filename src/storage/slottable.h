// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "storage/connection.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace Storage {

//! The last departure of every schedule: in a file that all processes share, and in memory for when that
//! fails. Lives in the ledger's thread.
class SlotTable
{
public:
    SlotTable(QString directory, const Core::Clock &clock);

    //! max(notBeforeMs, last departure + intervalMs), which is then the last departure.
    [[nodiscard]] qint64 reserve(const QByteArray &keyHash, qint64 notBeforeMs, qint64 intervalMs);

private:
    [[nodiscard]] Core::Result<void> open();
    [[nodiscard]] Core::Result<void> openFile(const QString &path);
    [[nodiscard]] Core::Result<qint64> reserveShared(const QByteArray &keyHash, qint64 notBeforeMs,
                                                     qint64 intervalMs);
    [[nodiscard]] Core::Result<qint64> reserveInFile(const QByteArray &keyHash, qint64 notBeforeMs,
                                                     qint64 intervalMs);
    //! The departure kept in the file, unless it counts for nothing.
    [[nodiscard]] Core::Result<std::optional<qint64>> lastInFile(const QByteArray &keyHash);

    QString m_directory;
    const Core::Clock &m_clock;
    QString m_boot; // the monotonic clock begins anew with every boot
    std::unique_ptr<Connection> m_connection;
    bool m_hasFailed = false;
    QHash<QByteArray, qint64> m_own;
};

} // namespace Storage
