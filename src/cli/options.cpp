// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! What --help says of options.
class OptionText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::OptionText)
};

[[nodiscard]] QList<Verb> everyCommand()
{
    return {Verb::Stop, Verb::Start, Verb::Show, Verb::List, Verb::History, Verb::Recover, Verb::Watch};
}

[[nodiscard]] QList<Option> ownOptions()
{
    return {
        {u"demo"_s,
         {},
         OptionText::tr("The window on a simulator of its own. Nothing is kept."),
         {Verb::Window}},
        {u"stop-all-running"_s,
         {},
         OptionText::tr("The window asks the service what runs, then whether to stop all of it."),
         {Verb::Window}},
        {u"headless-picture"_s,
         u"FILE"_s,
         OptionText::tr(
             "With --demo: no window; stops two tasks, says what happened and draws the window into FILE."),
         {Verb::Window}},
        {u"app"_s,
         u"SDKAPPID"_s,
         OptionText::tr("The application that the tasks belong to."),
         {Verb::Stop, Verb::Start, Verb::Show, Verb::List, Verb::Watch, Verb::History}},
        {u"from"_s,
         u"FILE"_s,
         OptionText::tr(
             "Read TaskIds from FILE (- is standard input), one a line; blank lines and lines that begin "
             "with # are left out. For \"start\": the template, a JSON object."),
         {Verb::Stop, Verb::Start},
         true},
        {u"no-wait"_s,
         {},
         OptionText::tr("Do not wait for the confirmation that the task ended: \"accepted\" is enough."),
         {Verb::Stop}},
        {u"all-running"_s,
         {},
         OptionText::tr("Stop every task of the application that is running. Asks before, on a terminal."),
         {Verb::Stop}},
        {u"older-than"_s,
         u"TIME"_s,
         OptionText::tr("Of these only the ones that have been running for so long: 90m, 3h, 1d."),
         {Verb::Stop}},
        {u"yes"_s,
         {},
         OptionText::tr(
             "Do not ask. Without a terminal, --all-running needs it. For \"start\": also where an "
             "earlier start of the room began a task or may have."),
         {Verb::Stop, Verb::Start}},
        {u"interval"_s, u"S"_s, OptionText::tr("Seconds between two looks. Usual: 5."), {Verb::Watch}},
        {u"running"_s, {}, OptionText::tr("Only those that are running."), {Verb::List}},
        {u"tracked"_s, {}, OptionText::tr("List what the window tracks; nothing is sent."), {Verb::List}},
        {u"task"_s, u"TASKID"_s, OptionText::tr("Only the requests about this task."), {Verb::History}},
        {u"since"_s,
         u"TIME"_s,
         OptionText::tr(
             "Only the requests since then: 2026-03-01, 2026-03-01T08:30, or 90m, 3h, 2d, 1w ago."),
         {Verb::History}},
        {u"until"_s, u"TIME"_s, OptionText::tr("Only the requests before then."), {Verb::History}},
        {u"action"_s,
         u"ACTION"_s,
         OptionText::tr("Only the requests of this action, e.g. StopWhiteboardPush."),
         {Verb::History}},
        {u"outcome"_s,
         u"WORD"_s,
         OptionText::tr("Only the requests with this outcome, in the words of --json, e.g. failed."),
         {Verb::History}},
        {u"search"_s,
         u"TEXT"_s,
         OptionText::tr("Only the requests with this in the TaskId or the code, or at the beginning of the "
                        "RequestId (4 characters or more)."),
         {Verb::History}},
        {u"limit"_s,
         u"N"_s,
         OptionText::tr("At most the newest N requests; 0 for all. Usual: 1000; with --json all."),
         {Verb::History}},
    };
}

[[nodiscard]] QList<Option> commonOptions()
{
    const QList<Verb> verbs = everyCommand();
    return {
        {u"profile"_s, u"NAME"_s, OptionText::tr("The account of that name; its key is in the keyring."),
         verbs},
        {u"endpoint"_s, u"URL"_s,
         OptionText::tr("Where requests go instead, e.g. https://tiw.intl.tencentcloudapi.com."), verbs},
        {u"region"_s, u"REGION"_s, OptionText::tr("The region there, e.g. ap-singapore."), verbs},
        {u"edition"_s, u"intl|mainland"_s, OptionText::tr("The edition of the service there. Usual: intl."),
         verbs},
        {u"json"_s, {}, OptionText::tr("Print one JSON object a line."), verbs},
        {u"timeout"_s, u"S"_s,
         OptionText::tr("Seconds to wait for STOPPED once a Stop is accepted. Usual: as in the settings. For "
                        "\"start\": to look for a task that no answer names. Usual: 20."),
         verbs},
        {u"ca-file"_s, u"PEM"_s, OptionText::tr("Trust the certificates of this file besides the system's."),
         verbs},
    };
}

} // namespace

QCommandLineOption Option::toQt() const
{
    const QStringList names = name == "help"_L1 ? QStringList{u"h"_s, name}
        : name == "version"_L1                  ? QStringList{u"v"_s, name}
                                                : QStringList{name};
    return {names, description, valueName};
}

QList<Option> options()
{
    QList<Verb> everywhere = everyCommand();
    everywhere.append(Verb::Window);
    return ownOptions() + commonOptions()
        + QList<Option>{
            {u"help"_s, {}, OptionText::tr("This help."), everywhere},
            {u"version"_s, {}, OptionText::tr("The version."), everywhere},
        };
}

} // namespace Cli
