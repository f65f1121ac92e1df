// SPDX-License-Identifier: GPL-3.0-or-later
// printsample KIND URL EDITION ACTION [PARAMETERS]: the program that codeFor() writes for a call, on standard
// output. KIND is curl, unsigned, tccli, python, go, java, node, php, dotnet or cpp; the catalogue's example
// stands for parameters that are not given.
#include "explorer/catalogueparser.h"
#include "explorer/codesample.h"
#include "explorer/requestcheck.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QStringList kinds{u"curl"_s, u"unsigned"_s, u"tccli"_s, u"python"_s, u"go"_s,
                            u"java"_s, u"node"_s,     u"php"_s,   u"dotnet"_s, u"cpp"_s};
    const qsizetype kind = kinds.indexOf(arguments.value(1));
    const Core::Edition edition =
        arguments.value(3) == "mainland"_L1 ? Core::Edition::Mainland : Core::Edition::International;
    const auto endpoint = Core::Endpoint::parse(arguments.value(2), u"ap-singapore"_s, edition);
    const auto catalogue = Explorer::builtInCatalogue();
    const Explorer::Action *action = catalogue ? catalogue->findAction(arguments.value(4)) : nullptr;
    if (kind < 0 || !endpoint || !action) {
        QTextStream(stderr) << "printsample: no such kind, address or action\n";
        return 2;
    }
    const auto values = Explorer::parseParameters(arguments.value(5));
    const bool isExample = arguments.size() < 6;
    if (!values) {
        QTextStream(stderr) << "printsample: " << values.error().detail << '\n';
        return 2;
    }
    QTextStream(stdout) << codeFor(Explorer::codeKinds().at(kind), *catalogue, *action, *endpoint,
                                   isExample ? action->exampleRequest : *values);
    return 0;
}
