// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/moment.h"
#include "cli/options.h"
#include "cli/taskidlist.h"
#include "config/editions.h"
#include "core/startoutcome.h"
#include "service/tasklink.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! The sentences of usage errors.
class UsageText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::UsageText)
};

[[nodiscard]] tl::unexpected<Core::Error> usageError(const QString &sentence)
{
    return Core::failure(Core::Error::invalidInput(sentence));
}

[[nodiscard]] std::optional<Verb> verbOf(const QString &word)
{
    constexpr std::array commands{Verb::Stop,    Verb::Start,   Verb::Show, Verb::List,
                                  Verb::History, Verb::Recover, Verb::Watch};
    const auto found = std::ranges::find(commands, word, &wordOf);
    return found == commands.end() ? std::nullopt : std::optional(*found);
}

// An option of another command, or one given twice, is more likely a slip than a wish.
[[nodiscard]] Core::Result<void> checkOptions(const QCommandLineParser &parser, Verb verb)
{
    for (const Option &option : options()) {
        if (!parser.isSet(option.name)) {
            continue;
        }
        if (!option.isOf(verb)) {
            return usageError(
                verb == Verb::Window
                    ? UsageText::tr("Option --%1 belongs to a command.").arg(option.name)
                    : UsageText::tr("Option --%1 does not belong to \"%2\".").arg(option.name, wordOf(verb)));
        }
        if (option.takesValue() && !option.isRepeatable && parser.values(option.name).size() > 1) {
            return usageError(UsageText::tr("Option --%1 is given more than once.").arg(option.name));
        }
        if (option.takesValue() && parser.values(option.name).contains(QString())) {
            return usageError(UsageText::tr("Option --%1 has no value.").arg(option.name));
        }
    }
    return {};
}

[[nodiscard]] Core::Result<AccountWish> accountOf(const QCommandLineParser &parser)
{
    AccountWish wish{parser.value(u"profile"_s), parser.value(u"endpoint"_s), parser.value(u"region"_s), {}};
    if (parser.isSet(u"edition"_s)) {
        wish.edition = Config::editionFromWord(parser.value(u"edition"_s));
        if (!wish.edition) {
            return usageError(UsageText::tr("--edition is \"intl\" or \"mainland\"."));
        }
    }
    if (!wish.profile.isEmpty() && wish.namesEndpoint()) {
        return usageError(UsageText::tr(
            "--profile already says where to go: leave --endpoint, --region and --edition out."));
    }
    // The region may still come from elsewhere; what is given is checked now.
    const auto edition = wish.edition.value_or(Core::Edition::International);
    const Core::Endpoint usual = Config::usualEndpoint(edition);
    const auto endpoint =
        Core::Endpoint::parse(wish.endpointUrl.isEmpty() ? usual.url.toString() : wish.endpointUrl,
                              wish.region.isEmpty() ? usual.region : wish.region, edition);
    if (!endpoint) {
        return Core::failure(endpoint.error());
    }
    return wish;
}

[[nodiscard]] Core::Result<int> secondsAsMs(const QString &text)
{
    constexpr double longestSeconds = 86'400.0;
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || !(seconds > 0.0) || seconds > longestSeconds) {
        return usageError(UsageText::tr("--timeout is a number of seconds up to 86400."));
    }
    return std::max(1, static_cast<int>(seconds * 1000.0));
}

[[nodiscard]] Core::Result<void> readCommon(const QCommandLineParser &parser, Command &command)
{
    auto account = accountOf(parser);
    if (!account) {
        return Core::failure(account.error());
    }
    command.account = *account;
    command.isJson = parser.isSet(u"json"_s);
    command.caFile = parser.value(u"ca-file"_s);
    if (parser.isSet(u"timeout"_s)) {
        const auto deadline = secondsAsMs(parser.value(u"timeout"_s));
        if (!deadline) {
            return Core::failure(deadline.error());
        }
        command.deadlineMs = *deadline;
    }
    if (parser.isSet(u"app"_s)) {
        const auto sdkAppId = Core::SdkAppId::parse(parser.value(u"app"_s));
        if (!sdkAppId) {
            return Core::failure(sdkAppId.error());
        }
        command.sdkAppId = *sdkAppId;
    }
    return {};
}

