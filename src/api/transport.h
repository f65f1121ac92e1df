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

//! One HTTP POST, ready to leave.
struct HttpRequest
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    ActionKind lane = ActionKind::Read; //!< each kind has connections of its own
    QString caFile = {}; //!< PEM file trusted beside the settings' own; empty for none
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
};

} // namespace Api
