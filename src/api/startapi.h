// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/pushstart.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace Api {

//! The body holds the secrets of `start`: it is for the wire only; requestText() is what may be kept of it.
[[nodiscard]] ApiRequest makeStart(const Core::PushStart &start);

struct StartReply
{
    QString requestId;
    Core::TaskId taskId;
    Core::BackupInfo backup;
};

//! WrongShape also where no TaskId is named: then nobody knows what was begun.
[[nodiscard]] Core::Result<StartReply> parseStartReply(const QJsonObject &response);

} // namespace Api
