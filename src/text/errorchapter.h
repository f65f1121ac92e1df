// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Text {

//! The user's guide, as Markdown, with a last chapter: what each error code means and what to do about it.
[[nodiscard]] QString withErrorChapter(const QString &guide);

} // namespace Text
