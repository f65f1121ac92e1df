// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Models {

//! What an operator typed into a filter: words, all of which must occur, in any order and without regard to
//! case.
class SearchWords
{
public:
    SearchWords() = default;
    explicit SearchWords(const QString &text);

    //! No words: everything matches.
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] bool matches(QByteArrayView foldedText) const;
    bool operator==(const SearchWords &) const = default;

    //! A text as matches() wants it. Join columns with separator, which no word can hold.
    [[nodiscard]] static QByteArray folded(const QString &text);
    static constexpr QChar separator = u'\n';

private:
    QList<QByteArray> m_words;
};

} // namespace Models
