// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/request.h"
#include "simulator/wireanswer.h"

namespace Simulator {

class Endpoint;

//! The simulator's own pages below /_simulator/, unsigned JSON:
//!   GET journal[?after=N]  deliveries      DELETE journal  forgets them
//!   GET tasks              all tasks       POST tasks      adds one or an array, as a scenario writes them
//!   GET faults             rules in force  POST faults     adds one or an array     DELETE faults  removes
//!   all
//! Requests that a browser sent from some page (Origin) are refused.
[[nodiscard]] WireAnswer controlPage(const Request &request, Endpoint &endpoint);

} // namespace Simulator
