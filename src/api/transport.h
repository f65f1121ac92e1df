// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/apirequest.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

#include <utility>

namespace Api {

//! Where a request goes, and over which connections.
struct Destination
{
    QUrl url;
    ActionKind lane = ActionKind::Read; //!< each kind has connections of its own
    QString caFile = {}; //!< PEM file trusted beside the settings' own; empty for none
};

//! One HTTP POST, ready to leave.
struct HttpRequest
{
    Destination to;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qsizetype longestAnswer = Api::longestAnswer;
};

//! One exchange. Reports exactly once, never before post() returned; destroying it gives the exchange up
//! silently. It does not delete itself.
class HttpJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    //! Gives up: finished() reports Canceled from the event loop. Without effect once finished.
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(const Api::HttpFacts &facts);
};

//! How requests leave the machine. One delivery per post(), no redirect, no repetition.
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual HttpJob *post(const HttpRequest &request, QObject *parent) = 0;
    //! Connects ahead for requests that will be posted to `to` soon: up to `connections`, nothing where
    //! some were used lately. Sends no request and reports nothing; a failure shows in the post() that
    //! follows.
    virtual void prepare(const Destination &to, int connections) = 0;
};

//! Whether signed requests may go there: over TLS, or without leaving the machine.
[[nodiscard]] bool mayCarryCredentials(const QUrl &url);

} // namespace Api
