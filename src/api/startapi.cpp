// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/startapi.h"

#include "api/taskapi.h"
#include "core/journal.h"
#include "core/jsonread.h"
#include "core/redaction.h"
#include "core/starttemplate.h"
#include "core/wipe.h"

namespace Api {

using namespace Qt::StringLiterals;

namespace {

void addSecret(QJsonObject &object, const QString &field, const Core::SecretText &secret)
{
    if (!secret.isEmpty()) {
        object.insert(field, Core::SecretString(secret).text());
    }
}

//! The same inside an object of the body.
void addInnerSecret(QJsonObject &body, const QString &object, const QString &field,
                    const Core::SecretText &secret)
{
    QJsonObject inner = body.value(object).toObject();
    addSecret(inner, field, secret);
    body.insert(object, inner);
}

} // namespace

ApiRequest makeStart(const Core::PushStart &start)
{
    QJsonObject body = Core::startFields(start);
    addSecret(body, u"PushUserSig"_s, start.pushUserSig);
    addSecret(body, u"PrivateMapKey"_s, start.privateMapKey);
    if (start.backup) {
        addInnerSecret(body, u"Backup"_s, u"PushUserSig"_s, start.backup->pushUserSig);
    }
    if (start.imAuthParam) {
        addInnerSecret(body, u"IMAuthParam"_s, u"UserSig"_s, start.imAuthParam->userSig);
    }
    if (start.trtcAuthParam) {
        addInnerSecret(body, u"TRTCAuthParam"_s, u"UserSig"_s, start.trtcAuthParam->userSig);
    }
    ApiRequest request{Core::startAction.toString(), body, ActionKind::Start,
                       Core::TaskKey{{}, start.sdkAppId, {}}};
    request.secrets = Core::secretsOf(start);
    return request;
}

Core::Result<StartReply> parseStartReply(const QJsonObject &response)
{
    constexpr qsizetype longestId = 256;
    StartReply reply;
    reply.requestId = Core::plainText(response.value("RequestId"_L1).toString(), longestId);
    const Core::Result<QString> id = Core::readString(response, "TaskId"_L1);
    const Core::Result<QString> backup = Core::readString(response, "Backup"_L1);
    const Core::Result<Core::TaskId> taskId =
        id.and_then([](const QString &text) { return Core::TaskId::parse(text); });
    if (!taskId || !backup) {
        Core::Error error = !taskId ? taskId.error() : backup.error();
        error.kind = Core::ErrorKind::WrongShape;
        error.requestId = reply.requestId;
        error.httpStatus = 200;
        return Core::failure(std::move(error));
    }
    reply.taskId = *taskId;
    reply.backup = decodeBackup(*backup);
    return reply;
}

} // namespace Api
