// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace Core {

//! What a function that can fail returns: the value, or the Error that says why there is none.
template <typename T> using Result = tl::expected<T, Error>;

//! `return failure(…)` from a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace Core
