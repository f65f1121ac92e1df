// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "service/accounts.h"

#include <QCoreApplication>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Gui {

//! An account as it stands in the form: texts as typed, right or wrong.
struct AccountDraft
{
    QString id; //!< of the account it edits; empty: a new one
    QString name;
    Core::Edition edition = Core::Edition::International;
    bool isCustomEndpoint = false; //!< a host that none of the editions offers
    QString host;
    QString region;
    QString secretId;
    QString applications;
    QString caFile;
    bool isReadOnly = false;
    Service::SecretChanges secrets; //!< as typed
    QString keptAt; //!< id of the account whose kept secrets it has (its own, or that of its original);
                    //!< empty: none
    QString keptSecretId; //!< the SecretId that the kept SecretKey belongs to
    bool hasKeptToken = false;
    bool isKeyOptional = false; //!< imported without secrets: they may follow later

    bool operator==(const AccountDraft &other) const;

    [[nodiscard]] static AccountDraft of(const Core::Account &account);
    //! A new one for the edition's usual endpoint.
    [[nodiscard]] static AccountDraft fresh(const QString &name);
    [[nodiscard]] bool isNew() const { return id.isEmpty(); }
    //! A kept SecretKey that still belongs to the SecretId.
    [[nodiscard]] bool hasKeptKey() const;
};

enum class AccountField { Name, Host, Region, SecretId, SecretKey, Token, Applications, CaFile };

//! What a draft comes to.
struct CheckedAccount
{
    Core::Account account; //!< valid where there are no problems
    Service::SecretChanges secrets; //!< trimmed and unquoted
    QMap<AccountField, QString> problems; //!< sentences for the operator

    [[nodiscard]] bool isFine() const { return problems.isEmpty(); }
    //! Good enough to be tried: only the name may be wrong.
    [[nodiscard]] bool isTestable() const;
};

//! Pure but for a look at the CA file. `otherNames`: those of all other accounts.
[[nodiscard]] CheckedAccount checked(const AccountDraft &draft, const QStringList &otherNames);

//! Why `path` cannot serve as a PEM file of certificates; empty if it can, or if `path` is empty.
[[nodiscard]] QString caFileProblem(const QString &path);

} // namespace Gui
