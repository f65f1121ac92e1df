// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/explorerservice.h"

#include "core/clock.h"
#include "explorer/catalogueparser.h"
#include "service/accounts.h"

#include <QRandomGenerator>
#include <QTimer>

#include <limits>

namespace Service {

namespace {

//! What a name that is in no catalogue stands for: it exists in no edition.
[[nodiscard]] const Explorer::Action &noAction()
{
    static const Explorer::Action none;
    return none;
}

} // namespace

ExplorerService::ExplorerService(Accounts &accounts, Dispatcher &dispatcher, StopService &stops,
                                 StartService &starts, Core::LogStore &log, const Core::Clock &clock,
                                 QObject *parent)
    : QObject(parent)
    , m_tools{accounts, dispatcher, stops, starts, log, clock}
{
}

ExplorerService::~ExplorerService() = default;

const Explorer::Catalogue &ExplorerService::catalogue()
{
    if (!m_catalogue) {
        // It is part of the program, and tested with it.
        m_catalogue = Explorer::builtInCatalogue().value_or(Explorer::Catalogue());
    }
    return *m_catalogue;
}

ExplorerCall *ExplorerService::call(const ExplorerRequest &request)
{
    const Explorer::Action *const action = catalogue().findAction(request.action);
    auto *const call =
        new ExplorerCall(m_tools, catalogue(), action != nullptr ? *action : noAction(), request, this);
    call->start();
    return call;
}

void ExplorerService::sign(const SigningQuestion &question, QObject *context,
                           std::function<void(Core::Result<Core::WireExchange>)> done)
{
    const QPointer<QObject> asker(context);
    m_tools.accounts.credential(
        question.accountId, this,
        [this, question, asker, done = std::move(done)](const Core::Result<Core::Credential> &credential) {
            if (!asker) {
                return;
            }
            const std::optional<Core::Account> account = m_tools.accounts.byId(question.accountId);
            const Explorer::Action *const action = catalogue().findAction(question.action);
            if (!credential || !account || action == nullptr) {
                done(Core::failure(credential
                                       ? Core::Error::of(Core::ErrorKind::NoCredential, question.accountId)
                                       : credential.error()));
                return;
            }
            Order order;
            order.request = requestOf(*action, question.values);
            order.account = *account;
            order.credential = *credential;
            const qint64 timestamp = question.at.isValid() ? question.at.toSecsSinceEpoch()
                                                           : m_tools.clock.nowUtc().toSecsSinceEpoch()
                    + m_tools.dispatcher.clockOffsetSeconds(account->endpoint);
            const auto nonce =
                static_cast<quint32>(QRandomGenerator::global()->bounded(1, std::numeric_limits<int>::max()));
            Core::WireExchange exchange =
                m_tools.dispatcher.preview(order, question.scheme, timestamp, nonce);
            exchange.accountId = account->id;
            exchange.accountName = account->name;
            exchange.time = QDateTime::fromSecsSinceEpoch(timestamp, Qt::UTC);
            done(exchange);
        });
}

} // namespace Service
