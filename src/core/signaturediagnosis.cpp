// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signaturediagnosis.h"

#include "core/redaction.h"

#include <algorithm>

namespace Core {

TextDifference firstDifference(const QString &a, const QString &b)
{
    if (a == b) {
        return {};
    }
    const auto [left, right] = std::ranges::mismatch(a, b);
    const qsizetype offset = std::distance(a.cbegin(), left);
    const QStringView before = QStringView(a).first(offset);
    return {offset, static_cast<int>(before.count(u'\n')) + 1,
            static_cast<int>(offset - before.lastIndexOf(u'\n'))};
}

QString visibleText(const QByteArray &text, qsizetype longest)
{
    constexpr ushort controlPictures = 0x2400;
    constexpr ushort firstPrintable = 0x20;
    QString visible = QString::fromUtf8(text.left(4 * longest)).left(longest + 1);
    for (qsizetype i = 0; i < visible.size(); ++i) {
        QChar &c = visible[i];
        if (c == u'\t') {
            c = QChar(u'⇥');
        } else if (c != u'\n' && c.unicode() < firstPrintable) {
            c = QChar(static_cast<ushort>(controlPictures + c.unicode()));
        } else if (c == u' ' && (i + 1 == visible.size() || visible.at(i + 1) == u'\n')) {
            for (qsizetype j = i; j >= 0 && visible.at(j) == u' '; --j) {
                visible[j] = QChar(u'·');
            }
        }
    }
    return plainText(visible, longest);
}

} // namespace Core
