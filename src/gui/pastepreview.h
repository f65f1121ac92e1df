// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/pastedtasks.h"

#include <QList>

#include <functional>

namespace Gui {

//! What became of one piece of a pasted or imported text.
struct PastedLine
{
    enum class Verdict {
        Addable,
        Known, //!< tracked already
        NoApplication, //!< a TaskId, but neither the text nor the field names its application
        Repeated, //!< named further up
        NotUnderstood,
    };

    Verdict verdict = Verdict::NotUnderstood;
    qsizetype piece = 0; //!< index of the piece
    std::optional<Core::SdkAppId> sdkAppId; //!< of the text, else that of the field

    [[nodiscard]] bool isTaken() const { return verdict == Verdict::Addable || verdict == Verdict::Known; }
};

//! One line a piece, under the key it would be tracked by. `application` serves where the text names none;
//! `isKnown` tells whether a key is tracked already. A task that is named once with its application and once
//! without counts once.
[[nodiscard]] QList<PastedLine> previewPaste(const QList<Service::PastedTask> &pieces,
                                             const QString &accountId,
                                             const std::optional<Core::SdkAppId> &application,
                                             const std::function<bool(const Core::TaskKey &)> &isKnown);

//! The task of an addable line, with the text's label, or else `label`.
[[nodiscard]] Core::PushTask pastedTask(const PastedLine &line, const Service::PastedTask &piece,
                                        const QString &accountId, const QString &label);

//! What became of a line, or why it was refused; for a cell.
[[nodiscard]] QString verdictText(const PastedLine &line, const Service::PastedTask &piece);

} // namespace Gui
