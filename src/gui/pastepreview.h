// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/pastedtasks.h"

#include <QList>

#include <functional>

namespace Gui {

//! What became of one piece of a pasted text.
struct PastedLine
{
    enum class Verdict {
        Addable,
        Known, //!< tracked already
        NoApplication, //!< a TaskId, but neither the text nor the field names its application
        NotUnderstood,
    };

    Verdict verdict = Verdict::NotUnderstood;
    QString text; //!< TaskId, or the piece that was not understood
    QString application; //!< SdkAppId as text; empty if none is known
    QString problem; //!< technical reason of NotUnderstood
    std::optional<Core::PushTask> task; //!< of Addable
};

//! Each piece with the account's and application's key it would be tracked under. `application` serves where
//! the text names none; `isKnown` tells whether a key is tracked already.
[[nodiscard]] QList<PastedLine> previewPaste(const QList<Service::PastedTask> &pasted,
                                             const QString &accountId,
                                             const std::optional<Core::SdkAppId> &application,
                                             const std::function<bool(const Core::TaskKey &)> &isKnown);

} // namespace Gui
