// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QList>
#include <QString>

#include <optional>

namespace Service {

//! A task found in a pasted text, or a line in which none was found.
struct PastedTask
{
    std::optional<Core::TaskId> taskId;
    std::optional<Core::SdkAppId> sdkAppId; //!< where the text named it
    qint64 roomId = 0;
    QString source; //!< the line or fragment, for the preview; plain text, capped
    QString problem; //!< technical reason why there is no task; empty if there is one
};

//! Understands what operators have at hand: TaskIds (one a line, or separated by blanks, commas, semicolons),
//! a request URL (…?Action=StopWhiteboardPush&SdkAppId=…&TaskId=…, percent-encoded), a request or answer as
//! JSON (also
//! {"Response":…}, task lists, Backup texts inside), a tccli command line (--SdkAppId 1 --TaskId "x", also
//! with =), a curl command with such a body. Doubles are dropped. Text over 1 MiB is refused as one problem.
[[nodiscard]] QList<PastedTask> parsePastedTasks(const QString &text);

} // namespace Service
