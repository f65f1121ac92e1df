// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Core {

//! What a damaged file is kept as: "console.sqlite" becomes "console.damaged-20260131T235959Z.sqlite", with a
//! number where something of that name is there, also with `suffix` behind it.
[[nodiscard]] inline QString freeKeptName(const QString &path, const QString &suffix = {})
{
    const QFileInfo file(path);
    const QString when = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    const QString stem =
        file.dir().filePath(QString(file.completeBaseName() + QStringLiteral(".damaged-") + when));
    QString name = stem + u'.' + file.suffix();
    for (int number = 2; QFile::exists(name) || QFile::exists(QString(name + suffix)); ++number) {
        name = stem + u'-' + QString::number(number) + u'.' + file.suffix();
    }
    return name;
}

} // namespace Core
