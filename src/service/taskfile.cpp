// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskfile.h"

#include "core/redaction.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

constexpr qsizetype longestName = 100;

[[nodiscard]] std::optional<QString> decodedBy(QStringDecoder decoder, const QByteArray &bytes)
{
    if (!decoder.isValid()) {
        return {};
    }
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return {};
    }
    return text;
}

[[nodiscard]] PastedTask refusedFile(PasteRefusal refusal, const QString &name, const QString &detail = {})
{
    PastedTask piece;
    piece.source = name;
    piece.file = name;
    piece.refusal = refusal;
    piece.detail = Core::plainText(detail, 200);
    return piece;
}

[[nodiscard]] QList<PastedTask> readTaskFile(const QString &path, qint64 &room)
{
    const QFileInfo info(path);
    const QString name = Core::plainText(info.fileName(), longestName);
    if (!info.isFile()) {
        return {refusedFile(PasteRefusal::Unreadable, name)};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {refusedFile(PasteRefusal::Unreadable, name, file.errorString())};
    }
    const QByteArray bytes = file.read(room + 1);
    if (bytes.size() > room) {
        return {refusedFile(PasteRefusal::TooLarge, name)};
    }
    if (file.error() != QFileDevice::NoError) {
        return {refusedFile(PasteRefusal::Unreadable, name, file.errorString())};
    }
    room -= bytes.size();
    const std::optional<QString> text = decodedText(bytes);
    if (!text) {
        return {refusedFile(PasteRefusal::NotText, name)};
    }
    QList<PastedTask> pieces = parsePastedTasks(*text);
    for (PastedTask &piece : pieces) {
        piece.file = name;
    }
    return pieces;
}

} // namespace

std::optional<QString> decodedText(const QByteArray &bytes)
{
    std::optional<QString> text;
    if (const auto marked = QStringConverter::encodingForData(bytes); marked) {
        text = decodedBy(QStringDecoder(*marked), bytes);
    } else {
        text = decodedBy(QStringDecoder(QStringDecoder::Utf8), bytes);
        if (!text) {
            text = decodedBy(QStringDecoder("GB18030"), bytes);
        }
    }
    // Some decoders let halves of characters pass.
    if (text && (text->contains(QChar(QChar::Null)) || !text->isValidUtf16())) {
        return {};
    }
    return text;
}

QList<PastedTask> readTaskFiles(const QStringList &paths)
{
    QList<PastedTask> pieces;
    qint64 room = largestPaste;
    for (const QString &path : paths) {
        pieces += readTaskFile(path, room);
    }
    return pieces;
}

} // namespace Service
