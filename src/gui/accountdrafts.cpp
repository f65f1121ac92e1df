// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accountdrafts.h"

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

void AccountDrafts::load(const QList<Core::Account> &accounts, const QString &defaultId)
{
    m_drafts.clear();
    m_removedIds.clear();
    m_defaultRow = -1;
    for (const Core::Account &account : accounts) {
        if (account.id == defaultId)
            m_defaultRow = m_drafts.size();
        m_drafts.append(AccountDraft::of(account));
    }
    m_originals = m_drafts;
}

void AccountDrafts::replace(qsizetype row, const AccountDraft &draft)
{
    m_drafts[row] = draft;
}

qsizetype AccountDrafts::addFresh()
{
    return add(AccountDraft::fresh(tr("New account")));
}

qsizetype AccountDrafts::add(AccountDraft draft)
{
    draft.id.clear();
    draft.name = freeName(draft.name);
    m_drafts.append(draft);
    if (m_defaultRow < 0)
        m_defaultRow = 0;
    return m_drafts.size() - 1;
}

qsizetype AccountDrafts::duplicate(qsizetype row)
{
    return add(m_drafts.at(row));
}

void AccountDrafts::remove(qsizetype row)
{
    if (!m_drafts.at(row).isNew())
        m_removedIds.append(m_drafts.at(row).id);
    m_drafts.removeAt(row);
    if (m_defaultRow == row)
        m_defaultRow = m_drafts.isEmpty() ? -1 : 0;
    else if (m_defaultRow > row)
        --m_defaultRow;
}

CheckedAccount AccountDrafts::checked(qsizetype row) const
{
    return Gui::checked(m_drafts.at(row), otherNames(row));
}

qsizetype AccountDrafts::firstWithProblems() const
{
    for (qsizetype row = 0; row < m_drafts.size(); ++row) {
        if (isChanged(row) && !checked(row).isFine())
            return row;
    }
    return -1;
}

bool AccountDrafts::isChanged(qsizetype row) const
{
    return !m_originals.contains(m_drafts.at(row));
}

void AccountDrafts::bindToKept(const QList<Core::Account> &accounts)
{
    for (AccountDraft &draft : m_drafts) {
        const auto kept = std::ranges::find(accounts, draft.name.trimmed(), &Core::Account::name);
        if (draft.isNew() && kept != accounts.end())
            draft.id = kept->id;
    }
}

void AccountDrafts::forgetSecrets()
{
    for (QList<AccountDraft> *drafts : {&m_drafts, &m_originals}) {
        for (AccountDraft &draft : *drafts)
            draft.secrets = {};
    }
}

QStringList AccountDrafts::otherNames(qsizetype row) const
{
    QStringList names;
    for (qsizetype other = 0; other < m_drafts.size(); ++other) {
        if (other != row)
            names.append(m_drafts.at(other).name.trimmed());
    }
    return names;
}

QString AccountDrafts::freeName(const QString &wanted) const
{
    const QStringList taken = otherNames(-1);
    QString name = wanted;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
        name = u"%1 (%2)"_s.arg(wanted).arg(number);
    return name;
}

} // namespace Gui
