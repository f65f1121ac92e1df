// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secretkeys.h"
#include "secrets/secretstore.h"
#include "service/accounts.h"

namespace Service {

void Accounts::proxyPassword(QObject *context, Callback<std::optional<Core::SecretText>> done)
{
    m_secrets.read(Secrets::proxyPasswordEntry(), context, std::move(done));
}

void Accounts::saveProxyPassword(const Core::SecretText &password, QObject *context, Callback<void> done)
{
    const auto report = [this, done = std::move(done)](const Core::Result<void> &result) {
        if (result)
            Q_EMIT proxyPasswordChanged();
        done(result);
    };
    if (password.isEmpty())
        m_secrets.remove(Secrets::proxyPasswordEntry(), context, report);
    else
        m_secrets.write(Secrets::proxyPasswordEntry(), password, context, report);
}

} // namespace Service
