// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/pushtask.h"
#include "core/secrettext.h"

#include <QList>
#include <QString>

#include <optional>

namespace Core {

//! What StartWhiteboardPush is asked for: every field that is documented. What is absent or empty is not
//! sent, and the service takes its own default.
struct PushStart
{
    struct Whiteboard
    {
        std::optional<qint64> width;
        std::optional<qint64> height;
        QString initParam; //!< JSON text

        bool operator==(const Whiteboard &) const = default;
    };
    struct BackupUser
    {
        QString pushUserId;
        SecretText pushUserSig;

        bool operator==(const BackupUser &) const = default;
    };
    //! Another application and user for the IM group or the TRTC room.
    struct Identity
    {
        SdkAppId sdkAppId;
        QString userId;
        SecretText userSig;

        bool operator==(const Identity &) const = default;
    };

    SdkAppId sdkAppId;
    qint64 roomId = 0;
    QString pushUserId;
    SecretText pushUserSig;
    Whiteboard whiteboard;
    std::optional<qint64> autoStopTimeout; //!< seconds without whiteboard operations
    std::optional<bool> autoManageBackup;
    std::optional<BackupUser> backup;
    SecretText privateMapKey;
    std::optional<qint64> videoFps;
    std::optional<qint64> videoBitrate; //!< kbps
    std::optional<bool> autoRecord;
    QString userDefinedRecordId;
    std::optional<bool> autoPublish;
    QString userDefinedStreamId;
    QString extraData;
    std::optional<qint64> trtcRoomId;
    QString trtcRoomIdStr;
    std::optional<Identity> imAuthParam;
    std::optional<Identity> trtcAuthParam;
    QString trtcEnterRoomMode;
    QString groupId; //!< mainland only

    bool operator==(const PushStart &) const = default;
};

//! What is wrong with a field of a PushStart.
enum class StartProblem {
    Missing,
    OutOfRange, //!< `low` to `high`
    TooLong, //!< more than `high` bytes of UTF-8
    BadCharacters, //!< other than A-Z a-z 0-9 _ -
    NotAChoice, //!< none of the documented words
    NotJson, //!< not the text of a JSON object
    SameUser, //!< the backup pushes as the same user
    OtherEdition, //!< the account's edition does not know it
};

struct StartFault
{
    QString field; //!< as the API names it, "Backup.PushUserId" inside an object
    StartProblem problem = StartProblem::Missing;
    qint64 low = 0;
    qint64 high = 0;

    bool operator==(const StartFault &) const = default;
};

//! All that the documented ranges and lengths forbid, in the order of the documentation; empty: it may be
//! sent. Pure.
[[nodiscard]] QList<StartFault> faultsOf(const PushStart &start, Edition edition);

//! All secrets it holds, none of which may be kept or shown.
[[nodiscard]] QList<SecretText> secretsOf(const PushStart &start);

//! The words of TRTCEnterRoomMode, the default first.
[[nodiscard]] QStringList enterRoomModes();

} // namespace Core

Q_DECLARE_METATYPE(Core::PushStart)
