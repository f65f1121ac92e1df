// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pushstart.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace Core {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lastRoom = 4'294'967'295;
constexpr qint64 longestUserId = 60;
constexpr qint64 longestOwnId = 64;

//! Looks at field after field and keeps what is wrong.
class StartCheck
{
public:
    void require(const QString &field, bool isThere)
    {
        if (!isThere) {
            m_faults.append({field, StartProblem::Missing});
        }
    }
    void range(const QString &field, std::optional<qint64> value, qint64 low, qint64 high)
    {
        if (value && (*value < low || *value > high)) {
            m_faults.append({field, StartProblem::OutOfRange, low, high});
        }
    }
    void user(const QString &field, const QString &id)
    {
        require(field, !id.isEmpty());
        length(field, id, longestUserId);
    }
    void ownId(const QString &field, const QString &id)
    {
        length(field, id, longestOwnId);
        const auto isAllowed = [](QChar c) {
            return c == u'_' || c == u'-' || (c.unicode() < 128 && c.isLetterOrNumber());
        };
        if (!std::ranges::all_of(id, isAllowed)) {
            m_faults.append({field, StartProblem::BadCharacters});
        }
    }
    void identity(const QString &field, const std::optional<PushStart::Identity> &identity)
    {
        if (identity) {
            require(QString(field + u".SdkAppId"_s), identity->sdkAppId.isValid());
            require(QString(field + u".UserId"_s), !identity->userId.isEmpty());
            require(QString(field + u".UserSig"_s), !identity->userSig.isEmpty());
        }
    }
    void refuseIf(bool isWrong, const QString &field, StartProblem problem)
    {
        if (isWrong) {
            m_faults.append({field, problem});
        }
    }
    [[nodiscard]] const QList<StartFault> &faults() const { return m_faults; }

private:
    void length(const QString &field, const QString &text, qint64 most)
    {
        if (text.toUtf8().size() > most) {
            m_faults.append({field, StartProblem::TooLong, 0, most});
        }
    }

    QList<StartFault> m_faults;
};

[[nodiscard]] bool isJsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).isObject();
}

} // namespace

QList<SecretText> secretsOf(const PushStart &start)
{
    QList<SecretText> secrets{start.pushUserSig, start.privateMapKey};
    if (start.backup) {
        secrets.append(start.backup->pushUserSig);
    }
    for (const auto &identity : {start.imAuthParam, start.trtcAuthParam}) {
        if (identity) {
            secrets.append(identity->userSig);
        }
    }
    secrets.removeIf([](const SecretText &secret) { return secret.isEmpty(); });
    return secrets;
}

QStringList enterRoomModes()
{
    return {u"TRTCAppSceneVideoCall"_s, u"TRTCAppSceneLIVE"_s};
}

QList<StartFault> faultsOf(const PushStart &start, Edition edition)
{
    constexpr qint64 anySize = std::numeric_limits<qint32>::max();
    StartCheck check;
    check.require(u"SdkAppId"_s, start.sdkAppId.isValid());
    check.require(u"RoomId"_s, start.roomId != 0);
    if (start.roomId != 0) {
        check.range(u"RoomId"_s, start.roomId, 1, lastRoom);
    }
    check.user(u"PushUserId"_s, start.pushUserId);
    check.require(u"PushUserSig"_s, !start.pushUserSig.isEmpty());
    check.range(u"Whiteboard.Width"_s, start.whiteboard.width, 2, anySize);
    check.range(u"Whiteboard.Height"_s, start.whiteboard.height, 2, anySize);
    const QString &initParam = start.whiteboard.initParam;
    check.refuseIf(!initParam.isEmpty() && !isJsonObject(initParam), u"Whiteboard.InitParam"_s,
                   StartProblem::NotJson);
    check.range(u"AutoStopTimeout"_s, start.autoStopTimeout, 300, 259'200);
    if (start.backup) {
        check.user(u"Backup.PushUserId"_s, start.backup->pushUserId);
        check.refuseIf(!start.pushUserId.isEmpty() && start.backup->pushUserId == start.pushUserId,
                       u"Backup.PushUserId"_s, StartProblem::SameUser);
        check.require(u"Backup.PushUserSig"_s, !start.backup->pushUserSig.isEmpty());
    }
    check.range(u"VideoFPS"_s, start.videoFps, 0, 30);
    check.range(u"VideoBitrate"_s, start.videoBitrate, 0, 2000);
    check.ownId(u"UserDefinedRecordId"_s, start.userDefinedRecordId);
    check.ownId(u"UserDefinedStreamId"_s, start.userDefinedStreamId);
    check.range(u"TRTCRoomId"_s, start.trtcRoomId, 1, lastRoom);
    check.identity(u"IMAuthParam"_s, start.imAuthParam);
    check.identity(u"TRTCAuthParam"_s, start.trtcAuthParam);
    check.refuseIf(!start.trtcEnterRoomMode.isEmpty() && !enterRoomModes().contains(start.trtcEnterRoomMode),
                   u"TRTCEnterRoomMode"_s, StartProblem::NotAChoice);
    check.refuseIf(!start.groupId.isEmpty() && edition != Edition::Mainland, u"GroupId"_s,
                   StartProblem::OtherEdition);
    return check.faults();
}

} // namespace Core
