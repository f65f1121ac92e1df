// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/signaturedoctor.h"

#include "api/signaturedoctor.h"
#include "core/background.h"
#include "core/clock.h"
#include "service/accounts.h"

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
        // Of a long text, each mistake that is tried takes its time.
        Core::inBackground<Core::SignatureDiagnosis>(
            this, [pasted = question.pasted, facts] { return Api::diagnose(pasted.toUtf8(), facts); },
            [this, number](const Core::SignatureDiagnosis &diagnosis) {
                if (number == m_latest) {
                    Q_EMIT examined(diagnosis);
                }
            });
    };
    if (question.typedKey && !question.typedKey->isEmpty()) {
        // Of which account it is nobody said: the request's own SecretId counts.
        answer(Core::Credential{{}, *question.typedKey, {}});
    } else if (question.accountId.isEmpty()) {
        answer(std::nullopt);
    } else {
        m_accounts.credential(question.accountId, this,
                              [answer](const Core::Result<Core::Credential> &credential) {
                                  answer(credential ? std::optional(*credential) : std::nullopt);
                              });
    }
}

} // namespace Service
