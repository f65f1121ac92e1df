// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secrettext.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace Secrets {

//! Where secrets are kept. Every call reports exactly once, in the thread of the call and never before it
//! returned, unless `context` died. Nothing that it reports or logs holds a secret, but for the value read.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using ReadCallback = std::function<void(Core::Result<std::optional<Core::SecretText>>)>;
    using DoneCallback = std::function<void(Core::Result<void>)>;

    using QObject::QObject;

    //! nullopt: no such entry was found. A locked keyring that is no Secret Service can look the same: never
    //! overwrite on it without asking. Errors: KeyringUnavailable, KeyringDenied, KeyringTimeout.
    virtual void read(const QString &key, QObject *context, ReadCallback done) = 0;
    virtual void write(const QString &key, const Core::SecretText &secret, QObject *context,
                       DoneCallback done) = 0;
    //! An entry that is not there is no error.
    virtual void remove(const QString &key, QObject *context, DoneCallback done) = 0;
    //! Forgets at once what lies in this process's memory alone. What a keyring keeps stays there.
    virtual void dropMemory() { }
};

} // namespace Secrets
