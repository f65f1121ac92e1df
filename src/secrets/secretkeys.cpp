// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secretkeys.h"

using namespace Qt::StringLiterals;

namespace Secrets {

QString secretKeyEntry(const QString &accountId)
{
    return u"account/"_s + accountId + u"/secretKey"_s;
}

QString tokenEntry(const QString &accountId)
{
    return u"account/"_s + accountId + u"/token"_s;
}

QString proxyPasswordEntry()
{
    return u"proxy/password"_s;
}

} // namespace Secrets
