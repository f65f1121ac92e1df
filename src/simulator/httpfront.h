// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "simulator/request.h"
#include "simulator/wireanswer.h"

#include <functional>
#include <memory>

namespace Simulator {

//! The name of the header in which an answer tells the relay how it is to travel.
inline constexpr char wireHeader[] = "X-Simulator-Wire";

//! "FAULT DELAY DRIP LENGTH": the header's value, and back. LENGTH is that of the body as it is on the wire.
[[nodiscard]] QByteArray wireInstruction(const WireAnswer &answer, qsizetype bodyLength);
//! Fault, delay and drip from a header's value; \a bodyLength is left alone if the value is not one of ours.
[[nodiscard]] WireAnswer readWireInstruction(QByteArrayView value, qsizetype &bodyLength);

//! The HTTP library on a loopback port of its own, behind the relay.
class HttpFront
{
public:
    //! \a handle(request, port of the other side) is called from many threads at once.
    using Handler = std::function<WireAnswer(const Request &, quint16)>;
    explicit HttpFront(Handler handle);
    ~HttpFront();
    HttpFront(const HttpFront &) = delete;
    HttpFront &operator=(const HttpFront &) = delete;

    //! Starts its threads; the port it listens on, or a Network error.
    [[nodiscard]] Core::Result<quint16> start();
    //! Returns when all threads have ended. Handlers must not wait any more.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace Simulator
