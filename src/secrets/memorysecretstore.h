// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <QHash>

namespace Secrets {

//! Keeps secrets for this run only.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    void read(const QString &key, QObject *context, ReadCallback done) override;
    void write(const QString &key, const Core::SecretText &secret, QObject *context,
               DoneCallback done) override;
    void remove(const QString &key, QObject *context, DoneCallback done) override;
    void dropMemory() override { m_secrets.clear(); }

private:
    QHash<QString, Core::SecretText> m_secrets;
};

} // namespace Secrets
