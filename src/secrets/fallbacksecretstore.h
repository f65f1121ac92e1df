// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <QHash>

namespace Secrets {

//! The keyring where there is one. Where there is none (KeyringUnavailable) a secret that is written stays in
//! memory for this run, and is never written anywhere else. A keyring that refuses or does not answer is
//! reported as such, and so is one that answered in this run and is gone: what it keeps is there again at the
//! next start.
class FallbackSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    //! `keyring` outlives this object.
    explicit FallbackSecretStore(SecretStore &keyring, QObject *parent = nullptr);

    //! What is kept in memory comes first. KeyringUnavailable: no keyring, and nothing in memory.
    void read(const QString &key, QObject *context, ReadCallback done) override;
    void write(const QString &key, const Core::SecretText &secret, QObject *context,
               DoneCallback done) override;
    void remove(const QString &key, QObject *context, DoneCallback done) override;
    void dropMemory() override;

    //! The last call found no keyring, and none has answered in this run.
    [[nodiscard]] bool isKeyringMissing() const { return m_isKeyringMissing; }
    //! The secret is lost when the program ends.
    [[nodiscard]] bool isOnlyInMemory(const QString &key) const { return m_memory.contains(key); }

Q_SIGNALS:
    //! There is no keyring; said once in a run.
    void keyringUnavailable(const Core::Error &error);

private:
    void noteKeyring(const Core::Error *error);

    SecretStore &m_keyring;
    QHash<QString, Core::SecretText> m_memory;
    bool m_hasAnswered = false; //!< there was a keyring in this run
    bool m_isKeyringMissing = false;
    bool m_isAnnounced = false;
};

} // namespace Secrets
