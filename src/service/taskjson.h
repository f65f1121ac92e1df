// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/findings.h"

namespace Service {

//! Takes every JSON object or array out of `text` and looks for tasks in it.
struct TextWithoutJson
{
    QString rest; //!< lines keep their numbers
    bool hadJson = false;
};
[[nodiscard]] TextWithoutJson takeJson(const QString &text, Findings &findings);

} // namespace Service
