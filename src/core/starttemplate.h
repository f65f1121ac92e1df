// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushstart.h"

#include <QByteArray>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace Core {

//! The fields of a Start under the API's own names, without its secrets: the file that `start --from` reads,
//! what the window keeps as a template, and what the request is built on.
[[nodiscard]] QJsonObject startFields(const PushStart &start);

//! Why a text is no template.
struct TemplateFault
{
    enum class Kind {
        NotJson, //!< not a JSON object
        HoldsSecret, //!< a field that is secret, or a secret inside a JSON text
        UnknownField, //!< no field of a Start
        WrongType,
    };

    Kind kind = Kind::NotJson;
    QString field; //!< "Backup.PushUserSig"; empty for NotJson

    bool operator==(const TemplateFault &) const = default;
};

//! Ranges are not looked at: faultsOf() does that once the secrets are known.
[[nodiscard]] tl::expected<PushStart, TemplateFault> startFromTemplate(const QByteArray &json);
//! As a file, indented. Refused where a secret stands inside InitParam or ExtraData.
[[nodiscard]] tl::expected<QByteArray, TemplateFault> templateOf(const PushStart &start);

} // namespace Core
