// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pastepreview.h"

#include <QSet>

namespace Gui {

QList<PastedLine> previewPaste(const QList<Service::PastedTask> &pasted, const QString &accountId,
                               const std::optional<Core::SdkAppId> &application,
                               const std::function<bool(const Core::TaskKey &)> &isKnown)
{
    QList<PastedLine> lines;
    QSet<Core::TaskKey> seen;
    for (const Service::PastedTask &piece : pasted) {
        PastedLine line;
        line.text = piece.taskId ? piece.taskId->toString() : piece.source;
        const std::optional<Core::SdkAppId> sdkAppId = piece.sdkAppId ? piece.sdkAppId : application;
        line.application = sdkAppId ? sdkAppId->toString() : QString();
        if (!piece.taskId) {
            line.problem = piece.problem;
        } else if (!sdkAppId) {
            line.verdict = PastedLine::Verdict::NoApplication;
        } else {
            Core::PushTask task;
            task.key = {accountId, *sdkAppId, *piece.taskId};
            task.roomId = piece.roomId;
            if (seen.contains(task.key))
                continue; // the same task, once with its application and once by the field's
            seen.insert(task.key);
            line.verdict = isKnown(task.key) ? PastedLine::Verdict::Known : PastedLine::Verdict::Addable;
            if (line.verdict == PastedLine::Verdict::Addable)
                line.task = task;
        }
        lines.append(line);
    }
    return lines;
}

} // namespace Gui
