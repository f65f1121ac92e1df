// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace Text {

//! What we say about one code of the service, still untranslated; context "Text::ApiCode".
struct ApiCodeText
{
    QLatin1StringView code;
    const char *title;
    const char *explanation;
    const char *remedy;
};

//! Codes of the whiteboard service itself. Codes that both lists of the vendor name stand in one of ours
//! only.
[[nodiscard]] std::span<const ApiCodeText> tiwCodeTexts();
//! Codes every service of the vendor may answer with.
[[nodiscard]] std::span<const ApiCodeText> commonCodeTexts();

//! The entry of `code`, else of its nearest parent ("A.B" falls back to "A"), else null.
[[nodiscard]] const ApiCodeText *findApiCodeText(QStringView code);

} // namespace Text
