// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QIODevice>
#include <QJsonValue>
#include <QList>
#include <QStringList>

//! Exported files: records with named fields, as CSV for spreadsheets or as JSON for programs. What stands in
//! them is never translated: names as in --json, times in ISO 8601 and UTC, words of Core.
namespace Text {

enum class RecordFormat { Csv, Json };

//! Json for a path that ends in .json, otherwise Csv.
[[nodiscard]] RecordFormat recordFormatOf(const QString &path);

//! Writes records to a device one after the other and keeps none of them.
//!
//! CSV is RFC 4180 in UTF-8, always with a byte order mark (without it, spreadsheets take UTF-8 for the
//! machine's own encoding), and no text in it can become a formula. JSON is an array of objects, one a
//! line, without a byte order mark; what a terminal would obey is escaped.
class RecordWriter
{
public:
    //! Writes the beginning. `device` is open for writing and outlives the writer.
    RecordWriter(QIODevice &device, RecordFormat format, const QStringList &names);

    //! One value a name, in their order. Texts, numbers and booleans; null stands for what is not known: an
    //! empty field in CSV.
    void write(const QList<QJsonValue> &values);
    //! Writes the end; nothing may follow. Storage: something could not be written.
    [[nodiscard]] Core::Result<void> finish();

private:
    void writeCsv(const QList<QJsonValue> &values);
    void writeJson(const QList<QJsonValue> &values);
    void put(const QByteArray &bytes);

    QIODevice &m_device;
    const RecordFormat m_format;
    const QStringList m_names;
    bool m_isFirst = true;
    bool m_hasFailed = false;
};

//! The text, or null if there is none.
[[nodiscard]] QJsonValue textOrNull(const QString &text);
//! ISO 8601 in UTC with milliseconds, or null if invalid.
[[nodiscard]] QJsonValue timeOrNull(const QDateTime &time);
//! The number, or null below `smallest`.
[[nodiscard]] QJsonValue numberOrNull(qint64 number, qint64 smallest = 0);

//! What a value is in a table of plain text: whole numbers in digits, null empty, and a text that a
//! spreadsheet would run as a formula with an apostrophe in front.
[[nodiscard]] QString guarded(const QJsonValue &value);

} // namespace Text
