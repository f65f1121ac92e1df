// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! A network that fails on demand, below Qt: the test's executable stands before the C library for looking
//! names up and for connecting. Compile badweather.cpp into the test itself.
namespace TestSupport::BadWeather {

//! Every name below this one is this machine's. A test takes a new one each time: Qt remembers what was
//! found.
inline constexpr auto domain = ".weather.test";

//! The next so many look-ups of such names fail, as without a name server.
void failLookups(int count);
//! The next so many connections fail with ENETUNREACH.
void failConnections(int count);

} // namespace TestSupport::BadWeather
