// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace Simulator {

//! What the service answers in Response.Error.
struct ApiFailure
{
    QString code;
    QString message;

    bool operator==(const ApiFailure &) const = default;
};

//! A value, or the error that the service answers with.
template <typename T> using Outcome = tl::expected<T, ApiFailure>;

[[nodiscard]] inline tl::unexpected<ApiFailure> refuse(const QString &code, const QString &message)
{
    return tl::unexpected<ApiFailure>(ApiFailure{code, message});
}

} // namespace Simulator
