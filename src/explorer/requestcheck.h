// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "explorer/catalogue.h"

#include <QJsonObject>
#include <QList>

namespace Explorer {

//! What can be wrong with a value.
enum class FaultKind {
    Missing, //!< required, and absent or null
    Unknown, //!< no such field, or not in this edition
    WrongType, //!< another JSON type than the declared one
    TooSmall, //!< `limit` is the least
    TooLarge, //!< `limit` is the greatest
    TooLong, //!< `limit` is the longest, in characters
    TooManyBytes, //!< `limit` is the longest, in bytes of UTF-8
    NotAllowed, //!< none of the documented values
    WrongPattern, //!< has characters that are not allowed
    WrongFormat, //!< not written as its TextFormat wants it
};

//! Something wrong at one field.
struct FieldFault
{
    FaultKind kind = FaultKind::Missing;
    QString path; //!< "Backup.PushUserId", "Configs[0].TaskType"
    qint64 limit = 0;
    TextFormat format = TextFormat::Free; //!< for WrongFormat

    bool operator==(const FieldFault &) const = default;
};

//! Everything that is wrong with the parameters of a request, in the order of the catalogue, undeclared names
//! last. Null counts as absent.
[[nodiscard]] QList<FieldFault> checkRequest(const Catalogue &catalogue, const Action &action,
                                             Core::Edition edition, const QJsonObject &values);
//! The same for the inside of a Response: undeclared names are no fault, documented values and limits are not
//! enforced, since services grow.
[[nodiscard]] QList<FieldFault> checkAnswer(const Catalogue &catalogue, const Action &action,
                                            Core::Edition edition, const QJsonObject &answer);

//! The parameters as they are sent: without nulls, and without objects that hold nothing and may be left out.
[[nodiscard]] QJsonObject withoutBlanks(const Catalogue &catalogue, const QList<Field> &fields,
                                        const QJsonObject &values);

//! The same values without those of sensitive fields, at any depth: what may be kept between runs.
[[nodiscard]] QJsonObject withoutSecrets(const Catalogue &catalogue, const QList<Field> &fields,
                                         const QJsonObject &values);
//! The same values with "<PushUserSig>" and the like for those of sensitive fields: what may be shown or
//! copied.
[[nodiscard]] QJsonObject withPlaceholders(const Catalogue &catalogue, const QList<Field> &fields,
                                           const QJsonObject &values);

//! The other way round: what still reads "<PushUserSig>" takes the value that \a known has at that place, and
//! goes where it has none. So can a text be edited that shows no secrets.
[[nodiscard]] QJsonObject withoutPlaceholders(const Catalogue &catalogue, const QList<Field> &fields,
                                              const QJsonObject &values, const QJsonObject &known);

//! Parameters written as JSON text; nothing but blanks is an empty object. InvalidInput with the line and
//! column of the fault ("3:14: …").
[[nodiscard]] Core::Result<QJsonObject> parseParameters(const QString &text);

} // namespace Explorer
