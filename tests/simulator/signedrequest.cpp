// SPDX-License-Identifier: GPL-3.0-or-later
#include "signedrequest.h"

#include "simulator/claim.h"
#include "simulator/verifier.h"

#include <QJsonDocument>

using namespace Simulator;

SignedRequest::SignedRequest(const Settings &settings, const QByteArray &calledAction,
                             const QJsonObject &parameters)
    : action(calledAction)
    , body(QJsonDocument(parameters).toJson(QJsonDocument::Compact))
    , secretId(settings.accounts.first().secretId)
    , secretKey(settings.accounts.first().secretKey)
    , token(settings.accounts.first().token)
{
}

Request SignedRequest::request() const
{
    const QByteArray day =
        QDateTime::fromSecsSinceEpoch(timestamp, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd")).toLatin1();
    const QByteArray head = "TC3-HMAC-SHA256 Credential=" + secretId.toUtf8() + '/' + day
        + "/tiw/tc3_request, SignedHeaders=content-type;host, Signature=";
    Request made;
    made.method = "POST";
    made.path = "/";
    made.body = body;
    made.headers = {{"host", host},          {"content-type", "application/json"},
                    {"x-tc-action", action}, {"x-tc-version", version},
                    {"x-tc-region", region}, {"x-tc-timestamp", QByteArray::number(timestamp)},
                    {"x-tc-token", token}};
    made.headers.removeIf([](const NamedValue &header) { return header.second.isEmpty(); });
    made.headers.append(NamedValue("authorization", head + "0"));
    const Claim claim = readClaim(made);
    made.headers.last().second =
        head + tc3Signature(canonicalRequests(made, claim).first(), claim, secretKey);
    return made;
}

QByteArray SignedRequest::bytes() const
{
    QByteArray text = "POST / HTTP/1.1\r\n";
    const Request made = request();
    for (const auto &[name, value] : made.headers) {
        text += name + ": " + value + "\r\n";
    }
    return QByteArray(text + "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}
