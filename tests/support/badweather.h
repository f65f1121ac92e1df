// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! A network that fails on demand, below Qt: the test's executable stands before the C library for looking
//! names up and for connecting. Compile badweather.cpp into the test itself.
namespace TestSupport::BadWeather {

//! The one name that is known here; it is this machine's.
inline constexpr auto host = "tiw.weather.test";

//! The next so many look-ups of `host` fail, as without a name server.
void failLookups(int count);
//! The next so many connections fail with ENETUNREACH.
void failConnections(int count);

} // namespace TestSupport::BadWeather
