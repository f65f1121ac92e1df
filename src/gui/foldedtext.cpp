// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/foldedtext.h"

#include <utility>

namespace Gui {

namespace {

// A view lays such a line out in a blink; the effort grows with its square.
constexpr qsizetype longestLine = 32 * 1024;
constexpr qsizetype pieceOfLine = 1000;

} // namespace

QString foldedText(const QString &text)
{
    QString folded;
    folded.reserve(text.size() + text.size() / pieceOfLine);
    bool isFirst = true;
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (!std::exchange(isFirst, false))
            folded += u'\n';
        qsizetype at = 0;
        while (line.size() > longestLine && line.size() - at > pieceOfLine) {
            const bool isPair = line[at + pieceOfLine - 1].isHighSurrogate();
            const qsizetype length = isPair ? pieceOfLine - 1 : pieceOfLine;
            folded += line.sliced(at, length);
            folded += u'\n';
            at += length;
        }
        folded += line.sliced(at);
    }
    return folded;
}

} // namespace Gui
