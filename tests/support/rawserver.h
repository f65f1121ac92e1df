// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace TestSupport {

//! One HTTP request as it came over the wire.
struct WireRequest
{
    QByteArray head; //!< request line and headers
    QByteArray body;
    int connection = 0; //!< from 1, in order of acceptance

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.left(colon).trimmed().toLower() == name.toLower()) {
                return line.mid(colon + 1).trimmed();
            }
        }
        return {};
    }
};

//! A server that counts what is really delivered and answers with whatever bytes a test likes, right or
//! wrong.
class RawServer : public QTcpServer
{
public:
    using Answer = std::function<void(const WireRequest &, QTcpSocket &)>;

    RawServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const socket = nextPendingConnection()) {
                take(socket);
            }
        });
        listen(QHostAddress::LocalHost);
    }

    //! Speaks TLS with every connection from now on.
    void setTls(const QSslConfiguration &tls)
    {
        m_tls = tls;
        m_isTls = true;
    }

    //! What happens with a whole request; without one it is left unanswered.
    Answer answer;
    QList<WireRequest> requests;
    int connections = 0;

    [[nodiscard]] static QByteArray http(const QByteArray &body, const QByteArray &extraHeaders = {},
                                         const QByteArray &status = "200 OK")
    {
        return QByteArray("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                          + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n" + body);
    }
    void answerAlways(const QByteArray &bytes)
    {
        answer = [bytes](const WireRequest &, QTcpSocket &socket) { socket.write(bytes); };
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (!m_isTls) {
            QTcpServer::incomingConnection(descriptor);
            return;
        }
        auto *const socket = new QSslSocket(this);
        socket->setSslConfiguration(m_tls);
        socket->setSocketDescriptor(descriptor);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

private:
    QSslConfiguration m_tls;
    bool m_isTls = false;

    void take(QTcpSocket *socket)
    {
        const int number = ++connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, number, buffer = QByteArray()]() mutable {
                    buffer += socket->readAll();
                    parse(*socket, number, buffer);
                });
    }
    void parse(QTcpSocket &socket, int number, QByteArray &buffer)
    {
        const QPointer<QTcpSocket> guard(&socket);
        while (guard) {
            const qsizetype end = buffer.indexOf("\r\n\r\n");
            if (end < 0) {
                return;
            }
            WireRequest request{buffer.left(end), {}, number};
            const qsizetype length = request.header("Content-Length").toLongLong();
            if (buffer.size() < end + 4 + length) {
                return;
            }
            request.body = buffer.mid(end + 4, length);
            buffer.remove(0, end + 4 + length);
            requests.append(request);
            if (answer) {
                answer(request, socket);
            }
        }
    }
};

} // namespace TestSupport
