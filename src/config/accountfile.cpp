// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accountfile.h"

#include "config/editions.h"
#include "core/jsonread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

constexpr auto fileFormat = "whiteboard-push-console accounts"_L1;
constexpr int fileVersion = 1;
constexpr qsizetype largestFile = 1024 * 1024;

[[nodiscard]] tl::unexpected<Core::Error> refused(const QString &why)
{
    return Core::failure(Core::Error::invalidInput(QString(u"accounts: "_s + why)));
}

//! The name of a field that looks like a secret, at any depth; empty if there is none.
[[nodiscard]] QString secretField(const QJsonValue &value)
{
    static constexpr std::array words{"secretkey"_L1, "token"_L1, "password"_L1, "usersig"_L1};
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            if (const QString found = secretField(element); !found.isEmpty()) {
                return found;
            }
        }
        return {};
    }
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString plain = field.key().toLower().remove(u'_').remove(u'-');
        const bool isNamedSo = std::ranges::any_of(words, [&plain](QLatin1StringView word) {
            return plain.contains(word) && plain != "hastoken"_L1;
        });
        const QString found = isNamedSo ? field.key() : secretField(field.value());
        if (!found.isEmpty()) {
            return found.left(40);
        }
    }
    return {};
}

[[nodiscard]] QJsonObject toJson(const Core::Account &account)
{
    QJsonArray apps;
    for (const Core::SdkAppId &app : account.sdkAppIds) {
        apps.append(app.value);
    }
    return {{u"name"_s, account.name},
            {u"secretId"_s, account.secretId},
            {u"endpoint"_s, account.endpoint.url.toString(QUrl::FullyEncoded)},
            {u"region"_s, account.endpoint.region},
            {u"edition"_s, toWord(account.endpoint.edition)},
            {u"sdkAppIds"_s, apps},
            {u"caFile"_s, account.caFile},
            {u"readOnly"_s, account.isReadOnly}};
}

[[nodiscard]] Core::Result<QList<Core::SdkAppId>> readApps(const QJsonObject &object)
{
    const Core::Result<QJsonArray> array = Core::readArray(object, "sdkAppIds"_L1);
    if (!array) {
        return Core::failure(array.error());
    }
    QList<Core::SdkAppId> apps;
    for (const QJsonValue &value : *array) {
        const QString text = value.isString() ? value.toString() : QString::number(value.toInteger());
        const Core::Result<Core::SdkAppId> app = Core::SdkAppId::parse(text);
        if (!app) {
            return Core::failure(app.error());
        }
        apps.append(*app);
    }
    return apps;
}

[[nodiscard]] Core::Result<Core::Account> fromJson(const QJsonObject &object)
{
    const Core::Result<QString> name = Core::readString(object, "name"_L1);
    const Core::Result<QString> secretId = Core::readString(object, "secretId"_L1);
    const Core::Result<QString> url = Core::readString(object, "endpoint"_L1);
    const Core::Result<QString> region = Core::readString(object, "region"_L1);
    const Core::Result<QString> editionText = Core::readString(object, "edition"_L1);
    const Core::Result<QString> caFile = Core::readString(object, "caFile"_L1);
    for (const Core::Result<QString> &text : {name, secretId, url, region, editionText, caFile}) {
        if (!text) {
            return refused(text.error().detail);
        }
    }
    const std::optional<Core::Edition> edition = editionFromWord(*editionText);
    if (!edition) {
        return refused(u"edition is neither intl nor mainland"_s);
    }
    const Core::Result<Core::Endpoint> endpoint = Core::Endpoint::parse(*url, *region, *edition);
    if (!endpoint) {
        return Core::failure(endpoint.error());
    }
    const Core::Result<QList<Core::SdkAppId>> apps = readApps(object);
    if (!apps) {
        return refused(apps.error().detail);
    }
    // Absent in files of older versions. What is no truth value must not open what was closed.
    const QJsonValue readOnly = object.value("readOnly"_L1);
    if (!readOnly.isUndefined() && !readOnly.isBool()) {
        return refused(u"readOnly is neither true nor false"_s);
    }
    Core::Account account;
    account.name = *name;
    account.secretId = *secretId;
    account.endpoint = *endpoint;
    account.sdkAppIds = *apps;
    account.caFile = *caFile;
    account.isReadOnly = readOnly.toBool();
    return account;
}

} // namespace

QByteArray toAccountFile(const QList<Core::Account> &accounts)
{
    QJsonArray array;
    for (const Core::Account &account : accounts) {
        array.append(toJson(account));
    }
    const QJsonObject file{{u"format"_s, fileFormat}, {u"version"_s, fileVersion}, {u"accounts"_s, array}};
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

Core::Result<QList<Core::Account>> fromAccountFile(const QByteArray &json)
{
    const QJsonDocument document =
        json.size() > largestFile ? QJsonDocument() : QJsonDocument::fromJson(json);
    const QJsonObject file = document.object();
    if (file.value("format"_L1).toString() != fileFormat || !file.value("accounts"_L1).isArray()) {
        return refused(u"not a file of exported accounts"_s);
    }
    if (file.value("version"_L1).toInt() != fileVersion) {
        return refused(u"a version of the file that is not known here"_s);
    }
    if (const QString field = secretField(file); !field.isEmpty()) {
        return refused(u"the file holds a secret in the field "_s + field);
    }
    QList<Core::Account> accounts;
    const QJsonArray array = file.value("accounts"_L1).toArray();
    for (const QJsonValue &value : array) {
        const Core::Result<Core::Account> account = fromJson(value.toObject());
        if (!account) {
            return Core::failure(account.error());
        }
        accounts.append(*account);
    }
    return accounts;
}

} // namespace Config
