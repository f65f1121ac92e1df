// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace Simulator {

//! Brings SIGTERM and SIGINT into the event loop. One per process.
class TerminationSignal : public QObject
{
    Q_OBJECT

public:
    TerminationSignal();
    ~TerminationSignal() override;

Q_SIGNALS:
    void raised() const;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Simulator
