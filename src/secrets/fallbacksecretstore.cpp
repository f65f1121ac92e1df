// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/fallbacksecretstore.h"

#include <QPointer>

namespace Secrets {

namespace {

[[nodiscard]] bool isMissing(const Core::Error &error)
{
    return error.kind == Core::ErrorKind::KeyringUnavailable;
}

} // namespace

FallbackSecretStore::FallbackSecretStore(SecretStore &keyring, QObject *parent)
    : SecretStore(parent)
    , m_keyring(keyring)
{
}

void FallbackSecretStore::noteKeyring(const Core::Error *error)
{
    m_hasAnswered = m_hasAnswered || error == nullptr || error->kind == Core::ErrorKind::KeyringDenied;
    m_isKeyringMissing = error != nullptr && isMissing(*error) && !m_hasAnswered;
    if (m_isKeyringMissing && !m_isAnnounced) {
        m_isAnnounced = true;
        Q_EMIT keyringUnavailable(*error);
    }
}

// The keyring's answers are this object's: a write has its effect here even if whoever asked is gone by then.

void FallbackSecretStore::read(const QString &key, QObject *context, ReadCallback done)
{
    if (const auto kept = m_memory.constFind(key); kept != m_memory.constEnd()) {
        QMetaObject::invokeMethod(
            context, [secret = *kept, done = std::move(done)] { done(std::optional(secret)); },
            Qt::QueuedConnection);
        return;
    }
    m_keyring.read(key, this,
                   [this, receiver = QPointer(context), done = std::move(done)](const auto &result) {
                       noteKeyring(result ? nullptr : &result.error());
                       if (receiver) {
                           done(result);
                       }
                   });
}

void FallbackSecretStore::write(const QString &key, const Core::SecretText &secret, QObject *context,
                                DoneCallback done)
{
    m_keyring.write(
        key, secret, this,
        [this, key, secret, receiver = QPointer(context), done = std::move(done)](Core::Result<void> result) {
            noteKeyring(result ? nullptr : &result.error());
            if (result) {
                m_memory.remove(key);
            } else if (m_isKeyringMissing) {
                m_memory.insert(key, secret);
            }
            if (receiver) {
                done(m_isKeyringMissing ? Core::Result<void>() : result);
            }
        });
}

void FallbackSecretStore::dropMemory()
{
    m_memory.clear();
    m_keyring.dropMemory();
}

void FallbackSecretStore::remove(const QString &key, QObject *context, DoneCallback done)
{
    m_keyring.remove(
        key, this,
        [this, key, receiver = QPointer(context), done = std::move(done)](Core::Result<void> result) {
            noteKeyring(result ? nullptr : &result.error());
            if (result || m_isKeyringMissing) {
                m_memory.remove(key);
            }
            if (receiver) {
                done(m_isKeyringMissing ? Core::Result<void>() : result);
            }
        });
}

} // namespace Secrets
