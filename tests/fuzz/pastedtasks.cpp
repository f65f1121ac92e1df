// SPDX-License-Identifier: GPL-3.0-or-later
// A file or the clipboard, as tasks are added from them: free text, JSON, tables and requests.
#include "service/pastedtasks.h"
#include "core/redaction.h"
#include "fuzz/attack.h"
#include "service/taskfile.h"

#include <QSet>

namespace {

constexpr qsizetype longestShown = 201; // with the dots that say that there was more

void checkPiece(const Service::PastedTask &piece, qsizetype lines)
{
    Fuzz::require(piece.taskId.has_value() == (piece.refusal == Service::PasteRefusal::None),
                  "a piece is a task or has a reason");
    Fuzz::require(piece.line >= 0 && piece.line <= lines, "a piece stands in a line that there is");
    for (const QString &text : {piece.source, piece.label, piece.detail}) {
        Fuzz::require(text.size() <= longestShown, "what is shown is capped");
        Fuzz::require(Core::plainText(text, longestShown) == text && !text.contains(u'\n'),
                      "what is shown is one plain line");
    }
    if (piece.taskId) {
        const auto again = Core::TaskId::parse(piece.taskId->toString());
        Fuzz::require(again && *again == *piece.taskId, "an imported TaskId is a legal one");
    }
    Fuzz::require(!piece.sdkAppId || piece.sdkAppId->isValid(), "an imported application is a legal one");
    Fuzz::require(piece.roomId >= 0, "a room has no negative number");
}

void attack(const QByteArray &input)
{
    const std::optional<QString> text = Service::decodedText(input);
    if (!text) {
        return;
    }
    const QList<Service::PastedTask> pieces = Service::parsePastedTasks(*text);
    const qsizetype lines = text->count(u'\n') + text->count(u'\r') + text->count(QChar(QChar::LineSeparator))
        + text->count(QChar(QChar::ParagraphSeparator)) + 1;
    QSet<std::pair<qint64, QString>> tasks;
    for (const Service::PastedTask &piece : pieces) {
        checkPiece(piece, lines);
        if (piece.taskId) {
            const auto application = piece.sdkAppId.value_or(Core::SdkAppId());
            const auto size = tasks.size();
            tasks.insert({application.value, piece.taskId->toString()});
            Fuzz::require(tasks.size() == size + 1, "a task is found once");
        }
    }
    Fuzz::require(Service::parsePastedTasks(*text).size() == pieces.size(), "reading is repeatable");
}

const Fuzz::Registration registration("pastedtasks", attack);

} // namespace
