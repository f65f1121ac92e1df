// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/accountdraft.h"

#include <QList>

namespace Gui {

//! The copy of all accounts that the settings dialog edits.
class AccountDrafts
{
    Q_DECLARE_TR_FUNCTIONS(Gui::AccountDrafts)
public:
    //! `defaultId` may be empty.
    void load(const QList<Core::Account> &accounts, const QString &defaultId);

    [[nodiscard]] qsizetype size() const { return m_drafts.size(); }
    [[nodiscard]] const AccountDraft &at(qsizetype row) const { return m_drafts.at(row); }
    void replace(qsizetype row, const AccountDraft &draft);

    //! Each returns the row of the new one. Names that are taken get a number.
    qsizetype addFresh();
    qsizetype add(AccountDraft draft);
    //! A copy of `row`, with the same kept secrets.
    qsizetype duplicate(qsizetype row);
    void remove(qsizetype row);

    //! -1 if there is none.
    [[nodiscard]] qsizetype defaultRow() const { return m_defaultRow; }
    void setDefaultRow(qsizetype row) { m_defaultRow = row; }

    [[nodiscard]] CheckedAccount checked(qsizetype row) const;
    //! The first row with a problem; -1 if all are fine.
    [[nodiscard]] qsizetype firstWithProblems() const;
    [[nodiscard]] bool isChanged(qsizetype row) const;
    [[nodiscard]] const QStringList &removedIds() const { return m_removedIds; }
    //! After a saving that went half way: new ones that are kept by now are edits of these from now on.
    void bindToKept(const QList<Core::Account> &accounts);
    //! Empties all typed secrets.
    void forgetSecrets();

private:
    [[nodiscard]] QStringList otherNames(qsizetype row) const;
    [[nodiscard]] QString freeName(const QString &wanted) const;

    QList<AccountDraft> m_drafts;
    QList<AccountDraft> m_originals;
    QStringList m_removedIds;
    qsizetype m_defaultRow = -1;
};

} // namespace Gui
