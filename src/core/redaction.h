// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plaintext.h" // what is kept is made fit to be seen as well
#include "core/secrettext.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Core {

//! What stands where a secret stood.
inline constexpr QStringView redactedMark = u"(redacted)";
//! Longest text of a request or answer that is kept anywhere.
inline constexpr qsizetype longestKeptText = 16 * 1024;

//! Whether a field of that name holds a secret (PushUserSig, PrivateMapKey, CallbackKey, …), without case.
[[nodiscard]] bool isSecretField(const QString &name);
//! A JSON object with the values of secret fields (PushUserSig, UserSig, CallbackKey, PrivateMapKey,
//! SecretKey, Token, … at any depth, also in JSON text inside strings) replaced by redactedMark. Names are
//! compared without case.
[[nodiscard]] QJsonObject redacted(const QJsonObject &object);
//! The same for a body as sent or received; what is not a JSON object is replaced by its size, since nobody
//! knows what it holds. Capped to longestKeptText.
[[nodiscard]] QString redactedBody(const QByteArray &body);
//! A body for the inspector: byte for byte where it is a JSON object without secrets; else as redactedBody().
//! Longer ones than `longest` bytes are as redactedBody() too.
[[nodiscard]] QString shownBody(const QByteArray &body, qsizetype longest = 256 * 1024);
//! `text` with every occurrence of the secrets replaced by redactedMark: others may quote what they were
//! sent.
[[nodiscard]] QString withoutSecrets(QString text, const QList<SecretText> &secrets);
//! The same for the names and texts of a body that is a JSON object, however they are escaped, also in JSON
//! text inside them. Without any, and where it is something else, byte for byte as it was.
[[nodiscard]] QByteArray bodyWithoutSecrets(const QByteArray &body, const QList<SecretText> &secrets);

} // namespace Core
