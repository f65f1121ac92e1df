// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/accountdraft.h"

#include <QProcessEnvironment>

//! Accounts from other places, as drafts that nothing is kept of until they are saved.
namespace Gui {

struct FoundAccounts
{
    QList<AccountDraft> drafts;
    QStringList problems; //!< sentences: why one of them, or all, cannot be used
};

//! From TENCENTCLOUD_SECRET_ID and its siblings.
[[nodiscard]] FoundAccounts accountsOfEnvironment(const QProcessEnvironment &environment);
//! From the profiles of tccli in `directory`; `nowUtc` tells which temporary keys have expired.
[[nodiscard]] FoundAccounts accountsOfTccli(const QString &directory, const QDateTime &nowUtc);
//! From a file that an export wrote; they come without secrets.
[[nodiscard]] FoundAccounts accountsOfFile(const QString &path);

//! Writes all of `content` or leaves the file as it was. Storage: with the reason.
[[nodiscard]] Core::Result<void> writeFile(const QString &path, const QByteArray &content);

} // namespace Gui
