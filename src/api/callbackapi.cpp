// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callbackapi.h"

#include "core/jsonread.h"
#include "core/redaction.h"
#include "core/wipe.h"

namespace Api {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] ApiRequest callbackRequest(const QString &action, ActionKind kind, Core::SdkAppId sdkAppId,
                                         QJsonObject body = {})
{
    body.insert(u"SdkAppId"_s, sdkAppId.value);
    return {action, body, kind, Core::TaskKey{{}, sdkAppId, {}}};
}

} // namespace

ApiRequest makeSetCallback(Core::SdkAppId sdkAppId, const QString &address)
{
    return callbackRequest(u"SetWhiteboardPushCallback"_s, ActionKind::Change, sdkAppId,
                           {{u"Callback"_s, address}});
}

ApiRequest makeSetCallbackKey(Core::SdkAppId sdkAppId, const Core::SecretText &key)
{
    ApiRequest request = callbackRequest(u"SetWhiteboardPushCallbackKey"_s, ActionKind::Change, sdkAppId,
                                         {{u"CallbackKey"_s, Core::SecretString(key).text()}});
    request.secrets = {key};
    return request;
}

ApiRequest makeDescribeCallback(Core::SdkAppId sdkAppId)
{
    return callbackRequest(u"DescribeWhiteboardPushCallback"_s, ActionKind::Read, sdkAppId);
}

Core::Result<CallbackReply> parseCallbackReply(const QJsonObject &response)
{
    constexpr qsizetype longestAddress = 4096;
    const Core::Result<QString> address = Core::readString(response, "Callback"_L1);
    const Core::Result<QString> key = Core::readString(response, "CallbackKey"_L1);
    const QString requestId = Core::plainText(response.value("RequestId"_L1).toString(), 256);
    if (!address || !key) {
        Core::Error error = !address ? address.error() : key.error();
        error.requestId = requestId;
        error.httpStatus = 200;
        return Core::failure(std::move(error));
    }
    return CallbackReply{requestId, Core::plainText(*address, longestAddress),
                         Core::SecretText::fromString(*key)};
}

} // namespace Api
