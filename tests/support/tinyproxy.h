// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace TestSupport {

//! A proxy, HTTP (CONNECT) or SOCKS5, that passes every connection on to one port of this machine, whatever
//! host it was asked for, and notes what it was asked for.
class TinyProxy : public QTcpServer
{
public:
    enum class Kind { Http, Socks5 };

    TinyProxy(Kind kind, quint16 upstreamPort)
        : m_kind(kind)
        , m_upstreamPort(upstreamPort)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const client = nextPendingConnection()) {
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
                connect(client, &QTcpSocket::readyRead, this,
                        [this, client, step = Step::Greeting]() mutable {
                            m_kind == Kind::Http ? readHttp(*client, step) : readSocks(*client, step);
                        });
            }
        });
        listen(QHostAddress::LocalHost);
    }

    //! Asks for these from now on.
    void setCredentials(const QByteArray &user, const QByteArray &password)
    {
        m_user = user;
        m_password = password;
    }
    //! Answers every request for a connection with these bytes, and hangs up.
    void decline(const QByteArray &answer) { m_refusal = answer; }

    QStringList asked; //!< "host:port", in order
    int wrongCredentials = 0;

private:
    enum class Step { Greeting, Password, Request, Passing };

    void readHttp(QTcpSocket &client, Step &step)
    {
        if (step == Step::Passing || !client.peek(client.bytesAvailable()).contains("\r\n\r\n")) {
            return;
        }
        const QByteArray head = client.readAll();
        const QByteArray credentials = m_user + ':' + m_password;
        if (!m_user.isEmpty() && !head.contains(QByteArray(" Basic " + credentials.toBase64() + "\r\n"))) {
            ++wrongCredentials;
            client.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n"
                         "Proxy-Authenticate: Basic realm=\"test\"\r\n\r\n");
            return;
        }
        asked.append(QString::fromLatin1(head.split(' ').value(1)));
        step = Step::Passing;
        passOn(client, "HTTP/1.1 200 Connection established\r\n\r\n");
    }

    void readSocks(QTcpSocket &client, Step &step)
    {
        // Each message comes in one piece over loopback: the client waits for the answer to it.
        if (step == Step::Passing) {
            return;
        }
        const QByteArray message = client.readAll();
        if (step == Step::Greeting) {
            const char method = m_user.isEmpty() ? '\0' : '\2';
            const bool isOffered = message.sliced(2).contains(method);
            step = method == '\0' ? Step::Request : Step::Password;
            client.write(QByteArray("\5") + (isOffered ? method : '\xff'));
            if (!isOffered) {
                ++wrongCredentials;
                client.disconnectFromHost();
            }
        } else if (step == Step::Password) {
            const bool isRight = message
                == QByteArray("\1") + char(m_user.size()) + m_user + char(m_password.size()) + m_password;
            step = Step::Request;
            client.write(isRight ? QByteArray("\1\0", 2) : QByteArray("\1\1", 2));
            if (!isRight) {
                ++wrongCredentials;
                client.disconnectFromHost();
            }
        } else {
            const int length = message.at(3) == '\3' ? quint8(message.at(4)) : 0; // a name, not an address
            const QByteArray port = message.last(2);
            asked.append(QString::fromLatin1(message.sliced(5, length)) + u':'
                         + QString::number(quint8(port.at(0)) * 256 + quint8(port.at(1))));
            step = Step::Passing;
            passOn(client, QByteArray("\5\0\0\1\0\0\0\0\0\0", 10));
        }
    }

    void passOn(QTcpSocket &client, const QByteArray &agreed)
    {
        if (!m_refusal.isEmpty()) {
            client.write(m_refusal);
            client.disconnectFromHost();
            return;
        }
        auto *const upstream = new QTcpSocket(&client);
        connect(upstream, &QTcpSocket::connected, &client, [&client, agreed] { client.write(agreed); });
        connect(upstream, &QTcpSocket::readyRead, &client,
                [&client, upstream] { client.write(upstream->readAll()); });
        connect(&client, &QTcpSocket::readyRead, upstream,
                [&client, upstream] { upstream->write(client.readAll()); });
        connect(upstream, &QTcpSocket::disconnected, &client, &QTcpSocket::disconnectFromHost);
        upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstreamPort);
    }

    const Kind m_kind;
    const quint16 m_upstreamPort;
    QByteArray m_user;
    QByteArray m_password;
    QByteArray m_refusal;
};

} // namespace TestSupport
