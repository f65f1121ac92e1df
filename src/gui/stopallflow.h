// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "service/services.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace Core {
struct Account;
}

namespace Service {
struct Look;
}

namespace Gui {

class NoticeArea;

//! Before all that runs is stopped: asks the service what that is, in every account, so that the list neither
//! shows what ended long ago nor lacks what was begun elsewhere. UI thread.
class StopAllFlow : public QObject
{
    Q_OBJECT
public:
    StopAllFlow(const Service::Services &services, NoticeArea &notices, QObject *parent);

    //! finished() follows, with a notice where nothing runs or not all could be asked. Nothing happens while
    //! the service is being asked.
    void start();

Q_SIGNALS:
    void started();
    //! As far as the service could be asked, the list is true. `isAnything`: of what is in it something runs.
    void finished(bool isAnything);

private:
    //! Why there may be more.
    struct Gap
    {
        QString accountName;
        QString sdkAppId; //!< empty: it is about all of the account
        std::optional<Core::Error> error; //!< none: no application is known, or some tasks were not listed
        bool isCut = false;
    };

    [[nodiscard]] static QString sentenceOf(const Gap &gap);
    void look(const Core::Account &account);
    void onLooked(const QString &accountName, const Service::Look &look);
    void conclude();

    const Service::Services m_services;
    NoticeArea &m_notices;
    QList<Gap> m_gaps;
    qsizetype m_left = 0; //!< accounts that have not answered
};

} // namespace Gui
