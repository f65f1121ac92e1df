// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace Secrets {

//! The desktop's keyring, as service "whiteboard-push-console".
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    //! An open unlock prompt keeps a keyring job waiting for ever: after `timeout` the call reports
    //! KeyringTimeout and what comes later is dropped.
    explicit KeychainSecretStore(std::chrono::milliseconds timeout = std::chrono::seconds(20),
                                 QObject *parent = nullptr);

    void read(const QString &key, QObject *context, ReadCallback done) override;
    void write(const QString &key, const Core::SecretText &secret, QObject *context,
               DoneCallback done) override;
    void remove(const QString &key, QObject *context, DoneCallback done) override;

private:
    //! Starts `job` and calls `finished` with it, or with null when the time is over.
    void start(QKeychain::Job *job, QObject *context, std::function<void(QKeychain::Job *)> finished);

    std::chrono::milliseconds m_timeout;
};

} // namespace Secrets
