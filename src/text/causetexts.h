// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <span>

namespace Text {

//! What we say where more is known than an error's kind, still untranslated; context "Text::ErrorCause".
struct CauseText
{
    Core::ErrorKind kind;
    Core::ErrorCause cause;
    const char *title;
    const char *explanation;
    const char *remedy;
};

[[nodiscard]] std::span<const CauseText> causeTexts();
//! The entry of `error`'s kind and cause, or null.
[[nodiscard]] const CauseText *findCauseText(const Core::Error &error);

} // namespace Text
