// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/inifile.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

constexpr auto bytesBegin = "@ByteArray("_L1;
constexpr auto nothing = "@Invalid()"_L1;
constexpr auto sectionOfTheRest = "General"_L1;
constexpr std::array escapes{std::pair{'a', '\a'}, std::pair{'b', '\b'}, std::pair{'f', '\f'},
                             std::pair{'n', '\n'}, std::pair{'r', '\r'}, std::pair{'t', '\t'},
                             std::pair{'v', '\v'}, std::pair{'"', '"'},  std::pair{'\\', '\\'}};

[[nodiscard]] constexpr bool isHexDigit(char32_t c)
{
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
}

// Writing.

[[nodiscard]] QByteArray escapedKey(QStringView key)
{
    QByteArray escaped;
    for (const QChar c : key) {
        const bool isPlain =
            c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.');
        const QByteArray code = QByteArray::number(c.unicode(), 16).toUpper();
        if (isPlain) {
            escaped += c.toLatin1();
        } else if (c == u'/') {
            escaped += '\\';
        } else if (c.unicode() < 0x100) {
            escaped += '%' + code.rightJustified(2, '0');
        } else {
            escaped += "%U" + code.rightJustified(4, '0');
        }
    }
    return escaped;
}

[[nodiscard]] QByteArray escapedText(const QString &text)
{
    const bool isBytes = text.startsWith(bytesBegin); // which are no UTF-8
    QByteArray escaped;
    bool isAfterCode = false; // a digit would be taken for one of the code's
    for (const char32_t c : text.toUcs4()) {
        const auto *const known = std::ranges::find_if(
            escapes, [c](const auto &pair) { return c == static_cast<unsigned char>(pair.second); });
        const bool isCode =
            (c < 0x20 && known == escapes.end()) || (isBytes && c >= 0x7f) || (isAfterCode && isHexDigit(c));
        if (isCode) {
            escaped += "\\x" + QByteArray::number(static_cast<uint>(c), 16);
        } else if (known != escapes.end()) {
            escaped += '\\';
            escaped += known->first;
        } else {
            escaped += QString::fromUcs4(&c, 1).toUtf8();
        }
        isAfterCode = isCode;
    }
    const bool isQuoted = escaped.startsWith(' ') || escaped.endsWith(' ')
        || std::ranges::any_of(escaped, [](char c) { return c == ';' || c == ',' || c == '='; });
    return isQuoted ? '"' + escaped + '"' : escaped;
}

[[nodiscard]] QString markedText(const QString &text)
{
    return text.startsWith(u'@') ? QString(u'@' + text) : text;
}

[[nodiscard]] QByteArray writtenValue(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return nothing.data();
    case QMetaType::QByteArray:
        return escapedText(QString(bytesBegin + QString::fromLatin1(value.toByteArray()) + u')'));
    case QMetaType::QStringList: {
        const QStringList texts = value.toStringList();
        QByteArrayList written;
        for (const QString &text : texts) {
            written.append(escapedText(markedText(text)));
        }
        return texts.isEmpty() ? QByteArray(nothing.data()) : written.join(", ");
    }
    default:
        return escapedText(markedText(value.toString()));
    }
}

// Reading.

[[nodiscard]] QString unescapedKey(QByteArrayView key)
{
    QString unescaped;
    for (qsizetype at = 0; at < key.size(); ++at) {
        if (key[at] == '\\') {
            unescaped += u'/';
            continue;
        }
        const bool isLong = key[at] == '%' && key.sliced(at).startsWith("%U");
        const QByteArrayView code =
            key.sliced(at + 1)
                .sliced(isLong ? 1 : 0)
                .first(std::min<qsizetype>(isLong ? 4 : 2, key.size() - at - (isLong ? 2 : 1)));
        bool isCode = key[at] == '%' && code.size() == (isLong ? 4 : 2);
        const ushort number = isCode ? code.toUShort(&isCode, 16) : ushort(0);
        unescaped += isCode ? QChar(number) : QChar(QLatin1Char(key[at]));
        at += isCode ? code.size() + (isLong ? 1 : 0) : 0;
    }
    return unescaped;
}

[[nodiscard]] QVariant valueOf(const QString &text)
{
    if (text == nothing) {
        return {};
    }
    if (text.startsWith(bytesBegin) && text.endsWith(u')')) {
        return text.sliced(bytesBegin.size()).chopped(1).toLatin1();
    }
    return text.startsWith("@@"_L1) ? text.sliced(1) : text;
}

//! One value, or several between commas, as they stand behind the sign.
class WrittenValue
{
public:
    explicit WrittenValue(QByteArrayView written)
        : m_written(written)
    {
    }

