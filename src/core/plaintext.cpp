// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plaintext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

//! More on one character is a flood that covers the lines around it; no script needs as many.
constexpr int mostMarks = 8;
//! Letters by their category, without any ink: Hangul's.
constexpr std::array<char32_t, 4> fillers{0x115f, 0x1160, 0x3164, 0xffa0};

[[nodiscard]] bool isHarmful(char32_t c)
{
    if (c == U'\n' || c == U'\t') {
        return false;
    }
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate: // one without its other half
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return std::ranges::find(fillers, c) != fillers.end();
    }
}

[[nodiscard]] bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining
        || category == QChar::Mark_Enclosing;
}

//! Calls `take` with each character and the code units that it is made of.
template <typename Take> void forEachCharacter(QStringView text, Take take)
{
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const QStringView units = text.sliced(at, isPair ? 2 : 1);
        take(isPair ? QChar::surrogateToUcs4(units[0], units[1]) : char32_t(units[0].unicode()), units);
        at += units.size();
    }
}

} // namespace

QString plainText(const QString &text, qsizetype longest)
{
    QStringView kept = QStringView(text).left(longest);
    const bool isCut = kept.size() < text.size();
    if (isCut && !kept.isEmpty() && kept.back().isHighSurrogate()) {
        kept.chop(1); // its other half would be behind the cut
    }
    QString plain;
    plain.reserve(kept.size() + 1);
    int marks = 0;
    forEachCharacter(kept, [&plain, &marks](char32_t c, QStringView units) {
        marks = isMark(c) ? marks + 1 : 0;
        if (isHarmful(c)) {
            plain += QChar(QChar::ReplacementCharacter);
        } else if (marks <= mostMarks) {
            plain += units;
        }
    });
    if (isCut) {
        plain += u'…';
    }
    return plain;
}

QString oneLine(const QString &text, qsizetype longest)
{
    return plainText(text, longest).simplified();
}

QByteArray escapedJson(const QByteArray &json)
{
    // Outside of texts there are none of them, but for line breaks, which stay.
    QString escaped;
    escaped.reserve(json.size());
    forEachCharacter(QString::fromUtf8(json), [&escaped](char32_t c, QStringView units) {
        if (!isHarmful(c)) {
            escaped += units;
            return;
        }
        for (const QChar unit : units) {
            escaped += u"\\u";
            for (int shift = 12; shift >= 0; shift -= 4) {
                escaped += QChar(u"0123456789abcdef"[(unit.unicode() >> shift) & 0xf]);
            }
        }
    });
    return escaped.toUtf8();
}

} // namespace Core
