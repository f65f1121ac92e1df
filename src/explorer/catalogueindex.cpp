// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/catalogueindex.h"

#include <algorithm>

namespace Explorer {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] QByteArray folded(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

//! Where the words of a name begin: at its first letter, at capitals after small letters, at the last capital
//! of a run ("IMAuthParam": IM, Auth, Param), after dots.
[[nodiscard]] QList<qsizetype> wordStarts(const QString &name)
{
    QList<qsizetype> starts;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isFirst = i == 0 || name.at(i - 1) == u'.';
        const bool isAfterSmall = i > 0 && name.at(i).isUpper() && !name.at(i - 1).isUpper();
        const bool isBeforeSmall =
            i > 0 && name.at(i).isUpper() && i + 1 < name.size() && name.at(i + 1).isLower();
        if (isFirst || isAfterSmall || isBeforeSmall) {
            starts.append(i);
        }
    }
    return starts;
}

// The better the part that a word was found in tells what was meant, the more it counts.
constexpr int wholeName = 100;
constexpr int beginningOfName = 80;
constexpr int initialsOfName = 70;
constexpr int beginningOfWord = 60;
constexpr int withinName = 40;
constexpr int withinOwner = 20;
constexpr int withinRest = 10;
constexpr int bonusOfAction = 6;
constexpr int bonusOfError = 4;
constexpr int bonusOfRequest = 2;

[[nodiscard]] int bonus(const SearchHit &hit)
{
    switch (hit.kind) {
    case SearchHit::Kind::Action:
        return bonusOfAction;
    case SearchHit::Kind::Error:
        return bonusOfError;
    case SearchHit::Kind::Field:
        return hit.isOfAnswer ? 0 : bonusOfRequest;
    }
    return 0;
}

} // namespace

CatalogueIndex::CatalogueIndex(const Catalogue &catalogue, Core::Edition edition)
{
    for (const Action &action : catalogue.actions) {
        if (action.existsIn(edition)) {
            m_entries.append(
                entry({SearchHit::Kind::Action, action.name, action.name, false, action.description},
                      action.group));
        }
    }
    for (const ErrorCode &error : catalogue.errors) {
        const auto owner = std::ranges::find_if(catalogue.actions, [&](const Action &action) {
            return action.existsIn(edition) && action.errors.contains(error.code);
        });
        if (owner != catalogue.actions.end()) {
            m_entries.append(
                entry({SearchHit::Kind::Error, error.code, owner->name, false, error.description}, {}));
        }
    }
    for (const Action &action : catalogue.actions) {
        if (action.existsIn(edition)) {
            SearchHit field{SearchHit::Kind::Field, {}, action.name, false, {}};
            addFields(catalogue, action.request, edition, field, {});
            field.isOfAnswer = true;
            addFields(catalogue, action.response, edition, field, {});
        }
    }
}

void CatalogueIndex::addFields(const Catalogue &catalogue, const QList<Field> &fields, Core::Edition edition,
                               const SearchHit &owner, const QString &prefix)
{
    for (const Field &field : fields) {
        if (!field.existsIn(edition)) {
            continue;
        }
        SearchHit hit = owner;
        hit.name = prefix + field.name;
        hit.description = field.description;
        m_entries.append(entry(hit, {}));
        addFields(catalogue, catalogue.fieldsOf(field), edition, owner, QString(hit.name + u'.'));
    }
}

CatalogueIndex::Entry CatalogueIndex::entry(SearchHit hit, const QString &rest)
{
    Entry result;
    result.name = folded(hit.name);
    QString initials;
    const QList<qsizetype> starts = wordStarts(hit.name);
    for (const qsizetype start : starts) {
        initials += hit.name.at(start);
        result.tails.append(folded(hit.name.mid(start)));
    }
    result.initials = folded(initials);
    if (hit.kind == SearchHit::Kind::Field) {
        result.owner = folded(hit.action);
    }
    result.rest =
        folded(QString(hit.description.english + u'\n' + hit.description.simplifiedChinese + u'\n' + rest));
    result.hit = std::move(hit);
    return result;
}

int CatalogueIndex::scoreOf(const Entry &entry, const QByteArray &word)
{
    if (entry.name == word) {
        return wholeName;
    }
    if (entry.name.startsWith(word)) {
        return beginningOfName;
    }
    if (word.size() > 1 && entry.initials.startsWith(word)) {
        return initialsOfName;
    }
    if (std::ranges::any_of(entry.tails, [&word](const QByteArray &tail) { return tail.startsWith(word); })) {
        return beginningOfWord;
    }
    if (entry.name.contains(word)) {
        return withinName;
    }
    if (entry.owner.contains(word)) {
        return withinOwner;
    }
    return entry.rest.contains(word) ? withinRest : 0;
}

int CatalogueIndex::scoreOf(const Entry &entry, const QList<QByteArray> &words)
{
    int sum = 0;
    bool isOwnersAlone = true; // "stop" means the action, not each of its fields
    for (const QByteArray &word : words) {
        const int score = scoreOf(entry, word);
        if (score == 0) {
            return 0;
        }
        isOwnersAlone = isOwnersAlone && score == withinOwner;
        sum += score;
    }
    return isOwnersAlone && !words.isEmpty() ? 0 : sum + bonus(entry.hit);
}

QList<SearchHit> CatalogueIndex::find(const QString &text, qsizetype most) const
{
    QList<QByteArray> words;
    const QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        words.append(folded(part));
    }
    QList<std::pair<int, const Entry *>> found;
    for (const Entry &entry : m_entries) {
        if (words.isEmpty() && entry.hit.kind != SearchHit::Kind::Action) {
            continue;
        }
        if (const int score = scoreOf(entry, words)) {
            found.append({score, &entry});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<int, const Entry *>::first);
    QList<SearchHit> hits;
    for (const auto &[score, entry] : std::as_const(found)) {
        if (hits.size() == most) {
            break;
        }
        hits.append(entry->hit);
        hits.last().score = score;
    }
    return hits;
}

} // namespace Explorer
