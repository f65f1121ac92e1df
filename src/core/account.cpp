// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

[[nodiscard]] bool isRegionCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

[[nodiscard]] int defaultPort(const QUrl &url)
{
    return url.scheme() == "http"_L1 ? 80 : 443;
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host == "::1"_L1 || host == "[::1]"_L1) {
        return true;
    }
    const QStringList parts = host.split(u'.');
    return parts.size() == 4 && parts.first() == "127"_L1
        && std::ranges::all_of(parts, [](const QString &part) {
               bool isNumber = false;
               const int number = part.toInt(&isNumber);
               return isNumber && number >= 0 && number <= 255 && !part.startsWith(u'+');
           });
}

Result<Endpoint> Endpoint::parse(const QString &url, const QString &region, Edition edition)
{
    QString text = url.trimmed();
    if (!text.contains("://"_L1)) {
        text = u"https://"_s + text;
    }
    QUrl parsed(text, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty()) {
        return failure(Error::invalidInput(u"endpoint: not a host or URL: "_s + url.left(200)));
    }
    if (!parsed.userInfo().isEmpty() || parsed.hasQuery() || parsed.hasFragment()
        || !(parsed.path().isEmpty() || parsed.path() == "/"_L1)) {
        return failure(
            Error::invalidInput(u"endpoint: only scheme, host and port are accepted: "_s + parsed.host()));
    }
    const bool isPlain = parsed.scheme() == "http"_L1;
    if (!isPlain && parsed.scheme() != "https"_L1) {
        return failure(Error::invalidInput(u"endpoint: scheme is not https: "_s + parsed.scheme()));
    }
    if (isPlain && !isLoopbackHost(parsed.host())) {
        return failure(
            Error::invalidInput(u"endpoint: http is accepted to loopback only: "_s + parsed.host()));
    }
    const QString trimmedRegion = region.trimmed();
    if (trimmedRegion.isEmpty() || trimmedRegion.size() > 64
        || !std::ranges::all_of(trimmedRegion, isRegionCharacter)) {
        return failure(Error::invalidInput(u"region: not of a-z, 0-9 and -: "_s + region.left(80)));
    }
    parsed.setPath(QString());
    if (parsed.port() == defaultPort(parsed)) {
        parsed.setPort(-1);
    }
    return Endpoint{parsed, trimmedRegion, edition};
}

QByteArray Endpoint::hostHeader() const
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':')) {
        host = '[' + host + ']';
    }
    if (url.port() != -1) {
        host += ':' + QByteArray::number(url.port());
    }
    return host;
}

QString Endpoint::display() const
{
    const QString host = QString::fromLatin1(hostHeader());
    return url.scheme() == "http"_L1 ? QString(u"http://"_s + host) : host;
}

} // namespace Core
