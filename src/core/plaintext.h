// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Core {

//! Text of others for display, storage and terminals, capped at `longest` characters with an ellipsis behind.
//!
//! What moves a cursor, turns the direction of writing, cannot be seen or is half a character is replaced by
//! U+FFFD: controls but line break and tab, format characters, line and paragraph separators, fillers without
//! ink, unpaired surrogates. Of the marks that pile up on one character, eight stay.
[[nodiscard]] QString plainText(const QString &text, qsizetype longest = 1000);

//! The same on one line, for a cell, a list or a menu.
[[nodiscard]] QString oneLine(const QString &text, qsizetype longest = 1000);

//! JSON in UTF-8 with those characters written as \uXXXX: the same values, and nothing that a terminal obeys.
[[nodiscard]] QByteArray escapedJson(const QByteArray &json);

} // namespace Core
