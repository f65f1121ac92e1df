// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "service/services.h"

#include <QObject>

class QWidget;

namespace Service {
struct TaskListing;
}

namespace Gui {

class UserPrompt;

//! Asks the service which tasks are running in all known applications of some accounts, and tracks them; in
//! any application where an account names none and its edition lists all.
class FindRunning : public QObject
{
    Q_OBJECT
public:
    FindRunning(const Service::Services &services, UserPrompt &prompt, QWidget *window);

    //! Does nothing while a search is under way. Says of which accounts nothing can be asked, and what to do.
    void start(const QList<Core::Account> &accounts);
    [[nodiscard]] bool isRunning() const { return m_left > 0; }

Q_SIGNALS:
    void started();
    //! One sentence for the status bar.
    void finished(const QString &summary);

private:
    void onListed(const Core::Account &account, Core::SdkAppId sdkAppId,
                  const Core::Result<Service::TaskListing> &listing);
    void conclude();
    void tellProblems();

    const Service::Services m_services;
    UserPrompt &m_prompt;
    int m_left = 0;
    int m_running = 0;
    int m_added = 0;
    bool m_isComplete = true;
    QStringList m_problems;
};

} // namespace Gui
