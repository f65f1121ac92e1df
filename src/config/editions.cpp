// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/editions.h"

using namespace Qt::StringLiterals;

namespace Config {

namespace {

const QString internationalHost = u"tiw.intl.tencentcloudapi.com"_s;
const QString mainlandHost = u"tiw.tencentcloudapi.com"_s;

[[nodiscard]] QStringList accessPoints()
{
    QStringList hosts;
    for (const QLatin1StringView place : {"guangzhou"_L1, "shanghai"_L1, "beijing"_L1, "chengdu"_L1,
                                          "chongqing"_L1, "hongkong"_L1, "singapore"_L1}) {
        hosts.append(u"tiw.ap-"_s + place + u".tencentcloudapi.com"_s);
    }
    return hosts;
}

} // namespace

QStringList hosts(Core::Edition edition)
{
    const QStringList own = edition == Core::Edition::International
        ? QStringList{internationalHost, mainlandHost}
        : QStringList{mainlandHost};
    return own + accessPoints();
}

QStringList regions(Core::Edition edition)
{
    return edition == Core::Edition::International ? QStringList{u"ap-singapore"_s, u"ap-guangzhou"_s}
                                                   : QStringList{u"ap-guangzhou"_s};
}

Core::Endpoint usualEndpoint(Core::Edition edition)
{
    Core::Endpoint endpoint;
    endpoint.url.setScheme(u"https"_s);
    endpoint.url.setHost(hosts(edition).constFirst());
    endpoint.region = regions(edition).constFirst();
    endpoint.edition = edition;
    return endpoint;
}

QString toWord(Core::Edition edition)
{
    return edition == Core::Edition::International ? u"intl"_s : u"mainland"_s;
}

std::optional<Core::Edition> editionFromWord(QStringView word)
{
    if (word == "intl"_L1) {
        return Core::Edition::International;
    }
    if (word == "mainland"_L1) {
        return Core::Edition::Mainland;
    }
    return std::nullopt;
}

} // namespace Config
