// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findrunning.h"

#include "core/redaction.h"
#include "gui/userprompt.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "text/errorsentences.h"
#include "text/punctuation.h"

#include <QWidget>

#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

FindRunning::FindRunning(const Service::Services &services, UserPrompt &prompt, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
{
}

void FindRunning::start(const QList<Core::Account> &accounts)
{
    if (isRunning())
        return;
    m_running = 0;
    m_added = 0;
    m_isComplete = true;
    m_problems.clear();
    QList<std::pair<Core::Account, Core::SdkAppId>> lists;
    for (const Core::Account &account : accounts) {
        const QList<Core::SdkAppId> ofAccount = m_services.sync.listsOf(account);
        if (ofAccount.isEmpty())
            m_problems.append(
                tr("Account %1: no application is known yet. Enter its SdkAppIds in the settings.")
                    .arg(Core::plainText(account.name)));
        for (const Core::SdkAppId sdkAppId : ofAccount)
            lists.append({account, sdkAppId});
    }
    m_left = static_cast<int>(lists.size());
    if (lists.isEmpty()) {
        tellProblems();
        return;
    }
    Q_EMIT started();
    for (const auto &list : std::as_const(lists)) {
        m_services.sync.list(list.first.id, list.second, this,
                             [this, list](const Core::Result<Service::TaskListing> &listing) {
                                 onListed(list.first, list.second, listing);
                             });
    }
}

void FindRunning::onListed(const Core::Account &account, Core::SdkAppId sdkAppId,
                           const Core::Result<Service::TaskListing> &listing)
{
    if (listing) {
        const QList<Core::PushTask> running = m_services.sync.runningOf(account, *listing);
        m_running += static_cast<int>(running.size());
        m_added += m_services.book.add(running);
        m_isComplete = m_isComplete && listing->isComplete;
    } else {
        const Text::ErrorText text = Text::explain(listing.error());
        const QString name = Core::plainText(account.name);
        m_problems.append(sdkAppId.isValid() ? tr("Account %1, application %2: %3. %4")
                                                   .arg(name, sdkAppId.toString(), text.title, text.remedy)
                                             : tr("Account %1: %2. %3").arg(name, text.title, text.remedy));
    }
    if (--m_left == 0)
        conclude();
}

void FindRunning::conclude()
{
    QString summary = Text::joinedClauses(
        {tr("%n task(s) running", nullptr, m_running), tr("%n new in the list", nullptr, m_added)});
    if (!m_isComplete)
        summary = tr("%1; the service knows more tasks than it listed").arg(summary);
    tellProblems();
    Q_EMIT finished(summary);
}

void FindRunning::tellProblems()
{
    if (!m_problems.isEmpty())
        m_prompt.warn(tr("Find running tasks"), m_problems.join(u"\n\n"_s), this);
}

} // namespace Gui
