// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/tccliprofile.h"

#include "config/pastedkey.h"
#include "core/jsonread.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

constexpr qint64 largestFile = 1024 * 1024; // a .configure names every product, some 50 KiB

[[nodiscard]] tl::unexpected<Core::Error> noCredential(const QString &why)
{
    return Core::failure(Core::Error::of(Core::ErrorKind::NoCredential, why));
}

[[nodiscard]] Core::Result<QJsonObject> readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Core::failure(
            Core::Error::of(Core::ErrorKind::Storage, QString(path + u": "_s + file.errorString())));
    }
    const QByteArray bytes = file.read(largestFile + 1);
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (bytes.size() > largestFile || !document.isObject()) {
        return Core::failure(Core::Error::invalidInput(QString(path + u": not a JSON object"_s)));
    }
    return document.object();
}

//! A text of the file; its name in the error, since the value may be a secret.
[[nodiscard]] Core::Result<QString> text(const QJsonObject &object, QLatin1StringView field,
                                         const QString &path)
{
    return Core::readString(object, field).map_error([&path](const Core::Error &error) {
        return Core::Error::invalidInput(QString(path + u": "_s + error.detail));
    });
}

//! Older versions wrote the region at the top.
[[nodiscard]] Core::Result<QString> readRegion(const QString &path)
{
    if (!QFile::exists(path)) {
        return QString();
    }
    return readJson(path).and_then([&path](const QJsonObject &object) {
        const QJsonObject parameters = object.value("_sys_param"_L1).toObject();
        return text(parameters.contains("region"_L1) ? parameters : object, "region"_L1, path);
    });
}

[[nodiscard]] Core::Result<void> checkKind(const QJsonObject &object, const QDateTime &nowUtc)
{
    if (object.value("type"_L1).toString() == "cvm-role"_L1) {
        return noCredential(u"the profile takes its keys from the machine's role"_s);
    }
    if (!object.value("role-arn"_L1).toString().isEmpty()) {
        return noCredential(u"the profile assumes a role"_s);
    }
    const double expiresAt = object.value("expiresAt"_L1).toDouble();
    if (expiresAt > 0 && expiresAt <= static_cast<double>(nowUtc.toSecsSinceEpoch())) {
        return noCredential(u"the profile's temporary keys have expired"_s);
    }
    return {};
}

[[nodiscard]] Core::Result<Core::Credential> readCredential(const QString &path, const QDateTime &nowUtc)
{
    const Core::Result<QJsonObject> object = readJson(path);
    if (!object) {
        return Core::failure(object.error());
    }
    if (const Core::Result<void> usable = checkKind(*object, nowUtc); !usable) {
        return Core::failure(usable.error());
    }
    const Core::Result<QString> id = text(*object, "secretId"_L1, path);
    const Core::Result<QString> key = text(*object, "secretKey"_L1, path);
    if (id && key && (id->trimmed().isEmpty() || key->trimmed().isEmpty())) {
        return noCredential(QString(path + u": no secretId or no secretKey"_s));
    }
    const Core::Result<QString> secretId = id.and_then(pastedSecretId);
    const Core::Result<QString> secretKey = key.and_then(
        [&id](const QString &pasted) { return pastedSecretKey(pasted, id.value_or(QString())); });
    const Core::Result<QString> token = text(*object, "token"_L1, path).and_then(pastedToken);
    for (const Core::Result<QString> &part : {secretId, secretKey, token}) {
        if (!part) {
            return Core::failure(part.error());
        }
    }
    return Core::Credential{*secretId, Core::SecretText::fromString(*secretKey),
                            Core::SecretText::fromString(*token)};
}

} // namespace

QString tccliDirectory()
{
    return QDir::home().filePath(u".tccli"_s);
}

QList<TccliProfile> tccliProfiles(const QString &directory, const QDateTime &nowUtc)
{
    const QString suffix = u".credential"_s;
    const QDir dir(directory);
    QStringList files = dir.entryList({QString(u"*"_s + suffix)}, QDir::Files, QDir::Name);
    std::ranges::stable_partition(
        files, [&suffix](const QString &file) { return file == QString(u"default"_s + suffix); });
    QList<TccliProfile> profiles;
    for (const QString &file : std::as_const(files)) {
        const QString name = file.chopped(suffix.size());
        const Core::Result<Core::Credential> credential = readCredential(dir.filePath(file), nowUtc);
        const Core::Result<QString> region = readRegion(dir.filePath(name + u".configure"_s));
        profiles.append({name, credential.and_then([&region](const Core::Credential &found) {
                             return region.map([&found](const QString &text) {
                                 return FoundCredential{found, text.trimmed()};
                             });
                         })});
    }
    return profiles;
}

} // namespace Config
