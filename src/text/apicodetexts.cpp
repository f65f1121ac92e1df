// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/apicodetexts.h"

#include <algorithm>

namespace Text {

namespace {

[[nodiscard]] const ApiCodeText *findExactly(std::span<const ApiCodeText> texts, QStringView code)
{
    const auto found =
        std::ranges::find_if(texts, [code](const ApiCodeText &text) { return text.code == code; });
    return found == texts.end() ? nullptr : &*found;
}

} // namespace

const ApiCodeText *findApiCodeText(QStringView code)
{
    while (!code.isEmpty()) {
        for (const auto texts : {tiwCodeTexts(), commonCodeTexts()}) {
            if (const ApiCodeText *const found = findExactly(texts, code)) {
                return found;
            }
        }
        const qsizetype dot = code.lastIndexOf(u'.');
        code = code.first(qMax<qsizetype>(0, dot));
    }
    return nullptr;
}

} // namespace Text
