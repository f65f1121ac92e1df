// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/options.h"

#include "core/pushtask.h"
#include "simulator/scenario.h"

#include <QCommandLineParser>
#include <QFile>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Core::Error> usage(const QString &detail)
{
    return Core::failure(Core::Error::invalidInput(detail));
}

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A local stand-in for the whiteboard push service (TIW API 2019-09-19).\n\n"
        "It listens on loopback only, checks every signature by itself, lets tasks live their lives, keeps "
        "the rate\n"
        "limit, and fails on demand. When it is ready it prints one line of JSON:\n"
        "  {\"url\":…,\"secretId\":…,\"secretKey\":…,\"sdkAppIds\":[…]}\n"
        "Its keys are made up. It ends on SIGTERM and SIGINT."_s);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Show this text."_s},
        {{u"v"_s, u"version"_s}, u"Show the version."_s},
        {u"port"_s, u"Listen on this port; 0 picks a free one (default)."_s, u"N"_s},
        {u"host"_s, u"127.0.0.0/8, ::1 or localhost (default 127.0.0.1); anything else is refused."_s,
         u"ADDRESS"_s},
        {u"scenario"_s,
         u"Read applications, accounts, tasks and behaviour from a file (see below). Without it a "
         "built-in scenario is used."_s,
         u"FILE"_s},
        {u"apps"_s, u"The applications, in place of the scenario's and its tasks, separated by commas."_s,
         u"IDS"_s},
        {u"tasks"_s,
         u"Seed N pushing tasks per application with ids APPtNNNNNNNNN (1400000001t000000001 is the first "
         "of 1400000001), in place of the built-in tasks or beside those of --scenario."_s,
         u"N"_s},
        {u"start-delay"_s,
         u"From PREPARED to PUSHING (default 2s). Times are MS, or with a unit: 500ms, 2s."_s, u"TIME"_s},
        {u"stop-delay"_s, u"From an accepted Stop to STOPPED (default 2s)."_s, u"TIME"_s},
        {u"latency"_s, u"Every request waits this long before it is processed (default 0)."_s, u"TIME"_s},
        {u"limit"_s, u"Requests a second per SecretId and action (default 20); 0 for no limit."_s, u"N"_s},
        {u"window"_s,
         u"How they are counted: over the last second (sliding, default) or by whole seconds (fixed)."_s,
         u"sliding|fixed"_s},
        {u"clock-skew"_s, u"The service's clock is S seconds ahead of the machine's; may be negative."_s,
         u"S"_s},
        {u"edition"_s, u"Which edition's actions exist: both (default), intl, mainland."_s, u"WORD"_s},
        {u"regions"_s, u"Accepted regions, separated by commas (default ap-singapore,ap-guangzhou)."_s,
         u"NAMES"_s},
        {u"fault"_s, u"Fail on purpose (see below). May be given many times."_s, u"SPEC"_s},
        {u"tls"_s, u"Serve HTTPS with a throw-away CA."_s},
        {u"ca-out"_s, u"Write that CA's certificate to a file (PEM)."_s, u"FILE"_s},
    });
}

//! Sets \a target from an option's number, if it is given.
Core::Result<void> readNumber(const QCommandLineParser &parser, const QString &name, int least, int most,
                              int &target)
{
    if (!parser.isSet(name)) {
        return {};
    }
    bool isNumber = false;
    const int value = parser.value(name).toInt(&isNumber);
    if (!isNumber || value < least || value > most) {
        return usage(QString(u"--"_s + name + u" must be a number from "_s + QString::number(least)
                             + u" to "_s + QString::number(most)));
    }
    target = value;
    return {};
}

//! "250", "250ms", "2s"
Core::Result<void> readTime(const QCommandLineParser &parser, const QString &name, int &target)
{
    if (!parser.isSet(name)) {
        return {};
    }
    QString text = parser.value(name);
    int unit = 1;
    if (text.endsWith("ms"_L1)) {
        text.chop(2);
    } else if (text.endsWith(u's')) {
        text.chop(1);
        unit = 1000;
    }
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < 0 || value > 3'600'000 / unit) {
        return usage(
            QString(u"--"_s + name + u" must be a time of at most an hour, e.g. 250, 250ms or 2s"_s));
    }
    target = value * unit;
    return {};
}

template <typename T>
Core::Result<void> readChoice(const QCommandLineParser &parser, const QString &name, T &target,
                              const QList<std::pair<QString, T>> &words)
{
    if (!parser.isSet(name)) {
        return {};
    }
    for (const auto &[word, value] : words) {
        if (parser.value(name) == word) {
            target = value;
            return {};
        }
    }
    return usage(QString(u"--"_s + name + u": \""_s + parser.value(name) + u"\" is not known"_s));
}

Core::Result<Settings> baseSettings(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"scenario"_s)) {
        return parser.isSet(u"tasks"_s) ? Settings::withoutTasks() : Settings::builtIn();
    }
    QFile file(parser.value(u"scenario"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        return usage(QString(u"--scenario: "_s + file.errorString()));
    }
    return readScenario(file.readAll());
}

