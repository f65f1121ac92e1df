// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace Simulator {

//! A throw-away authority and a server certificate of it for localhost, 127.0.0.1 and ::1. All PEM, never on
//! disk unless the caller writes it.
struct Certificates
{
    QByteArray authority;
    QByteArray server;
    QByteArray serverKey;
};

[[nodiscard]] Core::Result<Certificates> makeCertificates();

} // namespace Simulator
