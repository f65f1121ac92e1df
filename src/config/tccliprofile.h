// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/environment.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Config {

//! A profile of Tencent Cloud's own command line.
struct TccliProfile
{
    QString name;
    Core::Result<FoundCredential> found; //!< or why it cannot be used
};

//! "~/.tccli".
[[nodiscard]] QString tccliDirectory();
//! The profiles in `directory`, by name, "default" first; empty if there is no such directory. Errors of a
//! profile: InvalidInput (not JSON, wrong types, a key that pastedkey.h refuses), NoCredential (kinds without
//! keys of their own: cvm-role, role-arn; temporary keys that have expired by
//! `nowUtc`; or nothing in it), Storage (not readable).
[[nodiscard]] QList<TccliProfile> tccliProfiles(const QString &directory, const QDateTime &nowUtc);

} // namespace Config
