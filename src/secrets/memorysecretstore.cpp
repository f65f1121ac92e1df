// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memorysecretstore.h"

namespace Secrets {

void MemorySecretStore::read(const QString &key, QObject *context, ReadCallback done)
{
    const auto found = m_secrets.constFind(key);
    const auto secret =
        found == m_secrets.constEnd() ? std::optional<Core::SecretText>() : std::optional(*found);
    QMetaObject::invokeMethod(
        context, [secret, done = std::move(done)] { done(secret); }, Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &key, const Core::SecretText &secret, QObject *context,
                              DoneCallback done)
{
    m_secrets.insert(key, secret);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString &key, QObject *context, DoneCallback done)
{
    m_secrets.remove(key);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace Secrets
