// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrettext.h"
#include "core/signaturediagnosis.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Core {
class Clock;
}

namespace Service {

class Accounts;

//! What the doctor is asked.
struct DoctorQuestion
{
    QString pasted;
    QString accountId; //!< whose key, region and edition it is checked with; empty for none
    std::optional<Core::SecretText> typedKey; //!< for this check alone, in place of the account's
};

//! Says why a signed request was refused. Nothing is sent, kept or logged. UI thread; what takes long is done
//! in a thread of the pool.
class SignatureDoctor : public QObject
{
    Q_OBJECT
public:
    //! Both outlive it.
    SignatureDoctor(Accounts &accounts, const Core::Clock &clock, QObject *parent = nullptr);

    //! Answers once, never before it returns; only the latest question is answered. A key that cannot be read
    //! from the keyring leaves the signature unchecked.
    void examine(const DoctorQuestion &question);

Q_SIGNALS:
    void examined(const Core::SignatureDiagnosis &diagnosis);

private:
    Accounts &m_accounts;
    const Core::Clock &m_clock;
    quint64 m_latest = 0;
};

} // namespace Service
