// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

namespace Simulator {

//! A throw-away authority and a server certificate of it. All PEM, never on
//! disk unless the caller writes it.
struct Certificates
{
    QByteArray authority;
    QByteArray server;
    QByteArray serverKey;
};

//! What the server's certificate says.
struct CertificateTerms
{
    QStringList hosts{}; //!< names besides localhost, 127.0.0.1 and ::1
    bool isForLocalhost = true;
    int fromDays = -1; //!< when it becomes valid, in days from now
    int untilDays = 30; //!< when it ceases to be
};

[[nodiscard]] Core::Result<Certificates> makeCertificates(const CertificateTerms &terms = {});

} // namespace Simulator