    [[nodiscard]] QVariant read()
    {
        skipBlanks();
        while (m_at < m_written.size()) {
            const char c = m_written[m_at++];
            if (c == '\\') {
                readEscape();
            } else if (c == '"') {
                m_isInQuotes = !m_isInQuotes;
                m_firm = std::max(m_firm, m_text.size());
                m_isQuoted = true;
                if (!m_isInQuotes) {
                    skipBlanks();
                }
            } else if (c == ',' && !m_isInQuotes) {
                endText();
                skipBlanks();
            } else {
                readPlain();
            }
        }
        endText();
        if (m_texts.size() == 1) {
            return valueOf(m_texts.constFirst());
        }
        for (QString &text : m_texts) {
            text = valueOf(text).toString();
        }
        return m_texts;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_written.size() && (m_written[m_at] == ' ' || m_written[m_at] == '\t')) {
            ++m_at;
        }
    }
    void readPlain()
    {
        const qsizetype begin = m_at - 1;
        while (m_at < m_written.size() && m_written[m_at] != '\\' && m_written[m_at] != '"'
               && m_written[m_at] != ',') {
            ++m_at;
        }
        m_text += QString::fromUtf8(m_written.sliced(begin, m_at - begin));
    }
    void readEscape()
    {
        if (m_at == m_written.size()) {
            return;
        }
        const char c = m_written[m_at++];
        const auto *const known = std::ranges::find(escapes, c, &std::pair<char, char>::first);
        if (known != escapes.end()) {
            m_text += QLatin1Char(known->second);
        } else if (c == '?' || c == '\'') {
            m_text += QLatin1Char(c);
        } else if (c == 'x') {
            readCode(16);
        } else if (c >= '0' && c <= '7') {
            --m_at;
            readCode(8);
        } else if ((c == '\n' || c == '\r') && m_at < m_written.size()
                   && (m_written[m_at] == '\n' || m_written[m_at] == '\r') && m_written[m_at] != c) {
            ++m_at; // the line goes on
        }
        m_firm = m_text.size();
    }
    void readCode(int base)
    {
        const qsizetype begin = m_at;
        uint code = 0;
        for (; m_at < m_written.size(); ++m_at) {
            bool isDigit = false;
            const uint digit = m_written.sliced(m_at, 1).toUInt(&isDigit, base);
            if (!isDigit) {
                break;
            }
            code = code * static_cast<uint>(base) + digit;
        }
        if (m_at > begin) {
            m_text += QChar(static_cast<char16_t>(code));
        }
    }
    void endText()
    {
        while (!m_isQuoted && m_text.size() > m_firm && (m_text.endsWith(u' ') || m_text.endsWith(u'\t'))) {
            m_text.chop(1);
        }
        m_texts.append(std::exchange(m_text, {}));
        m_isQuoted = false;
        m_firm = 0;
    }

    QByteArrayView m_written;
    qsizetype m_at = 0;
    QStringList m_texts;
    QString m_text;
    qsizetype m_firm = 0; //!< so much of the text ends in no blank that could be taken away
    bool m_isInQuotes = false;
    bool m_isQuoted = false;
};

[[nodiscard]] bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

//! Takes the next line off `rest`, without a comment at its end: one in quotes or behind a backslash goes on.
[[nodiscard]] QByteArrayView takeLine(QByteArrayView &rest)
{
    bool isInQuotes = false;
    qsizetype end = 0;
    for (; end < rest.size(); ++end) {
        const char c = rest[end];
        if (c == '\\') {
            ++end;
        } else if (c == '"') {
            isInQuotes = !isInQuotes;
        } else if (!isInQuotes && (isLineEnd(c) || c == ';')) {
            break;
        }
    }
    end = std::min(end, rest.size());
    const QByteArrayView line = rest.first(end);
    rest = rest.sliced(end);
    if (rest.startsWith(';')) {
        rest = rest.sliced(std::ranges::find_if(rest, isLineEnd) - rest.begin());
    }
    rest = rest.sliced(std::ranges::find_if_not(rest, isLineEnd) - rest.begin());
    return line.trimmed();
}

//! The beginning of the section's keys.
[[nodiscard]] QString prefixOf(QByteArrayView line)
{
    const qsizetype end = line.indexOf(']');
    const QByteArrayView name = line.sliced(1, (end < 0 ? line.size() : end) - 1).trimmed();
    if (name.compare("general", Qt::CaseInsensitive) == 0) {
        return {};
    }
    return (name.compare("%general", Qt::CaseInsensitive) == 0 ? QString::fromLatin1(name.sliced(1))
                                                               : unescapedKey(name))
        + u'/';
}

} // namespace

QByteArray toIni(const QSettings::SettingsMap &values)
{
    QMap<QByteArray, QByteArray> sections; // what belongs to none comes first
    for (auto entry = values.cbegin(); entry != values.cend(); ++entry) {
        const QStringView key(entry.key());
        const qsizetype slash = key.indexOf(u'/');
        const QStringView name = key.first(std::max<qsizetype>(slash, 0));
        const QByteArray section = slash < 0                           ? QByteArray()
            : name.compare(sectionOfTheRest, Qt::CaseInsensitive) == 0 ? '%' + name.toLatin1()
                                                                       : escapedKey(name);
        sections[section] += escapedKey(key.sliced(slash + 1)) + '=' + writtenValue(*entry) + '\n';
    }
    QByteArray ini;
    for (auto section = sections.cbegin(); section != sections.cend(); ++section) {
        const QByteArray name = section.key().isEmpty() ? QByteArray(sectionOfTheRest.data()) : section.key();
        ini += (ini.isEmpty() ? "[" : "\n[") + name + "]\n" + *section;
    }
    return ini;
}

QSettings::SettingsMap fromIni(const QByteArray &bytes)
{
    QSettings::SettingsMap values;
    QString prefix;
    QByteArrayView rest(bytes);
    if (rest.startsWith("\xef\xbb\xbf")) {
        rest = rest.sliced(3);
    }
    while (!rest.isEmpty()) {
        const QByteArrayView line = takeLine(rest);
        const qsizetype sign = line.indexOf('=');
        if (line.startsWith('[')) {
            prefix = prefixOf(line);
        } else if (sign > 0) {
            values.insert(prefix + unescapedKey(line.first(sign).trimmed()),
                          WrittenValue(line.sliced(sign + 1)).read());
        }
    }
    return values;
}

} // namespace Config
