// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/result.h"
#include "core/secrettext.h"

#include <QJsonObject>
#include <QString>

namespace Api {

//! Where the service reports the events of an application's tasks. An empty address or key removes it.
[[nodiscard]] ApiRequest makeSetCallback(Core::SdkAppId sdkAppId, const QString &address);
//! The body holds the key: for the wire only.
[[nodiscard]] ApiRequest makeSetCallbackKey(Core::SdkAppId sdkAppId, const Core::SecretText &key);
[[nodiscard]] ApiRequest makeDescribeCallback(Core::SdkAppId sdkAppId);

struct CallbackReply
{
    QString requestId;
    QString address; //!< empty: none is set
    Core::SecretText key; //!< empty: none is set
};

[[nodiscard]] Core::Result<CallbackReply> parseCallbackReply(const QJsonObject &response);

} // namespace Api
