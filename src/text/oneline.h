// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redaction.h"

namespace Text {

//! Others' words for a table cell: plain, capped, without line breaks.
[[nodiscard]] inline QString oneLine(const QString &text, qsizetype longest)
{
    return Core::plainText(text, longest).simplified();
}
//! A code of the service, shown as it came; longer ones are not codes.
[[nodiscard]] inline QString oneCode(const QString &code)
{
    return oneLine(code, 128);
}

} // namespace Text
