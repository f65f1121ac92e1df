// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wireexchange.h"

#include <QString>
#include <QStringList>

//! One exchange with the service as a person reads it, or takes it elsewhere. Plain text. Nothing here has a
//! key, a token or a secret field; the signature only where it is asked for.
namespace Text {

[[nodiscard]] QString requestText(const Core::WireExchange &exchange, bool showsSignature);
//! Canonical request, string to sign and scope, with their SHA-256.
[[nodiscard]] QString signatureText(const Core::WireExchange &exchange, bool showsSignature);
//! Status and headers, then the body indented and `Backup` decoded, then the body as it came.
[[nodiscard]] QString answerText(const Core::WireExchange &exchange);
[[nodiscard]] QString connectionText(const Core::WireExchange &exchange);

//! Tries side by side: names of the rows, then one column for each exchange, all of the same length.
[[nodiscard]] QStringList attemptRowNames();
[[nodiscard]] QStringList attemptColumn(const Core::WireExchange &exchange);
//! "1", or "1, signed again".
[[nodiscard]] QString attemptName(const Core::WireExchange &exchange);

//! What the vendor's support asks for.
[[nodiscard]] QString supportText(const Core::WireExchange &exchange);

} // namespace Text
