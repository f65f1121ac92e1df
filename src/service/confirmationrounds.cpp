// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/confirmationrounds.h"

#include "service/listround.h"

namespace Service {

RoundSeat::RoundSeat(ListRound *round, const Core::TaskKey &task, QObject *parent)
    : QObject(parent)
    , m_round(round)
    , m_task(task)
{
}

RoundSeat::~RoundSeat()
{
    if (m_round) {
        m_round->leave(this);
    }
}

void RoundSeat::leave()
{
    if (m_round) {
        m_round->leave(this);
        m_round = nullptr;
    }
    deleteLater();
}

bool RoundSeat::ask()
{
    return m_round && m_round->ask(this);
}

ConfirmationRounds::ConfirmationRounds(Dispatcher &dispatcher, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
{
}

RoundSeat *ConfirmationRounds::join(const Core::TaskKey &task, const Core::Account &account,
                                    const Core::Credential &credential, QObject *parent)
{
    // What one list can tell of: an account with its key, on the mainland one of its applications.
    const bool isMainland = account.endpoint.edition == Core::Edition::Mainland;
    const Core::SdkAppId application = isMainland ? task.sdkAppId : Core::SdkAppId{};
    const QStringList words{account.id, credential.secretId, account.endpoint.url.toString(),
                            application.toString()};
    QPointer<ListRound> &round = m_rounds[words.join(u'\n')];
    if (!round) {
        round = new ListRound(m_dispatcher, account, application, this);
    }
    auto *const seat = new RoundSeat(round, task, parent);
    round->join(seat, credential);
    return seat;
}

} // namespace Service
