// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/pushtask.h"
#include "core/secrettext.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Api {

//! Longest body that is read, unless a request expects more.
inline constexpr qsizetype longestAnswer = 1024 * 1024;

//! What an action does decides whether it may be repeated and whose connections it takes.
enum class ActionKind {
    Read, //!< changes nothing
    Stop, //!< repeatable in effect: a second one is told that the task has already stopped
    Start, //!< makes something that costs money: never repeated
    Change, //!< overwrites a setting: repeatable
};

//! One request of the API before it is signed.
struct ApiRequest
{
    QString action; //!< "StopWhiteboardPush"
    QJsonObject body;
    ActionKind kind = ActionKind::Read;
    Core::TaskKey about =
        {}; //!< application and task where the action has them, for logs; the account is not set
    QString caFile = {}; //!< the account's own PEM file, trusted in addition; empty for none
    qsizetype longestAnswer = Api::longestAnswer; //!< a longer body is given up while it comes
    //! What the body holds and nothing may keep, not even where an answer quotes it.
    QList<Core::SecretText> secrets = {};
};

//! The body as it is sent: compact JSON, integers exact to 64 bits.
[[nodiscard]] QByteArray wireBody(const ApiRequest &request);
//! The request as the journal may keep it: method, host, action, region and the redacted body; no header with
//! a signature, key or token. Known before anything is sent.
[[nodiscard]] QString requestText(const ApiRequest &request, const Core::Endpoint &endpoint);

} // namespace Api
