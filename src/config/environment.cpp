// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/environment.h"

#include "config/pastedkey.h"

#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace Config {

Core::Result<std::optional<FoundCredential>> credentialFromEnvironment(const QProcessEnvironment &environment)
{
    const QString id = environment.value(u"TENCENTCLOUD_SECRET_ID"_s).trimmed();
    const QString key = environment.value(u"TENCENTCLOUD_SECRET_KEY"_s).trimmed();
    if (id.isEmpty() && key.isEmpty()) {
        return std::nullopt;
    }
    if (id.isEmpty() || key.isEmpty()) {
        return Core::failure(Core::Error::of(
            Core::ErrorKind::NoCredential,
            QString((id.isEmpty() ? u"TENCENTCLOUD_SECRET_ID"_s : u"TENCENTCLOUD_SECRET_KEY"_s)
                    + u" is not set"_s)));
    }
    const Core::Result<QString> secretId = pastedSecretId(id);
    const Core::Result<QString> secretKey = pastedSecretKey(key, id);
    const Core::Result<QString> token = pastedToken(environment.value(u"TENCENTCLOUD_TOKEN"_s));
    for (const Core::Result<QString> &part : {secretId, secretKey, token}) {
        if (!part) {
            return Core::failure(part.error());
        }
    }
    return FoundCredential{
        {*secretId, Core::SecretText::fromString(*secretKey), Core::SecretText::fromString(*token)},
        environment.value(u"TENCENTCLOUD_REGION"_s).trimmed()};
}

} // namespace Config
