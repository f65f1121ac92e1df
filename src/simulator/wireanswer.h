// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Simulator {

//! What becomes of an answer on its way out. The HTTP library only makes well-formed answers; the relay in
//! front of it spoils them.
enum class WireFault {
    None,
    Cut, //!< the connection is closed before the first byte of the answer
    HalfHeader, //!< closed in the middle of the header
    TruncatedBody, //!< closed in the middle of the body
    Drip, //!< the body leaves byte by byte
    Hang, //!< nothing leaves, the connection stays open
};

//! An answer and how it is to travel.
struct WireAnswer
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray date; //!< HTTP date; empty for none
    QByteArray location; //!< of a redirect; empty for none
    QByteArray body;
    WireFault fault = WireFault::None;
    int delayMs = 0; //!< held back this long after processing
    int dripMs = 0; //!< from one byte to the next with WireFault::Drip
};

} // namespace Simulator
