// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

//! Values as source code writes them. Whatever a text holds, it comes out as one literal that means that
//! text.
namespace Explorer::Literal {

//! 'it'\''s': for POSIX shells.
[[nodiscard]] QString shell(const QString &text);
//! "…" with backslash escapes, as Python, Go, Java and C# read it alike.
[[nodiscard]] QString quoted(const QString &text);
//! "…" for C and C++, where \x and \u would take more or fewer characters than they should.
[[nodiscard]] QString cpp(const QString &text);
//! '…' for PHP, where nothing is expanded.
[[nodiscard]] QString php(const QString &text);
//! None, True, numbers, texts, lists and dictionaries, over several lines where they hold something.
[[nodiscard]] QString python(const QJsonValue &value, int indent = 0);
//! A whole number without exponent, any other as short as it stays exact.
[[nodiscard]] QString number(const QJsonValue &value);

//! JSON on one line, and over several.
[[nodiscard]] QString compactJson(const QJsonObject &object);
[[nodiscard]] QString indentedJson(const QJsonObject &object);

} // namespace Explorer::Literal
