// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signerv1.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonValue>
#include <QMessageAuthenticationCode>

namespace Api {

namespace {

[[nodiscard]] QCryptographicHash::Algorithm hashOf(V1Method method)
{
    switch (method) {
    case V1Method::HmacSha1:
        return QCryptographicHash::Sha1;
    case V1Method::HmacSha256:
        return QCryptographicHash::Sha256;
    }
    Q_UNREACHABLE();
}

void flattenInto(V1Parameters &parameters, const QByteArray &name, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            flattenInto(parameters, name.isEmpty() ? field.key().toUtf8() : name + '.' + field.key().toUtf8(),
                        field.value());
        }
        break;
    }
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            flattenInto(parameters, name + '.' + QByteArray::number(i), array.at(i));
        }
        break;
    }
    case QJsonValue::Bool:
        parameters.insert(name, value.toBool() ? "true" : "false");
        break;
    case QJsonValue::Double: {
        const QVariant number = value.toVariant(); // keeps integers exact
        parameters.insert(name, number.toString().toUtf8());
        break;
    }
    case QJsonValue::String:
        parameters.insert(name, value.toString().toUtf8());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
}

} // namespace

QByteArray v1MethodName(V1Method method)
{
    return method == V1Method::HmacSha1 ? QByteArrayLiteral("HmacSHA1") : QByteArrayLiteral("HmacSHA256");
}

V1Parameters v1CommonParameters(const QByteArray &action, const QByteArray &region, qint64 timestamp,
                                quint32 nonce, const Core::Credential &credential, V1Method method,
                                const QByteArray &language)
{
    V1Parameters parameters{
        {"Action", action},
        {"Version", "2019-09-19"},
        {"Region", region},
        {"Timestamp", QByteArray::number(timestamp)},
        {"Nonce", QByteArray::number(nonce)},
        {"SecretId", credential.secretId.toUtf8()},
        {"SignatureMethod", v1MethodName(method)},
    };
    if (!credential.token.isEmpty()) {
        parameters.insert("Token", credential.token.bytes().toByteArray());
    }
    if (!language.isEmpty()) {
        parameters.insert("Language", language);
    }
    return parameters;
}

V1Parameters v1Flattened(const QJsonObject &body)
{
    V1Parameters parameters;
    flattenInto(parameters, {}, body);
    return parameters;
}

QByteArray signedV1Text(const QByteArray &text, const Core::SecretText &secretKey, V1Method method)
{
    // Shares the secret's own buffer: no copy of it is left behind.
    const QByteArray key = QByteArray::fromRawData(secretKey.bytes().data(), secretKey.bytes().size());
    return QMessageAuthenticationCode::hash(text, key, hashOf(method)).toBase64();
}

V1Signature signV1(const V1Request &request, const Core::SecretText &secretKey, V1Method method)
{
    V1Signature result;
    result.textToSign = request.method + request.host + "/?";
    for (auto parameter = request.parameters.begin(); parameter != request.parameters.end(); ++parameter) {
        if (parameter != request.parameters.begin()) {
            result.textToSign += '&';
        }
        result.textToSign += parameter.key() + '=' + parameter.value();
        result.encoded +=
            parameter.key().toPercentEncoding() + '=' + parameter.value().toPercentEncoding() + '&';
    }
    result.signature = signedV1Text(result.textToSign, secretKey, method);
    result.encoded += "Signature=" + result.signature.toPercentEncoding();
    return result;
}

} // namespace Api
