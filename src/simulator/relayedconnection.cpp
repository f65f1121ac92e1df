// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/relayedconnection.h"

#include "simulator/httpfront.h"
#include "simulator/relay.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace Simulator {

namespace {

const QByteArray headEnd = QByteArrayLiteral("\r\n\r\n");

//! The value of a header line, if it is the one of this name (given in lower case).
bool isHeader(QByteArrayView line, QByteArrayView name, QByteArrayView &value)
{
    if (line.size() <= name.size() || line[name.size()] != ':'
        || line.first(name.size()).compare(name, Qt::CaseInsensitive) != 0) {
        return false;
    }
    value = line.sliced(name.size() + 1).trimmed();
    return true;
}

} // namespace

RelayedConnection::RelayedConnection(std::unique_ptr<QTcpSocket> client, quint16 upstreamPort, qint64 number,
                                     ConnectionNumbers &numbers, QObject *parent)
    : QObject(parent)
    , m_client(std::move(client))
    , m_numbers(numbers)
    , m_number(number)
{
    for (QTimer *timer : {&m_delay, &m_drip}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_delay, &QTimer::timeout, this, &RelayedConnection::deliver);
    connect(&m_drip, &QTimer::timeout, this, &RelayedConnection::dripOn);

    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_client.get(), &QTcpSocket::readyRead, this, &RelayedConnection::forwardRequests);
    connect(m_client.get(), &QTcpSocket::disconnected, this, &RelayedConnection::clientGone);
    connect(m_client.get(), &QTcpSocket::errorOccurred, this, &RelayedConnection::clientGone);

    m_upstream.setProxy(QNetworkProxy::NoProxy);
    connect(&m_upstream, &QTcpSocket::connected, this, &RelayedConnection::upstreamConnected);
    connect(&m_upstream, &QTcpSocket::readyRead, this, &RelayedConnection::readAnswer);
    connect(&m_upstream, &QTcpSocket::disconnected, this, [this] {
        if (!m_isDelivering) {
            m_client->disconnectFromHost();
        }
    });
    m_upstream.connectToHost(QHostAddress(QHostAddress::LocalHost), upstreamPort);
}

RelayedConnection::~RelayedConnection()
{
    // The sockets say that they are closed while they are destroyed; nobody must listen any more.
    m_client->disconnect(this);
    m_upstream.disconnect(this);
}

void RelayedConnection::upstreamConnected()
{
    m_upstream.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_numbers.insert(m_upstream.localPort(), m_number);
    forwardRequests();
    if (m_isClientGone) {
        deleteLater();
    }
}

void RelayedConnection::forwardRequests()
{
    if (m_upstream.state() == QAbstractSocket::ConnectedState && m_client->bytesAvailable() > 0) {
        m_upstream.write(m_client->readAll());
        m_upstream.flush();
    }
}

void RelayedConnection::readAnswer()
{
    m_incoming += m_upstream.readAll();
    if (m_isDelivering) {
        return;
    }
    const qsizetype headSize = m_incoming.indexOf(headEnd) + headEnd.size();
    if (headSize < headEnd.size()) {
        return;
    }
    qsizetype length = 0;
    qsizetype instructedLength = -1;
    WireAnswer answer;
    QByteArray head;
    const QList<QByteArray> lines = m_incoming.first(headSize).split('\n');
    for (const QByteArray &line : lines) {
        QByteArrayView value;
        if (isHeader(line, wireHeader, value)) {
            answer = readWireInstruction(value, instructedLength);
            continue;
        }
        if (isHeader(line, "content-length", value)) {
            length = value.toLongLong();
        }
        head += line + (line.isEmpty() ? "" : "\n");
    }
    length = instructedLength >= 0 ? instructedLength : length;
    if (m_incoming.size() < headSize + length) {
        return;
    }
    m_head = head;
    m_answer = answer;
    m_answer.body = m_incoming.sliced(headSize, length);
    m_incoming.remove(0, headSize + length);
    m_isDelivering = true;
    if (m_answer.delayMs > 0) {
        m_delay.start(m_answer.delayMs);
    } else {
        deliver();
    }
}

void RelayedConnection::deliver()
{
    switch (m_answer.fault) {
    case WireFault::None:
        m_client->write(m_head + m_answer.body);
        m_client->flush();
        delivered();
        return;
    case WireFault::Cut:
        m_client->abort();
        return;
    case WireFault::HalfHeader:
        m_client->write(m_head.first(m_head.size() / 2));
        m_client->disconnectFromHost();
        return;
    case WireFault::TruncatedBody:
        m_client->write(m_head + m_answer.body.first(m_answer.body.size() / 2));
        m_client->disconnectFromHost();
        return;
    case WireFault::Drip:
        m_client->write(m_head);
        m_dripped = 0;
        dripOn();
        return;
    case WireFault::Hang:
        return;
    }
}

void RelayedConnection::dripOn()
{
    if (m_dripped == m_answer.body.size()) {
        delivered();
        return;
    }
    m_client->write(m_answer.body.sliced(m_dripped, 1));
    m_client->flush();
    ++m_dripped;
    m_drip.start(m_answer.dripMs);
}

void RelayedConnection::delivered()
{
    m_isDelivering = false;
    m_answer = {};
    if (m_upstream.state() == QAbstractSocket::UnconnectedState && m_incoming.isEmpty()) {
        m_client->disconnectFromHost();
    } else if (!m_incoming.isEmpty()) {
        readAnswer();
    }
}

void RelayedConnection::clientGone()
{
    if (m_isClientGone) {
        return;
    }
    m_isClientGone = true;
    m_delay.stop();
    m_drip.stop();
    // A client that dies right after sending has still sent: its last bytes go on.
    if (m_upstream.state() == QAbstractSocket::HostLookupState
        || m_upstream.state() == QAbstractSocket::ConnectingState) {
        return;
    }
    forwardRequests();
    deleteLater();
}

} // namespace Simulator
