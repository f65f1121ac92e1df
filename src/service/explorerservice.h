// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signingscheme.h"
#include "service/explorercall.h"

#include <QDateTime>

#include <functional>

namespace Service {

//! What is to be signed, but not sent.
struct SigningQuestion
{
    QString accountId;
    QString action;
    QJsonObject values;
    Core::SigningScheme scheme = Core::SigningScheme::Tc3;
    QDateTime at; //!< UTC; invalid: now, by the service's clock as far as it is known
};

//! Calls any action that the catalogue describes, under the same journal, limit, log and retries as
//! everything else. UI thread.
class ExplorerService : public QObject
{
    Q_OBJECT
public:
    ExplorerService(Accounts &accounts, Dispatcher &dispatcher, StopService &stops, StartService &starts,
                    Core::LogStore &log, const Core::Clock &clock, QObject *parent = nullptr);
    ~ExplorerService() override;

    //! Read when it is first asked for.
    [[nodiscard]] const Explorer::Catalogue &catalogue();

    //! What changes something is journaled as an intent before it leaves, what begins something leaves once
    //! at most; a Stop or Start of a push is left to its own service. Refused, and nothing is journaled as
    //! sent: an action that the account's edition does not know or a parameter that checkRequest() finds
    //! wrong (InvalidInput), a change with an account that is read-only.
    ExplorerCall *call(const ExplorerRequest &request);

    //! The finished request without secrets, the signature alone being whole. Answers once, never before it
    //! returned, nor after `context` died.
    void sign(const SigningQuestion &question, QObject *context,
              std::function<void(Core::Result<Core::WireExchange>)> done);

private:
    ExplorerTools m_tools;
    std::optional<Explorer::Catalogue> m_catalogue;
};

} // namespace Service