[[nodiscard]] Core::Result<QList<Core::TaskId>> taskIdsOf(const QStringList &words)
{
    QList<Core::TaskId> ids;
    for (const QString &word : words) {
        const auto id = Core::TaskId::parse(word);
        if (!id) {
            return Core::failure(id.error());
        }
        ids.append(*id);
    }
    return withoutDuplicates(ids);
}

[[nodiscard]] Core::Result<void> readHistoryOptions(const QCommandLineParser &parser, Command &command)
{
    if (parser.isSet(u"task"_s)) {
        const auto ids = taskIdsOf({parser.value(u"task"_s)});
        if (!ids) {
            return Core::failure(ids.error());
        }
        command.taskIds = *ids;
    }
    for (const auto &[name, time] :
         {std::pair{u"since"_s, &command.historySince}, std::pair{u"until"_s, &command.historyUntil}}) {
        if (!parser.isSet(name)) {
            continue;
        }
        const auto moment = momentOf(parser.value(name), QDateTime::currentDateTimeUtc());
        if (!moment) {
            return usageError(
                UsageText::tr(
                    "--%1 is a time like 2026-03-01 or 2026-03-01T08:30, or how long ago: 90m, 3h, 2d, 1w.")
                    .arg(name));
        }
        *time = *moment;
    }
    command.historyAction = parser.value(u"action"_s);
    command.historyOutcome = parser.value(u"outcome"_s);
    const bool isOutcome = command.historyOutcome == "ok"_L1
        || Core::stopOutcomeFromWord(command.historyOutcome)
        || Core::startOutcomeFromWord(command.historyOutcome);
    if (parser.isSet(u"outcome"_s) && !isOutcome) {
        return usageError(
            UsageText::tr("--outcome is one of: %1.")
                .arg("ok, failed, unknown, stopped, alreadyStopped, accepted, started, notSent"_L1));
    }
    command.historyText = parser.value(u"search"_s);
    if (parser.isSet(u"limit"_s)) {
        bool isNumber = false;
        command.historyLimit = parser.value(u"limit"_s).toInt(&isNumber);
        if (!isNumber || command.historyLimit < 0) {
            return usageError(UsageText::tr("--limit is a number of requests, or 0 for all."));
        }
    } else if (command.verb == Verb::History && command.isJson) {
        command.historyLimit = 0; // it is written as it is read, and no program misses what a note tells of
    }
    return {};
}

