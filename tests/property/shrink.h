// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "property/script.h"

#include <functional>

namespace Property {

//! The fewest steps, with the smallest numbers, that still fail; `fails` is asked over and over.
[[nodiscard]] Script shrunk(const Script &failing, const std::function<bool(const Script &)> &fails);

} // namespace Property
