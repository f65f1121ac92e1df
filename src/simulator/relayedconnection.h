// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/wireanswer.h"

#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace Simulator {

class ConnectionNumbers;

//! One connection from outside and its twin to the HTTP library. Deletes itself when the client is gone.
class RelayedConnection : public QObject
{
    Q_OBJECT

public:
    //! \a numbers must outlive the connection.
    RelayedConnection(std::unique_ptr<QTcpSocket> client, quint16 upstreamPort, qint64 number,
                      ConnectionNumbers &numbers, QObject *parent);
    ~RelayedConnection() override;

private:
    void upstreamConnected();
    void forwardRequests();
    void readAnswer();
    void deliver();
    void dripOn();
    void delivered();
    void clientGone();

    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_upstream;
    ConnectionNumbers &m_numbers;
    const qint64 m_number;
    QByteArray m_incoming; //!< from the HTTP library, not yet taken apart
    QByteArray m_head; //!< of the answer being delivered
    WireAnswer m_answer; //!< its body and instruction
    qsizetype m_dripped = 0;
    bool m_isDelivering = false;
    bool m_isClientGone = false;
    QTimer m_delay;
    QTimer m_drip;
};

} // namespace Simulator
