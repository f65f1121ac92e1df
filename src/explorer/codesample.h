// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "explorer/catalogue.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Explorer {

//! In what a call can be written.
enum class CodeKind {
    Curl, //!< a shell script that signs with openssl
    CurlUnsigned, //!< the bare request, for tools that do not check signatures
    Tccli, //!< the vendor's command line
    Python,
    Go,
    Java,
    Node,
    Php,
    DotNet,
    Cpp,
};

[[nodiscard]] const QList<CodeKind> &codeKinds();

//! A program that makes this call, with the vendor's SDK of the endpoint's edition where it is not a shell's.
//! Keys are taken from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and, for temporary ones,
//! TENCENTCLOUD_TOKEN when it runs; none is written into it. \a values are written as they are: pass
//! withPlaceholders() for showing.
[[nodiscard]] QString codeFor(CodeKind kind, const Catalogue &catalogue, const Action &action,
                              const Core::Endpoint &endpoint, const QJsonObject &values);

} // namespace Explorer
