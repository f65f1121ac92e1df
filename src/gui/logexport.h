// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logstore.h"

#include <QByteArray>
#include <QList>

//! Lines of the log for a file. Names of columns and fields, and times (ISO 8601, UTC), are never translated.
namespace Gui {

//! As Text::RecordWriter writes them.
[[nodiscard]] QByteArray logAsCsv(const QList<Core::LogEntry> &entries);
[[nodiscard]] QByteArray logAsJson(const QList<Core::LogEntry> &entries);
//! For the clipboard: the fields with tabs between them, guarded like those of CSV, one line an entry. What
//! would break the line is made a blank.
[[nodiscard]] QString logAsText(const QList<Core::LogEntry> &entries);

} // namespace Gui
