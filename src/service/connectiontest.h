// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/credential.h"

#include <QObject>

namespace Service {

class Dispatcher;

//! What one signed read-only call showed about an account.
struct ConnectionVerdict
{
    //! KeyProven: signed well, and the call was answered. KeyProvenRightMissing: signed well, but CAM refuses
    //! `action`. Refused: the service refuses the key or the request. Unreachable: no answer of the service.
    enum class Kind { KeyProven, KeyProvenRightMissing, Refused, Unreachable };

    Kind kind = Kind::Unreachable;
    QString action; //!< that was called, e.g. "DescribeApplicationInfos"
    std::optional<Core::Error> error;
    QString requestId;
    qint64 latencyMs = -1;
    qint64 clockOffsetSeconds = 0;
};

//! "Test connection" of the settings dialog: works on accounts that are not saved yet. UI thread.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTest(Dispatcher &dispatcher, QObject *parent = nullptr);

    //! Calls the edition's read-only action (International: DescribeApplicationInfos; Mainland:
    //! DescribeRunningTasks of the first known application, or DescribeWhiteboardPush of a task that does not
    //! exist, whose refusal proves the key and is no error). finished() follows exactly once; a new start()
    //! makes an older one void.
    void start(const Core::Account &account, const Core::Credential &credential);
    void cancel();

Q_SIGNALS:
    void finished(const Service::ConnectionVerdict &verdict);

private:
    Dispatcher &m_dispatcher;
    QObject *m_pending = nullptr; //!< owned child; null if none is under way
};

} // namespace Service
