// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <QElapsedTimer>
#include <QList>
#include <QPointer>
#include <QSslError>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace Api {

class ConnectionPool;
class RequestBody;

//! One POST on a manager of the pool: owns the reply, caps the body, keeps the whole deadline.
class NetworkJob final : public HttpJob
{
    Q_OBJECT
public:
    NetworkJob(ConnectionPool &pool, const HttpRequest &request, QObject *parent);
    ~NetworkJob() override;

    void cancel() override;

private:
    void start(ConnectionPool &pool, const HttpRequest &request);
    void onMetaData();
    void onReadyRead();
    void onFinished();
    //! Why there was no exchange; as Qt says it, and what it leaves out.
    void noteFault();
    void giveUp(TransportFault fault);
    void giveUpTooLarge();
    void readHeaders();
    //! True if a kept connection took the request and said nothing.
    [[nodiscard]] bool isOfADeadConnection() const;
    //! Notes the time of something that happens once.
    void mark(qint64 Core::WireTimings::*moment);
    void letGo();
    void report();

    HttpFacts m_facts;
    QUrl m_url;
    QPointer<ConnectionPool> m_pool;
    QNetworkAccessManager *m_manager = nullptr; // the pool's
    QPointer<QNetworkReply> m_reply;
    RequestBody *m_body = nullptr; // the reply's child
    QList<QSslError> m_certificateFaults;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    const qsizetype m_longestAnswer;
    bool m_isOver = false;
};

} // namespace Api
