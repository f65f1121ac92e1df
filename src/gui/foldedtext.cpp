// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/foldedtext.h"

#include <utility>

namespace Gui {

namespace {

constexpr qsizetype longestLine = 1000;

} // namespace

QString foldedText(const QString &text)
{
    QString folded;
    folded.reserve(text.size() + text.size() / longestLine);
    bool isFirst = true;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (!std::exchange(isFirst, false))
            folded += u'\n';
        qsizetype at = 0;
        while (line.size() - at > longestLine) {
            const bool isPair = line[at + longestLine - 1].isHighSurrogate();
            const qsizetype length = isPair ? longestLine - 1 : longestLine;
            folded += line.sliced(at, length);
            folded += u'\n';
            at += length;
        }
        folded += line.sliced(at);
    }
    return folded;
}

} // namespace Gui
