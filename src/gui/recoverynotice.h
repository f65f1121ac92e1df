// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/services.h"
#include "service/stopresult.h"

#include <QList>
#include <QObject>

namespace Gui {

class NoticeArea;

//! Says what became of stops that an earlier run left open, and offers those again that had no effect, at all
//! or so far, also those that the operator canceled, or that were left when the window closed or a command
//! was interrupted. Each is offered until that was put away or taken up; until then it also tells what is
//! found out later. What did not stop has a row; what no account is there for is only told of.
class RecoveryNotice : public QObject
{
    Q_OBJECT
public:
    RecoveryNotice(const Service::Services &services, NoticeArea &notices, QObject *parent);

Q_SIGNALS:
    void stopAgainRequested(const QList<Core::TaskKey> &tasks);

private:
    void onFound(int openIntents);
    void onSettled(const Service::StopResult &result);
    void track(const Service::StopResult &result, const QDateTime &at);
    void learnUnsent();
    [[nodiscard]] int count(Core::StopOutcome outcome) const;
    [[nodiscard]] QList<Core::TaskKey> unsent() const;
    [[nodiscard]] QList<Core::TaskKey> unknownAndRunning() const;
    void onFinished();
    void conclude();
    [[nodiscard]] QDateTime offeredUntil() const;
    [[nodiscard]] QList<Core::TaskKey> leftUnsent() const;
    void setOffered();

    const Service::Services m_services;
    NoticeArea &m_notices;
    const QDateTime m_startedAt;
    bool m_isFinished = false; //!< the recovery
    QList<Service::StopResult> m_results; //!< each task's last, until the notice was put away
    QList<Core::TaskKey> m_withoutAccount; //!< unsent by the journal, and without a row
};

} // namespace Gui
