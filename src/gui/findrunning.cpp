// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findrunning.h"

#include "core/redaction.h"
#include "gui/userprompt.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "text/errorsentences.h"

#include <QWidget>

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
    for (const Core::Account &account : accounts)
        m_left += static_cast<int>(account.sdkAppIds.size());
    if (m_left == 0) {
        m_prompt.tell(tr("Find running tasks"),
                      tr("No application is known yet. Enter the SdkAppIds of the account in the settings."),
                      this);
        return;
    }
    Q_EMIT started();
    for (const Core::Account &account : accounts) {
        for (const Core::SdkAppId sdkAppId : account.sdkAppIds)
            m_services.sync.list(
                account.id, sdkAppId, this,
                [this, account, sdkAppId](const Core::Result<Service::TaskListing> &listing) {
                    onListed(account, sdkAppId, listing);
                });
    }
}

void FindRunning::onListed(const Core::Account &account, Core::SdkAppId sdkAppId,
                           const Core::Result<Service::TaskListing> &listing)
{
    if (listing) {
        QList<Core::PushTask> running;
        for (const Core::PushTask &task : listing->tasks) {
            if (task.isRunning())
                running.append(task);
        }
        m_running += static_cast<int>(running.size());
        m_added += m_services.book.add(running);
        m_isComplete = m_isComplete && listing->isComplete;
    } else {
        const Text::ErrorText text = Text::explain(listing.error());
        m_problems.append(
            tr("Account %1, application %2: %3. %4")
                .arg(Core::plainText(account.name), sdkAppId.toString(), text.title, text.remedy));
    }
    if (--m_left == 0)
        conclude();
}

void FindRunning::conclude()
{
    QString summary =
        tr("%n task(s) running", nullptr, m_running) + u", "_s + tr("%n new in the list", nullptr, m_added);
    if (!m_isComplete)
        summary += u"; "_s + tr("the service knows more tasks than it listed");
    if (!m_problems.isEmpty())
        m_prompt.tell(tr("Find running tasks"), m_problems.join(u"\n\n"_s), this);
    Q_EMIT finished(summary);
}

} // namespace Gui
