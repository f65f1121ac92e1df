// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account.h"
#include "simulator/options.h"
#include "simulator/server.h"
#include "simulator/terminationsignal.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int cannotStart = 1;
constexpr int wrongUsage = 2;

int complain(int status, const QString &detail)
{
    std::fprintf(stderr, "tiw-simulator: %s\n", qUtf8Printable(detail));
    return status;
}

bool write(const QString &fileName, const QByteArray &content)
{
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
}

void printReadyLine(const Simulator::ServerAddress &address)
{
    QJsonArray ids;
    for (const qint64 id : address.sdkAppIds) {
        ids.append(id);
    }
    const QJsonObject line{
        {u"url"_s, address.url.toString()},
        {u"secretId"_s, address.credential.secretId},
        {u"secretKey"_s,
         QString::fromUtf8(address.credential.secretKey.bytes())}, // made up, meant to be used
        {u"sdkAppIds"_s, ids},
    };
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tiw-simulator"_s);
    const Core::Result<Simulator::Options> options = Simulator::parseOptions(QCoreApplication::arguments());
    if (!options) {
        return complain(wrongUsage, QString(options.error().detail + u". See --help."_s));
    }
    if (options->isHelpWanted) {
        std::fputs(qUtf8Printable(Simulator::helpText()), stdout);
        return 0;
    }
    if (options->isVersionWanted) {
        std::puts("tiw-simulator " CONSOLE_VERSION);
        return 0;
    }
    const Simulator::TerminationSignal termination;
    QObject::connect(&termination, &Simulator::TerminationSignal::raised, &application,
                     &QCoreApplication::quit);

    Simulator::Server server(options->settings);
    const Core::Result<Simulator::ServerAddress> address = server.start();
    if (!address) {
        const bool isUsage = address.error().kind == Core::ErrorKind::InvalidInput;
        return complain(isUsage ? wrongUsage : cannotStart, address.error().detail);
    }
    if (!options->caOut.isEmpty() && !write(options->caOut, address->caCertificate)) {
        return complain(cannotStart, QString(u"cannot write "_s + options->caOut));
    }
    printReadyLine(*address);
    return QCoreApplication::exec();
}
