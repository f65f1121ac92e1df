// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ownerlease.h"

#include "core/logcategories.h"

#include <QDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

[[nodiscard]] QString runsIn(const QString &directory)
{
    return QDir(directory).filePath(u"runs"_s);
}

[[nodiscard]] QString lockFile(const QString &directory, const QString &id)
{
    return QString(runsIn(directory) + u'/' + id + u".lock"_s);
}

} // namespace

OwnerLease::OwnerLease(QString directory)
    : m_directory(std::move(directory))
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_lock(lockFile(m_directory, m_id))
{
    const QDir runs(runsIn(m_directory));
    runs.mkpath(u"."_s);
    const QStringList locks = runs.entryList({u"*.lock"_s}, QDir::Files);
    for (const QString &lock : locks) {
        Core::FileLock::removeUnlessHeld(runs.filePath(lock));
    }
    if (m_lock.lock() != Core::FileLock::Outcome::Locked) {
        qCWarning(Core::storageLog) << "cannot lock a file in" << runs.path() << qt_error_string();
    }
}

bool OwnerLease::isAlive(const QString &directory, const QString &id)
{
    // Anything else is nothing that a lease gave out, and no path either.
    return !QUuid::fromString(id).isNull() && Core::FileLock::isHeld(lockFile(directory, id));
}

} // namespace Storage
