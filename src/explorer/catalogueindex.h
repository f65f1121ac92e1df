// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explorer/catalogue.h"

#include <QByteArray>
#include <QList>

namespace Explorer {

//! Something that a search found.
struct SearchHit
{
    enum class Kind { Action, Field, Error };

    Kind kind = Kind::Action;
    QString name; //!< the action, the field's path ("Backup.PushUserId") or the code
    QString action; //!< the action that a field belongs to; for an error the first that answers with it
    bool isOfAnswer = false; //!< the field is one of the answer
    Words description;
    int score = 0; //!< the greater the better; comparable within one search only
};

//! Finds actions, fields and error codes by what a person remembers of them: a beginning, capitals ("swp"),
//! something in the middle, words of the description in either language. Every word has to match something.
//! Keeps copies of what it needs; a search of the whole catalogue takes well below a millisecond.
class CatalogueIndex
{
public:
    CatalogueIndex() = default;
    //! Of what exists in \a edition.
    CatalogueIndex(const Catalogue &catalogue, Core::Edition edition);

    //! At most \a most hits, best first; the order of equals is that of the catalogue. Text without words
    //! finds every action.
    [[nodiscard]] QList<SearchHit> find(const QString &text, qsizetype most = 50) const;

private:
    struct Entry
    {
        SearchHit hit;
        QByteArray name; //!< folded
        QByteArray initials; //!< of the words that capitals begin, folded
        QList<QByteArray> tails; //!< the name from each of its words on, folded
        QByteArray owner; //!< the action's name, folded; empty for actions
        QByteArray rest; //!< description and group, folded
    };

    [[nodiscard]] static Entry entry(SearchHit hit, const QString &rest);
    [[nodiscard]] static int scoreOf(const Entry &entry, const QByteArray &word);
    [[nodiscard]] static int scoreOf(const Entry &entry, const QList<QByteArray> &words);
    void addFields(const Catalogue &catalogue, const QList<Field> &fields, Core::Edition edition,
                   const SearchHit &owner, const QString &prefix);

    QList<Entry> m_entries;
};

} // namespace Explorer
