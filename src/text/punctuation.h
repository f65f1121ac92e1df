// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

//! What stands between words and between sentences: it differs with the language of the reader, so that texts
//! for people are put together here alone. Parts that are empty are left out.
namespace Text {

//! One after the other, with a blank between them where the language has one.
[[nodiscard]] QString joinedSentences(const QStringList &sentences);
//! Parts of one sentence: "12 tasks, 8 running".
[[nodiscard]] QString joinedClauses(const QStringList &clauses);
//! Things of one kind, in a row: names, numbers, keys.
[[nodiscard]] QString joinedItems(const QStringList &items);
//! With its full stop. "" stays as it is.
[[nodiscard]] QString asSentence(const QString &clause);
//! "RequestId: 1a2b"
[[nodiscard]] QString labelled(const QString &name, const QString &value);
//! What stands before a field: "Status:".
[[nodiscard]] QString fieldLabel(const QString &name);

} // namespace Text
