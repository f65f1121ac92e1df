// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Core {
struct Error;
}

namespace Service {

//! Whether a request that ended so may have had its effect all the same: nobody answered, or a service that
//! failed inside, of which nobody knows how far it got.
[[nodiscard]] bool mayHaveHadEffect(const Core::Error &error);

} // namespace Service
