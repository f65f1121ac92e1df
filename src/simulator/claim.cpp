// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/claim.h"

#include <QJsonDocument>
#include <QSet>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView tc3Name = "TC3-HMAC-SHA256";

//! Dotted names of a form become nested objects: "Whiteboard.Width=10" is {"Whiteboard":{"Width":"10"}}.
void insertNested(QJsonObject &object, const QString &name, const QString &value)
{
    const qsizetype dot = name.indexOf(u'.');
    if (dot <= 0) {
        object.insert(name, value);
        return;
    }
    const QString head = name.first(dot);
    QJsonObject inner = object.value(head).toObject();
    insertNested(inner, name.sliced(dot + 1), value);
    object.insert(head, inner);
}

QJsonObject nested(const QList<NamedValue> &fields, const QSet<QByteArray> &common)
{
    QJsonObject object;
    for (const auto &[name, value] : fields) {
        if (!common.contains(name)) {
            insertNested(object, QString::fromUtf8(name), QString::fromUtf8(value));
        }
    }
    return object;
}

void readJsonBody(const Request &request, Claim &claim)
{
    if (request.body.isEmpty()) {
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        claim.bodyDefect =
            ApiFailure{u"InvalidParameter.UnmarshalJSONBodyFail"_s, u"The body is not a JSON object."_s};
        return;
    }
    claim.parameters = document.object();
}

//! "Credential=…/date/service/tc3_request, SignedHeaders=a;b, Signature=hex" behind the scheme's name.
bool readAuthorization(QByteArrayView text, Claim &claim)
{
    const QList<QByteArray> parts = text.toByteArray().split(',');
    for (const QByteArray &raw : parts) {
        const QByteArray part = raw.trimmed();
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = part.first(qMax<qsizetype>(equals, 0));
        const QByteArray value = part.sliced(equals + 1);
        if (name == "Credential") {
            const QList<QByteArray> scope = value.split('/');
            if (scope.size() != 4 || scope.at(3) != "tc3_request") {
                return false;
            }
            claim.secretId = QString::fromUtf8(scope.at(0));
            claim.date = scope.at(1);
            claim.service = scope.at(2);
        } else if (name == "SignedHeaders") {
            claim.signedHeaders = value.split(';');
        } else if (name == "Signature") {
            claim.signature = value;
        } else {
            return false;
        }
    }
    return !claim.secretId.isEmpty() && !claim.date.isEmpty() && !claim.service.isEmpty()
        && !claim.signedHeaders.isEmpty() && !claim.signature.isEmpty();
}

void readTc3(const Request &request, Claim &claim)
{
    claim.scheme = Scheme::Tc3;
    claim.action = QString::fromUtf8(request.header("x-tc-action"));
    claim.version = QString::fromUtf8(request.header("x-tc-version"));
    claim.region = QString::fromUtf8(request.header("x-tc-region"));
    claim.timestamp = request.header("x-tc-timestamp");
    claim.token = request.header("x-tc-token");

    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith(tc3Name)
        || !readAuthorization(QByteArrayView(authorization).sliced(tc3Name.size()), claim)) {
        claim.signatureDefect = ApiFailure{u"AuthFailure.InvalidAuthorization"_s,
                                           u"The Authorization header is missing or malformed."_s};
    } else if (!claim.signedHeaders.contains("content-type") || !claim.signedHeaders.contains("host")) {
        claim.signatureDefect = ApiFailure{u"AuthFailure.InvalidAuthorization"_s,
                                           u"content-type and host must be among SignedHeaders."_s};
    }

    if (request.method == "GET") {
        claim.isTextual = true;
        claim.parameters = nested(decodeForm(request.query), {});
    } else {
        readJsonBody(request, claim);
    }
}

void readV1(const Request &request, Claim &claim)
{
    static const QSet<QByteArray> common{"Action",          "Version",  "Region",       "Timestamp",
                                         "Nonce",           "SecretId", "Signature",    "Token",
                                         "SignatureMethod", "Language", "RequestClient"};
    claim.isTextual = true;
    claim.fields = decodeForm(request.method == "GET" ? request.query : request.body);
    QByteArray method = "HmacSHA1"; // what holds when nothing is said
    for (const auto &[name, value] : std::as_const(claim.fields)) {
        if (name == "Action") {
            claim.action = QString::fromUtf8(value);
        } else if (name == "Version") {
            claim.version = QString::fromUtf8(value);
        } else if (name == "Region") {
            claim.region = QString::fromUtf8(value);
        } else if (name == "SecretId") {
            claim.secretId = QString::fromUtf8(value);
        } else if (name == "Timestamp") {
            claim.timestamp = value;
        } else if (name == "Token") {
            claim.token = value;
        } else if (name == "Signature") {
            claim.signature = value;
        } else if (name == "SignatureMethod") {
            method = value;
        }
    }
    claim.scheme = method == "HmacSHA256" ? Scheme::HmacSha256
        : method == "HmacSHA1"            ? Scheme::HmacSha1
                                          : Scheme::None;
    claim.parameters = nested(claim.fields, common);
    if (claim.scheme == Scheme::None) {
        claim.signatureDefect = ApiFailure{u"AuthFailure.SignatureFailure"_s,
                                           u"SignatureMethod must be HmacSHA1 or HmacSHA256."_s};
    } else if (claim.secretId.isEmpty()) {
        claim.signatureDefect = ApiFailure{u"MissingParameter"_s, u"SecretId is missing."_s};
    } else if (claim.signature.isEmpty()) {
        claim.signatureDefect = ApiFailure{u"MissingParameter"_s, u"Signature is missing."_s};
    }
}

} // namespace

QString toString(Scheme scheme)
{
    switch (scheme) {
    case Scheme::None:
        return {};
    case Scheme::Tc3:
        return u"TC3-HMAC-SHA256"_s;
    case Scheme::HmacSha1:
        return u"HmacSHA1"_s;
    case Scheme::HmacSha256:
        return u"HmacSHA256"_s;
    }
    return {};
}

Claim readClaim(const Request &request)
{
    Claim claim;
    if (request.hasHeader("authorization") || request.hasHeader("x-tc-action")) {
        readTc3(request, claim);
    } else {
        readV1(request, claim);
    }
    return claim;
}

} // namespace Simulator
