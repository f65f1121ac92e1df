// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/request.h"
#include "simulator/settings.h"

#include <QDateTime>
#include <QJsonObject>

//! A signed TC3 request, made with the verifier's own arithmetic (which tst_simulatorverifier proves), and
//! what can be changed about it.
struct SignedRequest
{
    QByteArray action = "StopWhiteboardPush";
    QByteArray version = "2019-09-19";
    QByteArray region = "ap-singapore";
    QByteArray body;
    QByteArray host = "127.0.0.1";
    qint64 timestamp = QDateTime::currentSecsSinceEpoch();
    QString secretId;
    QByteArray secretKey;
    QByteArray token;

    SignedRequest() = default;
    SignedRequest(const Simulator::Settings &settings, const QByteArray &calledAction,
                  const QJsonObject &parameters);

    [[nodiscard]] Simulator::Request request() const;
    //! HTTP/1.1 with Content-Length, as bytes.
    [[nodiscard]] QByteArray bytes() const;
};
