// SPDX-License-Identifier: GPL-3.0-or-later
// The profile files of the vendor's command line: what stands before the first NUL is the .credential, the
// rest the .configure.
#include "config/tccliprofile.h"
#include "fuzz/attack.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    Fuzz::require(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size(),
                  "the folder can be written to");
}

void attack(const QByteArray &input)
{
    static const QTemporaryDir folder;
    const QDir dir(folder.path());
    const qsizetype end = input.indexOf('\0');
    const QByteArray keys = end < 0 ? input : input.first(end);
    write(dir.filePath(u"default.credential"_s), keys);
    write(dir.filePath(u"default.configure"_s),
          QByteArrayView(input).sliced(end < 0 ? input.size() : end + 1));

    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    const QList<Config::TccliProfile> profiles = Config::tccliProfiles(folder.path(), now);
    Fuzz::require(profiles.size() == 1 && profiles.first().name == u"default"_s, "there is one profile");
    const auto &found = profiles.first().found;
    if (found) {
        Fuzz::require(found->credential.isComplete(), "a credential that was found is whole");
        for (const char byte : found->credential.secretKey.bytes()) {
            Fuzz::require(byte > ' ' && byte <= '~', "a key is printable");
        }
        return;
    }
    Fuzz::require(!found.error().detail.isEmpty(), "what is refused has a reason");
    const QJsonObject object = QJsonDocument::fromJson(keys).object();
    for (const QLatin1StringView field : {"secretKey"_L1, "token"_L1}) {
        const QString secret = object.value(field).toString().trimmed();
        constexpr qsizetype shortest = 12; // shorter ones occur in a path by themselves
        Fuzz::require(secret.size() < shortest || !found.error().detail.contains(secret),
                      "no reason repeats a secret");
    }
}

const Fuzz::Registration registration("tccli", attack);

} // namespace