//! "90m", "3h", "1d": whole seconds, minutes, hours or days.
[[nodiscard]] std::optional<qint64> durationOf(const QString &text)
{
    constexpr qint64 longestS = qint64(3650) * 86'400;
    constexpr std::array units{std::pair{u's', 1}, std::pair{u'm', 60}, std::pair{u'h', 3600},
                               std::pair{u'd', 86'400}};
    const auto unit = std::ranges::find(units, text.isEmpty() ? u'\0' : text.back().unicode(),
                                        &std::pair<char16_t, int>::first);
    const QStringView digits = QStringView(text).chopped(text.isEmpty() ? 0 : 1);
    const bool areDigits = !digits.isEmpty() && digits.size() <= 9
        && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (unit == units.end() || !areDigits) {
        return std::nullopt;
    }
    const qint64 seconds = digits.toLongLong() * unit->second;
    return seconds > 0 && seconds <= longestS ? std::optional(seconds) : std::nullopt;
}

[[nodiscard]] Core::Result<void> readRunningOptions(const QCommandLineParser &parser, Command &command)
{
    command.isRunningOnly = parser.isSet(u"running"_s);
    command.isAllRunning = parser.isSet(u"all-running"_s);
    command.isAnsweredYes = parser.isSet(u"yes"_s);
    const bool isDependent = command.isAnsweredYes || parser.isSet(u"older-than"_s);
    if (isDependent && !command.isAllRunning && command.verb != Verb::Start) {
        return usageError(UsageText::tr("--older-than and --yes belong to --all-running."));
    }
    if (parser.isSet(u"older-than"_s)) {
        const auto age = durationOf(parser.value(u"older-than"_s));
        if (!age) {
            return usageError(UsageText::tr("--older-than is a time such as 90m, 3h or 1d."));
        }
        command.olderThanS = *age;
    }
    if (parser.isSet(u"interval"_s)) {
        constexpr int longestIntervalS = 3600;
        bool isNumber = false;
        const int seconds = parser.value(u"interval"_s).toInt(&isNumber);
        if (!isNumber || seconds < 1 || seconds > longestIntervalS) {
            return usageError(UsageText::tr("--interval is a number of seconds from 1 to 3600."));
        }
        command.watchIntervalMs = seconds * 1000;
    }
    return {};
}

[[nodiscard]] Core::Result<void> checkComplete(const Command &command, qsizetype positionalIds)
{
    if (command.verb == Verb::Start && command.startTemplateFile.isEmpty()) {
        return usageError(UsageText::tr("--from FILE is missing: the template of the task to start."));
    }
    const bool needsApp = command.verb == Verb::Stop || command.verb == Verb::Show
        || command.verb == Verb::Watch || (command.verb == Verb::List && !command.isTracked);
    if (needsApp && !command.sdkAppId.isValid()) {
        return usageError(
            UsageText::tr("--app SDKAPPID is missing: the application that the tasks belong to."));
    }
    const bool namesTasks = !command.taskIds.isEmpty() || !command.taskIdFiles.isEmpty();
    if (command.isAllRunning && namesTasks) {
        return usageError(UsageText::tr("--all-running and TaskIds exclude each other."));
    }
    if (command.verb == Verb::Stop && !command.isAllRunning && !namesTasks) {
        return usageError(UsageText::tr("No TaskId is given."));
    }
    if (command.verb == Verb::Stop && command.taskIdFiles.count(u"-"_s) > 1) {
        return usageError(UsageText::tr("Standard input can be read only once."));
    }
    if (command.verb == Verb::Show && positionalIds != 1) {
        return usageError(UsageText::tr("\"show\" needs exactly one TaskId."));
    }
    const bool takesIds = command.verb == Verb::Stop || command.verb == Verb::Show;
    if (!takesIds && positionalIds > 0) {
        return usageError(UsageText::tr("\"%1\" takes no further arguments.").arg(wordOf(command.verb)));
    }
    return {};
}

[[nodiscard]] Core::Result<Command> readCommand(const QCommandLineParser &parser, Command command)
{
    const QStringList words = parser.positionalArguments().mid(1);
    if (const auto common = readCommon(parser, command); !common) {
        return Core::failure(common.error());
    }
    if (command.verb == Verb::Start) {
        if (parser.values(u"from"_s).size() > 1) {
            return usageError(UsageText::tr("Option --%1 is given more than once.").arg(u"from"_s));
        }
        command.startTemplateFile = parser.value(u"from"_s);
    } else {
        command.taskIdFiles = parser.values(u"from"_s);
    }
    command.waitsForConfirmation = !parser.isSet(u"no-wait"_s);
    command.isTracked = parser.isSet(u"tracked"_s);
    if (!command.waitsForConfirmation && command.deadlineMs) {
        return usageError(UsageText::tr("--no-wait and --timeout exclude each other."));
    }
    auto ids = taskIdsOf(words);
    if (!ids) {
        return Core::failure(ids.error());
    }
    command.taskIds = *ids;
    if (const auto history = readHistoryOptions(parser, command); !history) {
        return Core::failure(history.error());
    }
    if (const auto running = readRunningOptions(parser, command); !running) {
        return Core::failure(running.error());
    }
    if (const auto complete = checkComplete(command, words.size()); !complete) {
        return Core::failure(complete.error());
    }
    return command;
}

[[nodiscard]] Core::Result<Command> readWindowCommand(const QCommandLineParser &parser, Command command)
{
    const QStringList words = parser.positionalArguments();
    command.taskLink = words.value(0);
    if (words.size() > 1) {
        return usageError(UsageText::tr("Only one link at a time."));
    }
    command.asksToStopAll = parser.isSet(u"stop-all-running"_s);
    command.isDemo = parser.isSet(u"demo"_s);
    if (int(command.isDemo) + int(command.asksToStopAll) + int(!words.isEmpty()) > 1) {
        return usageError(UsageText::tr("--demo, --stop-all-running and a link exclude each other."));
    }
    command.pictureFile = parser.value(u"headless-picture"_s);
    if (!command.pictureFile.isEmpty() && !command.isDemo) {
        return usageError(UsageText::tr("--headless-picture belongs to --demo."));
    }
    return command;
}

} // namespace

Core::Result<Command> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const Option &option : options()) {
        parser.addOption(option.toQt());
    }
    const bool isUnderstood = parser.parse(arguments);
    const QStringList words = parser.positionalArguments();
    const bool isWindow = words.isEmpty() || Service::isTaskLink(words.constFirst());
    const std::optional<Verb> verb = isWindow ? Verb::Window : verbOf(words.constFirst());
    Command command;
    command.verb = verb.value_or(Verb::Window);
    command.wantsHelp = parser.isSet(u"help"_s);
    command.wantsVersion = !command.wantsHelp && parser.isSet(u"version"_s);
    if (isUnderstood && (command.wantsHelp || command.wantsVersion)) {
        return command;
    }
    if (!verb) {
        return usageError(UsageText::tr("There is no command \"%1\".").arg(words.constFirst().left(80)));
    }
    if (!isUnderstood) {
        return usageError(parser.errorText());
    }
    if (const auto checked = checkOptions(parser, *verb); !checked) {
        return Core::failure(checked.error());
    }
    return *verb == Verb::Window ? readWindowCommand(parser, command) : readCommand(parser, command);
}

