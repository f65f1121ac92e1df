// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include "core/logcategories.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr auto acknowledgement = "raised\n";
constexpr qsizetype longestToken = 200;
constexpr qsizetype longestWish = 4096;
// Percent encoding makes three characters of one.
constexpr qsizetype longestLine = 3 * (longestToken + longestWish) + 2;
constexpr int longestVisitMs = 3000;

[[nodiscard]] QString nameFor(const QString &directory)
{
    const QByteArray hash = QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"whiteboard-push-console-"_s + QString::fromLatin1(hash.first(24));
}

//! A socket in the data directory is reachable for its owner only. Where the system cannot have a path as
//! long as that, it has a name made of it in another directory of the owner's; a bare name would be looked
//! for in a directory of everybody's. Where sockets are no files, it is that name.
[[nodiscard]] QString addressFor(const QString &directory)
{
#ifdef Q_OS_UNIX
    constexpr qsizetype longestSocketPath = 100;
    const QString path = directory + u"/window.socket"_s;
    if (QFile::encodeName(path).size() <= longestSocketPath) {
        return path;
    }
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? path : QString(runtime + u'/' + nameFor(directory));
#else
    return nameFor(directory);
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDirectory, QObject *parent)
    : QObject(parent)
    , m_directory(dataDirectory)
    , m_address(addressFor(dataDirectory))
    , m_lock(dataDirectory + u"/window.lock"_s)
{
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim()
{
    QDir().mkpath(m_directory);
    if (m_lock.lock() == Core::FileLock::Outcome::HeldElsewhere) {
        return false;
    }
    // The lock is ours, so a socket that is there belongs to a run that died.
    QLocalServer::removeServer(m_address);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(m_address)) {
        qCWarning(Core::guiLog) << "later starts cannot reach this window:" << m_server.errorString();
    }
    return true;
}

bool SingleInstance::raiseFirst(const QByteArray &wish, int timeoutMs) const
{
    const QDeadlineTimer deadline(timeoutMs);
    QLocalSocket socket;
    // The first one may hold its lock and not listen yet.
    for (socket.connectToServer(m_address); !socket.waitForConnected(timeoutMs);
         socket.connectToServer(m_address)) {
        if (deadline.hasExpired()) {
            return false;
        }
        QThread::msleep(20); // there is no window and no event loop yet
    }
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN").left(longestToken);
    socket.write(token.toPercentEncoding() + ' ' + wish.left(longestWish).toPercentEncoding() + '\n');
    socket.flush();
    while (!socket.canReadLine() && !deadline.hasExpired()) {
        if (!socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            break;
        }
    }
    return socket.readLine() == acknowledgement;
}

void SingleInstance::greet()
{
    while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        // Whoever it is, it has neither our memory nor our time to spend.
        socket->setReadBufferSize(longestLine);
        QTimer::singleShot(longestVisitMs, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() >= longestLine) {
                    socket->deleteLater();
                }
                return;
            }
            const QList<QByteArray> words = socket->readLine(longestLine).chopped(1).split(' ');
            Q_EMIT raiseRequested(QByteArray::fromPercentEncoding(words.value(0)),
                                  QByteArray::fromPercentEncoding(words.value(1)));
            socket->write(acknowledgement);
            socket->disconnectFromServer();
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace App
