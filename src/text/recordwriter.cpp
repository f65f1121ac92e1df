// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/recordwriter.h"

#include "core/plaintext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

//! With the full-width forms, which spreadsheets of East Asian editions take for the same.
constexpr QStringView formulaStarts = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20";
constexpr QStringView quotedCharacters = u"\",;\t\r\n'";
constexpr double largestExact = 9007199254740992.0; // 2^53

//! What spreadsheets pass over before they look at the first character.
[[nodiscard]] bool isPassedOver(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

[[nodiscard]] bool isFormula(QStringView text)
{
    if (text.isEmpty()) {
        return false;
    }
    if (text.front() == u'\t' || text.front() == u'\r' || text.front() == u'\n') {
        return true;
    }
    const auto first = std::ranges::find_if_not(text, isPassedOver);
    return first != text.end() && formulaStarts.contains(*first);
}

[[nodiscard]] QString numberText(double number)
{
    const bool isWhole = std::trunc(number) == number && std::abs(number) <= largestExact;
    return isWhole ? QString::number(static_cast<qint64>(number)) : QString::number(number, 'g', 15);
}

[[nodiscard]] QByteArray csvField(const QJsonValue &value)
{
    QString text = guarded(value);
    const bool needsQuotes = std::ranges::any_of(text, [](QChar c) { return quotedCharacters.contains(c); })
        || (!text.isEmpty() && (text.front().isSpace() || text.back().isSpace()));
    if (needsQuotes) {
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    }
    return text.toUtf8();
}

} // namespace

RecordFormat recordFormatOf(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? RecordFormat::Json : RecordFormat::Csv;
}

RecordWriter::RecordWriter(QIODevice &device, RecordFormat format, const QStringList &names)
    : m_device(device)
    , m_format(format)
    , m_names(names)
{
    if (format == RecordFormat::Json) {
        put("[");
        return;
    }
    put("\xef\xbb\xbf");
    QList<QJsonValue> header;
    for (const QString &name : names) {
        header.append(name);
    }
    writeCsv(header);
}

void RecordWriter::write(const QList<QJsonValue> &values)
{
    Q_ASSERT(values.size() == m_names.size());
    m_format == RecordFormat::Csv ? writeCsv(values) : writeJson(values);
}

Core::Result<void> RecordWriter::finish()
{
    if (m_format == RecordFormat::Json) {
        put(m_isFirst ? "]\n" : "\n]\n");
    }
    if (m_hasFailed) {
        return Core::failure(Core::Error::of(Core::ErrorKind::Storage, m_device.errorString()));
    }
    return {};
}

void RecordWriter::writeCsv(const QList<QJsonValue> &values)
{
    QByteArrayList fields;
    for (const QJsonValue &value : values) {
        fields.append(csvField(value));
    }
    // A line of one empty field would be an empty line, which readers pass over.
    const bool isBare = fields.size() == 1 && fields.first().isEmpty();
    put((isBare ? QByteArray("\"\"") : fields.join(',')) + "\r\n");
}

void RecordWriter::writeJson(const QList<QJsonValue> &values)
{
    QJsonObject object;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        object.insert(m_names.at(i), values.at(i).isUndefined() ? QJsonValue() : values.at(i));
    }
    put((m_isFirst ? "\n" : ",\n") + Core::escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    m_isFirst = false;
}

void RecordWriter::put(const QByteArray &bytes)
{
    m_hasFailed = m_hasFailed || m_device.write(bytes) != bytes.size();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue numberOrNull(qint64 number, qint64 smallest)
{
    return number < smallest ? QJsonValue() : QJsonValue(number);
}

QString guarded(const QJsonValue &value)
{
    if (value.isDouble()) {
        return numberText(value.toDouble());
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    const QString text = value.toString();
    return isFormula(text) ? QString(u'\'' + text) : text;
}

} // namespace Text
