// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/taskidlist.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// Up to one byte more than allowed. A pipe hands out its contents in pieces.
[[nodiscard]] QByteArray readToEnd(QIODevice &device)
{
    QByteArray bytes;
    while (bytes.size() <= longestTaskIdList) {
        const QByteArray piece = device.read(longestTaskIdList + 1 - bytes.size());
        if (piece.isEmpty()) {
            break;
        }
        bytes += piece;
    }
    return bytes;
}

} // namespace

QList<Core::TaskId> withoutDuplicates(const QList<Core::TaskId> &ids)
{
    QList<Core::TaskId> once;
    once.reserve(ids.size());
    QSet<Core::TaskId> seen;
    for (const Core::TaskId &id : ids) {
        if (!seen.contains(id)) {
            seen.insert(id);
            once.append(id);
        }
    }
    return once;
}

Core::Result<QList<Core::TaskId>> readTaskIds(QIODevice &device, const QString &name)
{
    const QByteArray bytes = readToEnd(device);
    if (bytes.size() > longestTaskIdList) {
        return Core::failure(Core::Error::invalidInput(name + u": longer than 64 MiB"_s));
    }
    if (!bytes.isValidUtf8()) {
        return Core::failure(Core::Error::invalidInput(name + u": not UTF-8 text"_s));
    }
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark))) {
        text.remove(0, 1);
    }
    QList<Core::TaskId> ids;
    qsizetype number = 0;
    for (const QStringView rawLine : QStringView(text).split(u'\n')) {
        ++number;
        const QStringView line = rawLine.trimmed();
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        const auto id = Core::TaskId::parse(line);
        if (!id) {
            return Core::failure(Core::Error::invalidInput(name + u':' + QString::number(number) + u": "_s
                                                           + id.error().detail));
        }
        ids.append(*id);
    }
    return withoutDuplicates(ids);
}

Core::Result<QList<Core::TaskId>> readTaskIdFiles(const QStringList &files, QIODevice &standardInput)
{
    QList<Core::TaskId> ids;
    for (const QString &name : files) {
        QFile file(name);
        const bool isStandardInput = name == "-"_L1;
        if (!isStandardInput && !file.open(QIODevice::ReadOnly)) {
            return Core::failure(Core::Error::invalidInput(name + u": "_s + file.errorString()));
        }
        const auto read =
            isStandardInput ? readTaskIds(standardInput, u"standard input"_s) : readTaskIds(file, name);
        if (!read) {
            return read;
        }
        ids += *read;
    }
    return withoutDuplicates(ids);
}

} // namespace Cli
