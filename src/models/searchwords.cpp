// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchwords.h"

#include <algorithm>
#include <string_view>

namespace Models {

SearchWords::SearchWords(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        m_words.append(folded(word));
    }
    // The longest word rejects most rows.
    std::ranges::stable_sort(m_words, std::ranges::greater(), &QByteArray::size);
}

bool SearchWords::matches(QByteArrayView foldedText) const
{
    const std::string_view text(foldedText.data(), static_cast<size_t>(foldedText.size()));
    return std::ranges::all_of(m_words, [text](const QByteArray &word) {
        return text.find(std::string_view(word.constData(), static_cast<size_t>(word.size())))
            != std::string_view::npos;
    });
}

QByteArray SearchWords::folded(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

} // namespace Models