QString wordOf(Verb verb)
{
    switch (verb) {
    case Verb::Window:
        return {};
    case Verb::Stop:
        return u"stop"_s;
    case Verb::Show:
        return u"show"_s;
    case Verb::List:
        return u"list"_s;
    case Verb::History:
        return u"history"_s;
    case Verb::Recover:
        return u"recover"_s;
    case Verb::Start:
        return u"start"_s;
    case Verb::Watch:
        return u"watch"_s;
    }
    return {};
}

QStringList withoutQtArguments(const QStringList &arguments)
{
    static constexpr std::array withValue{"platform"_L1,
                                          "platformpluginpath"_L1,
                                          "platformtheme"_L1,
                                          "plugin"_L1,
                                          "qwindowgeometry"_L1,
                                          "qwindowicon"_L1,
                                          "qwindowtitle"_L1,
                                          "style"_L1,
                                          "stylesheet"_L1,
                                          "display"_L1,
                                          "geometry"_L1,
                                          "session"_L1,
                                          "fontengine"_L1,
                                          "dialogs"_L1,
                                          "name"_L1,
                                          "title"_L1};
    static constexpr std::array alone{"reverse"_L1, "widgetcount"_L1, "nograb"_L1, "dograb"_L1};

    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QStringView name = arguments.at(i);
        if (i == 0 || !name.startsWith(u'-')) {
            rest.append(arguments.at(i));
            continue;
        }
        name = name.mid(name.startsWith("--"_L1) ? 2 : 1);
        const auto isName = [name](QLatin1StringView option) { return name == option; };
        const auto isAssignment = [name](QLatin1StringView option) {
            return name.startsWith(option) && name.mid(option.size()).startsWith(u'=');
        };
        if (std::ranges::any_of(withValue, isName)) {
            ++i;
        } else if (!std::ranges::any_of(alone, isName) && !std::ranges::any_of(withValue, isAssignment)) {
            rest.append(arguments.at(i));
        }
    }
    return rest;
}

} // namespace Cli
