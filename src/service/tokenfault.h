// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Core {
struct Credential;
struct Error;
} // namespace Core

namespace Service {

//! True if a request was refused because its temporary credentials are not valid (any more): new ones may be
//! had, and the request had no effect. A wrong long-lived key is not meant.
[[nodiscard]] bool isTokenFault(const Core::Error &error, const Core::Credential &credential);

} // namespace Service
