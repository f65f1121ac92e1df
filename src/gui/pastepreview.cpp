// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pastepreview.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace Gui {

namespace {

using Service::PasteRefusal;

struct PasteWords
{
    Q_DECLARE_TR_FUNCTIONS(Gui::PastePreview)
};

QString refusalText(const Service::PastedTask &piece)
{
    switch (piece.refusal) {
    case PasteRefusal::None:
        break;
    case PasteRefusal::NotAnId:
        return PasteWords::tr("Not a TaskId: too long, or blanks or unprintable characters inside");
    case PasteRefusal::SeveralWords:
        return PasteWords::tr("Words, not TaskIds: put one TaskId on a line");
    case PasteRefusal::NoTaskId:
        return PasteWords::tr("No TaskId in it");
    case PasteRefusal::BrokenJson:
        return PasteWords::tr("JSON that is cut off or wrong");
    case PasteRefusal::NotANumber:
        return PasteWords::tr("The SdkAppId is not a number: %1").arg(piece.detail);
    case PasteRefusal::RoundedNumber:
        return PasteWords::tr("Rounded by a spreadsheet: %1").arg(piece.detail);
    case PasteRefusal::NamedBefore:
        return PasteWords::tr("Stands in line %1 already").arg(piece.detail);
    case PasteRefusal::OpenQuote:
        return PasteWords::tr("A quote begins here that never ends");
    case PasteRefusal::TooLarge:
        return PasteWords::tr("Too much at once: 8 MiB can be read");
    case PasteRefusal::TooManyLines:
        return PasteWords::tr("Too much at once: %1 lines can be read")
            .arg(QLocale().toString(Service::mostPastedLines));
    case PasteRefusal::Unreadable:
        return piece.detail.isEmpty() ? PasteWords::tr("This is not a file that can be read")
                                      : PasteWords::tr("The file cannot be read: %1").arg(piece.detail);
    case PasteRefusal::NotText:
        return PasteWords::tr("Not a text file in UTF-8, UTF-16 or GB18030");
    }
    return {};
}

} // namespace

QList<PastedLine> previewPaste(const QList<Service::PastedTask> &pieces, const QString &accountId,
                               const std::optional<Core::SdkAppId> &application,
                               const std::function<bool(const Core::TaskKey &)> &isKnown)
{
    QList<PastedLine> lines;
    lines.reserve(pieces.size());
    QSet<Core::TaskKey> seen;
    seen.reserve(pieces.size());
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Service::PastedTask &piece = pieces.at(i);
        PastedLine line;
        line.piece = i;
        line.sdkAppId = piece.sdkAppId ? piece.sdkAppId : application;
        if (piece.refusal == PasteRefusal::NamedBefore) {
            line.verdict = PastedLine::Verdict::Repeated;
        } else if (piece.taskId && !line.sdkAppId) {
            line.verdict = PastedLine::Verdict::NoApplication;
        } else if (piece.taskId) {
            const Core::TaskKey key{accountId, *line.sdkAppId, *piece.taskId};
            if (seen.contains(key))
                continue;
            seen.insert(key);
            line.verdict = isKnown(key) ? PastedLine::Verdict::Known : PastedLine::Verdict::Addable;
        }
        lines.append(line);
    }
    return lines;
}

Core::PushTask pastedTask(const PastedLine &line, const Service::PastedTask &piece, const QString &accountId,
                          const QString &label)
{
    Q_ASSERT(piece.taskId && line.sdkAppId);
    Core::PushTask task;
    task.key = {accountId, *line.sdkAppId, *piece.taskId};
    task.roomId = piece.roomId;
    task.label = piece.label.isEmpty() ? label : piece.label;
    return task;
}

QString verdictText(const PastedLine &line, const Service::PastedTask &piece)
{
    switch (line.verdict) {
    case PastedLine::Verdict::Addable:
        return PasteWords::tr("New");
    case PastedLine::Verdict::Known:
        return PasteWords::tr("In the list already");
    case PastedLine::Verdict::NoApplication:
        return PasteWords::tr("Application missing");
    case PastedLine::Verdict::Repeated:
    case PastedLine::Verdict::NotUnderstood:
        return refusalText(piece);
    }
    return {};
}

} // namespace Gui
