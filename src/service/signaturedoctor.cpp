// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/signaturedoctor.h"

#include "api/signaturedoctor.h"
#include "core/clock.h"
#include "service/accounts.h"

#include <QTimer>

namespace Service {

SignatureDoctor::SignatureDoctor(Accounts &accounts, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_clock(clock)
{
}

void SignatureDoctor::examine(const DoctorQuestion &question)
{
    const quint64 number = ++m_latest;
    const auto answer = [this, question, number](std::optional<Core::Credential> credential) {
        if (number != m_latest) {
            return;
        }
        Api::DoctorFacts facts;
        facts.credential = std::move(credential);
        facts.now = m_clock.nowUtc();
        if (const std::optional<Core::Account> account = m_accounts.byId(question.accountId)) {
            facts.endpoint = account->endpoint;
        }
        Q_EMIT examined(Api::diagnose(question.pasted.toUtf8(), facts));
    };
    if (question.typedKey && !question.typedKey->isEmpty()) {
        // Of which account it is nobody said: the request's own SecretId counts.
        const Core::Credential typed{{}, *question.typedKey, {}};
        QTimer::singleShot(0, this, [answer, typed] { answer(typed); });
    } else if (question.accountId.isEmpty()) {
        QTimer::singleShot(0, this, [answer] { answer(std::nullopt); });
    } else {
        m_accounts.credential(question.accountId, this,
                              [answer](const Core::Result<Core::Credential> &credential) {
                                  answer(credential ? std::optional(*credential) : std::nullopt);
                              });
    }
}

} // namespace Service
