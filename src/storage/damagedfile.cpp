// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damagedfile.h"

#include "core/keptname.h"
#include "storage/connection.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

[[nodiscard]] QString noteOf(const QString &path)
{
    return QString(path + u".suspect"_s);
}

} // namespace

void suspectDamage(const QString &path)
{
    QFile note(noteOf(path));
    (void)note.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner); // it is the name that counts
}

bool isSuspected(const QString &path)
{
    return QFile::exists(noteOf(path));
}

bool isFoundDamaged(const QString &path)
{
    const QFileInfo file(path);
    if (file.isFile() && file.size() == 0) {
        return true;
    }
    if (!isSuspected(path)) {
        return false;
    }
    const auto connection = Connection::open(path);
    const auto verdict = connection ? (*connection)->value(u"PRAGMA integrity_check(1)"_s)
                                    : Core::Result<QVariant>(Core::failure(connection.error()));
    const bool isDamaged =
        verdict ? verdict->toString() != "ok"_L1 : verdict.error().kind == Core::ErrorKind::StorageCorrupt;
    if (verdict && !isDamaged) {
        QFile::remove(noteOf(path));
    }
    return isDamaged;
}

Core::Result<QString> keepAside(const QString &path)
{
    const QString log = u"-wal"_s;
    const QString name = Core::freeKeptName(path, log);
    // The log first: SQLite would throw away one that lies beside a new file.
    const bool hasLog = QFile::exists(QString(path + log));
    if (hasLog && !QFile::rename(path + log, name + log)) {
        return Core::failure(Core::Error::of(Core::ErrorKind::Storage, u"cannot rename "_s + path + log));
    }
    if (!QFile::rename(path, name)) {
        if (hasLog) {
            QFile::rename(name + log, path + log);
        }
        return Core::failure(Core::Error::of(Core::ErrorKind::Storage, u"cannot rename "_s + path));
    }
    QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(QString(path + u"-shm"_s)); // an index of the log, made anew by whoever opens it
    QFile::remove(noteOf(path));
    return name;
}

} // namespace Storage
