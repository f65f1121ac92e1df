// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QString>

namespace Service {

//! What a link names: tiwpush:TASKID?app=SDKAPPID.
struct TaskLink
{
    Core::TaskId taskId;
    Core::SdkAppId sdkAppId;
};

//! Whether it begins like such a link, in whichever case.
[[nodiscard]] bool isTaskLink(QStringView text);

//! Anybody can put a link anywhere, so only the one form is taken: the TaskId as JavaScript's
//! encodeURIComponent() writes it, the application as a plain number, nothing else before, between or after.
//! Pure, for any thread.
[[nodiscard]] Core::Result<TaskLink> parseTaskLink(const QString &text);

} // namespace Service
