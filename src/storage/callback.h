// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <functional>

namespace Storage {

//! How an answer of the storage arrives: in the thread of the call, never before the call returned, never
//! after the context given with it died, otherwise exactly once. Callbacks arrive in the order of the calls.
template <typename T> using Callback = std::function<void(Core::Result<T>)>;

} // namespace Storage
