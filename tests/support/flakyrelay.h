// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/socket.h>

namespace TestSupport {

//! Passes connections on to a port of this machine until they are to die; those that come later are well.
class FlakyRelay : public QTcpServer
{
public:
    enum class Death {
        Silent, //!< what is sent vanishes, nothing comes back
        Reset, //!< what is sent is answered by a reset
        Closed, //!< what is sent meets an orderly end without an answer
    };

    explicit FlakyRelay(quint16 upstreamPort)
        : m_upstreamPort(upstreamPort)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const client = nextPendingConnection()) {
                take(*client);
            }
        });
        listen(QHostAddress::LocalHost);
    }

    //! All that are open now, once something is sent on them.
    void letOpenOnesDie(Death death)
    {
        m_diesUpTo = connections;
        m_death = death;
    }
    [[nodiscard]] int open() const { return m_open; }

    int connections = 0;
    int wentToTheDead = 0; //!< pieces that were sent on connections that die

private:
    void take(QTcpSocket &client)
    {
        const int number = ++connections;
        ++m_open;
        auto *const upstream = new QTcpSocket(&client);
        connect(&client, &QTcpSocket::disconnected, this, [this, &client] {
            --m_open;
            client.deleteLater();
        });
        connect(&client, &QTcpSocket::readyRead, this, [this, &client, upstream, number] {
            const QByteArray piece = client.readAll();
            if (number > m_diesUpTo) {
                upstream->write(piece);
                return;
            }
            ++wentToTheDead;
            if (m_death == Death::Reset) {
                const linger now{1, 0}; // all that came was read: only so is the end of it a reset
                setsockopt(int(client.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
                client.abort();
            } else if (m_death == Death::Closed) {
                client.disconnectFromHost();
            }
        });
        connect(upstream, &QTcpSocket::readyRead, &client, [this, &client, upstream, number] {
            if (number > m_diesUpTo) {
                client.write(upstream->readAll());
            }
        });
        upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstreamPort);
    }

    const quint16 m_upstreamPort;
    int m_open = 0;
    int m_diesUpTo = 0;
    Death m_death = Death::Silent;
};

} // namespace TestSupport
