// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logstore.h"

#include <QByteArray>
#include <QList>

//! Lines of the log for a file. Names of columns and fields, and times (ISO 8601, UTC), are never translated.
namespace Gui {

//! RFC 4180 in UTF-8 with a byte order mark. A field that a spreadsheet would run as a formula (it begins
//! with = + - @, tab or carriage return) gets an apostrophe in front.
[[nodiscard]] QByteArray logAsCsv(const QList<Core::LogEntry> &entries);
//! An array of objects; what a line does not have is null.
[[nodiscard]] QByteArray logAsJson(const QList<Core::LogEntry> &entries);
//! For the clipboard: the fields with tabs between them, guarded like those of CSV, one line an entry. What
//! would break the line is made a blank.
[[nodiscard]] QString logAsText(const QList<Core::LogEntry> &entries);

} // namespace Gui
