// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokennotice.h"

#include "core/account.h"
#include "core/redaction.h"
#include "gui/noticearea.h"
#include "service/accounts.h"
#include "service/stopservice.h"
#include "text/errorsentences.h"

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

QString noticeName(const QString &accountId)
{
    return u"tokenNotice-"_s + accountId;
}

} // namespace

TokenNotice::TokenNotice(const Service::Services &services, NoticeArea &notices, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_notices(notices)
{
    connect(&m_services.stops, &Service::StopService::paused, this, &TokenNotice::onPaused);
    connect(&m_services.stops, &Service::StopService::resumed, this,
            [this](const QString &accountId) { m_notices.dismiss(noticeName(accountId)); });
}

void TokenNotice::onPaused(const QString &accountId, const Core::Error &error)
{
    m_notices.show([this, accountId, error] {
        const std::optional<Core::Account> account = m_services.accounts.byId(accountId);
        const int waiting = static_cast<int>(m_services.stops.waitingForToken(accountId));
        return Notice{.name = noticeName(accountId),
                      .iconName = u"warning"_s,
                      .text = tr("Account %1: %2. %n stop(s) wait, and go on when new credentials are saved.",
                                 nullptr, waiting)
                                  .arg(account ? Core::plainText(account->name, 64) : accountId,
                                       Text::explain(error).title),
                      .buttons = {{tr("Enter new credentials…"), u"newTokenButton"_s,
                                   [this, accountId] { Q_EMIT accountSettingsRequested(accountId); }}},
                      .canBeDismissed = false};
    });
}

} // namespace Gui
