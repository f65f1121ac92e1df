// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/punctuation.h"

#include <QCoreApplication>

namespace Text {

namespace {

class Punctuation
{
    Q_DECLARE_TR_FUNCTIONS(Text::Punctuation)
};

[[nodiscard]] QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

} // namespace

QString joinedSentences(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty()) {
            // A pattern, since a translation cannot be empty.
            text = text.isEmpty() ? sentence : Punctuation::tr("%1 %2", "two sentences").arg(text, sentence);
        }
    }
    return text;
}

QString joinedClauses(const QStringList &clauses)
{
    return joined(clauses, Punctuation::tr(", ", "between parts of a sentence"));
}

QString joinedItems(const QStringList &items)
{
    return joined(items, Punctuation::tr(", ", "between things of one kind"));
}

QString asSentence(const QString &clause)
{
    return clause.isEmpty() ? QString() : Punctuation::tr("%1.", "a sentence").arg(clause);
}

QString labelled(const QString &name, const QString &value)
{
    return Punctuation::tr("%1: %2", "name, value").arg(name, value);
}

QString fieldLabel(const QString &name)
{
    return Punctuation::tr("%1:", "name of a field").arg(name);
}

} // namespace Text
