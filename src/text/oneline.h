// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plaintext.h"

namespace Text {

using Core::oneLine;

//! A code of the service, shown as it came; longer ones are not codes.
[[nodiscard]] inline QString oneCode(const QString &code)
{
    return oneLine(code, 128);
}

} // namespace Text