Core::Result<void> readApplications(const QCommandLineParser &parser, Settings &settings)
{
    if (!parser.isSet(u"apps"_s)) {
        return {};
    }
    settings.applications.clear();
    settings.tasks.clear();
    QList<qint64> ids;
    const QStringList words = parser.value(u"apps"_s).split(u',');
    for (const QString &word : words) {
        const Core::Result<Core::SdkAppId> id = Core::SdkAppId::parse(word);
        if (!id) {
            return usage(QString(u"--apps: \""_s + word + u"\" is not an application's id"_s));
        }
        ids.append(id->value);
        settings.applications.append({id->value, QString(u"Application "_s + word), {}});
    }
    for (Account &account : settings.accounts) {
        account.sdkAppIds = ids;
    }
    return {};
}

Core::Result<void> readFaults(const QCommandLineParser &parser, Settings &settings)
{
    const QStringList texts = parser.values(u"fault"_s);
    for (const QString &text : texts) {
        const Core::Result<FaultRule> rule = FaultRule::parse(text);
        if (!rule) {
            return usage(QString(u"--"_s + rule.error().detail));
        }
        settings.faults.append(*rule);
    }
    return {};
}

Core::Result<void> readBehaviour(const QCommandLineParser &parser, Settings &settings)
{
    constexpr int mostSkewS = 1'600'000'000;
    int port = settings.port;
    Core::Result<void> read;
    const auto then = [&read](const Core::Result<void> &next) { read = read ? next : read; };
    then(readNumber(parser, u"port"_s, 0, 65535, port));
    then(readTime(parser, u"start-delay"_s, settings.startDelayMs));
    then(readTime(parser, u"stop-delay"_s, settings.stopDelayMs));
    then(readTime(parser, u"latency"_s, settings.latencyMs));
    then(readNumber(parser, u"limit"_s, 0, 1'000'000, settings.requestsPerSecond));
    then(readNumber(parser, u"clock-skew"_s, -mostSkewS, mostSkewS, settings.clockSkewS));
    then(readChoice<RateWindowKind>(
        parser, u"window"_s, settings.window,
        {{u"sliding"_s, RateWindowKind::Sliding}, {u"fixed"_s, RateWindowKind::Fixed}}));
    then(readChoice<Edition>(parser, u"edition"_s, settings.edition,
                             {{u"both"_s, Edition::Both},
                              {u"intl"_s, Edition::International},
                              {u"mainland"_s, Edition::Mainland}}));
    then(readFaults(parser, settings));
    settings.port = static_cast<quint16>(port);
    return read;
}

} // namespace

Core::Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(arguments)) {
        return usage(parser.errorText());
    }
    if (!parser.positionalArguments().isEmpty()) {
        return usage(QString(u"unexpected argument \""_s + parser.positionalArguments().first() + u'"'));
    }
    Options options;
    options.isHelpWanted = parser.isSet(u"help"_s);
    options.isVersionWanted = parser.isSet(u"version"_s);
    if (options.isHelpWanted || options.isVersionWanted) {
        return options;
    }
    const Core::Result<Settings> base = baseSettings(parser);
    if (!base) {
        return tl::unexpected(base.error());
    }
    options.settings = *base;
    Settings &settings = options.settings;
    int tasks = 0;
    const Core::Result<void> read =
        readApplications(parser, settings)
            .and_then([&] { return readBehaviour(parser, settings); })
            .and_then([&] { return readNumber(parser, u"tasks"_s, 0, 100'000, tasks); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    for (const Application &application : std::as_const(settings.applications)) {
        settings.tasks.append(pushingTasks(application.sdkAppId, tasks));
    }
    if (parser.isSet(u"host"_s)) {
        settings.host = parser.value(u"host"_s);
    }
    if (parser.isSet(u"regions"_s)) {
        settings.regions = parser.value(u"regions"_s).split(u',', Qt::SkipEmptyParts);
    }
    settings.isTls = parser.isSet(u"tls"_s);
    options.caOut = parser.value(u"ca-out"_s);
    if (!options.caOut.isEmpty() && !settings.isTls) {
        return usage(u"--ca-out needs --tls"_s);
    }
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    declareOptions(parser);
    return QString(
        parser.helpText() + u"\nFaults:\n  "_s + faultGrammar()
        + u"  e.g. --fault StopWhiteboardPush:1:drop-after --fault '*:/3:delay-before=500'\n"
          "       --fault DescribeWhiteboardPush:2..4:code=InternalError\n\nScenario file:\n  "_s
        + scenarioGrammar()
        + u"\nPages (unsigned JSON):\n"
          "  GET  /_simulator/journal[?after=N]   every delivery; DELETE forgets them\n"
          "  GET  /_simulator/tasks               all tasks; POST adds one or an array\n"
          "  GET  /_simulator/faults              the rules; POST adds one or an array, DELETE removes all\n"
          "\nExit status: 0 ended by a signal, 1 cannot start, 2 wrong usage.\n"_s);
}

} // namespace Simulator
