// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! What --help says of commands.
class HelpText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::HelpText)
};

[[nodiscard]] QString credentialText()
{
    return HelpText::tr(
        "Credentials come from the profile's keyring entry (--profile), else from the environment\n"
        "(TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY, TENCENTCLOUD_TOKEN, TENCENTCLOUD_REGION), else "
        "from\n"
        "the default profile. They are never taken from an argument.");
}

[[nodiscard]] QString exitText()
{
    return HelpText::tr(
        "Exit status: 0 done, 1 something failed, 2 the command line is wrong, 3 something is unknown or\n"
        "was not sent (also after Ctrl-C), 4 no credentials. After 2 and 4 nothing was sent.");
}

[[nodiscard]] QString windowText()
{
    return HelpText::tr("Stops whiteboard push tasks of Tencent Cloud's Interactive Whiteboard and confirms "
                        "that they ended.\n"
                        "Without a command it opens the window; a second start raises the first one. A link\n"
                        "tiwpush:TASKID?app=SDKAPPID in its place offers that task for the window's list.\n"
                        "\n"
                        "Commands (each has a --help of its own):\n"
                        "  stop     stop tasks and wait until the service says that they ended\n"
                        "  start    start one task from a template\n"
                        "  show     show one task as the service sees it\n"
                        "  list     list the tasks of an application\n"
                        "  history  what was ever requested from here\n"
                        "  recover  find out what became of Stops and Starts that were interrupted\n"
                        "  watch    show what is running in an application, and every change of it");
}

[[nodiscard]] QString aboutVerb(Verb verb)
{
    switch (verb) {
    case Verb::Window:
        return windowText();
    case Verb::Stop:
        return HelpText::tr(
            "Stops tasks, at most 20 requests a second, and waits until the service says that each has "
            "ended.\n"
            "A task that had ended before counts as done. Ctrl-C sends nothing more.\n"
            "With --all-running it looks itself for the tasks that are running, lists them and asks before "
            "it "
            "stops\n"
            "them; where nobody can answer, it needs --yes.\n"
            "With --json each task gives one object as it ends: taskId, sdkAppId, outcome (stopped, "
            "alreadyStopped,\n"
            "accepted, failed, unknown, notSent), requestId, errorCode, errorMessage, attempts, elapsedMs.");
    case Verb::Start:
        return HelpText::tr(
            "Starts one task from a template: a JSON object with the fields of StartWhiteboardPush, without "
            "its "
            "secrets,\n"
            "as the window exports it. --app goes before the SdkAppId of the template. Secrets come from the "
            "environment:\n"
            "PUSH_USER_SIG, and where the template needs them BACKUP_PUSH_USER_SIG, PRIVATE_MAP_KEY, "
            "IM_USER_SIG, TRTC_USER_SIG.\n"
            "It is sent once and never again: where no answer says what became of it, the task is looked for "
            "in its room.\n"
            "With --json it gives one object: action, taskId, backupTaskId, sdkAppId, roomId, outcome "
            "(started, failed,\n"
            "unknown, notSent), requestId, errorCode, errorMessage, elapsedMs.");
    case Verb::Show:
        return HelpText::tr("Shows one task as the service sees it now.");
    case Verb::List:
        return HelpText::tr(
            "Lists the tasks of an application as the service knows them, or with --tracked those\n"
            "that the window tracks; with --running only those that are running.");
    case Verb::Watch:
        return HelpText::tr(
            "Shows the running tasks of an application and every change, until Ctrl-C (exit status 0). On a\n"
            "terminal a table; elsewhere, and with --json, one object a change: first one for each running "
            "task,\n"
            "then time, taskId, sdkAppId, status, previousStatus, vanishedAt (the service no longer knows a "
            "task\n"
            "that was running) and the fields of \"list\". A task that ended says why in finishReason.");
    case Verb::History:
        return HelpText::tr(
            "Shows the requests that were sent from here, newest first. Needs neither network nor "
            "credentials.\n"
            "--profile shows those of one account; \"env\" is the account of the environment.\n"
            "With --json one object a request: time, profile, action, taskId, sdkAppId, outcome, requestId,\n"
            "errorCode, attempt, latencyMs.");
    case Verb::Recover:
        return HelpText::tr(
            "Finds out what became of every Stop and Start that an earlier run left without an outcome. It "
            "only asks;\n"
            "nothing is sent again. With --json it prints the objects of \"stop\" and \"start\".");
    }
    return {};
}

void addWords(QCommandLineParser &parser, Verb verb)
{
    if (verb == Verb::Window) {
        parser.addPositionalArgument(u"command"_s,
                                     HelpText::tr("stop, start, show, list, history, recover or watch."),
                                     u"[command]"_s);
        return;
    }
    QString syntax = wordOf(verb);
    switch (verb) {
    case Verb::Stop:
        syntax += u" --app SDKAPPID {TASKID... | --all-running}"_s;
        break;
    case Verb::Show:
        syntax += u" --app SDKAPPID TASKID"_s;
        break;
    case Verb::List:
    case Verb::Watch:
        syntax += u" --app SDKAPPID"_s;
        break;
    case Verb::Start:
        syntax += u" --app SDKAPPID --from FILE"_s;
        break;
    case Verb::Window:
    case Verb::History:
    case Verb::Recover:
        break;
    }
    if (verb == Verb::Stop || verb == Verb::Show) {
        parser.addPositionalArgument(u"TASKID"_s,
                                     HelpText::tr("1 to 128 printable characters without blanks."), syntax);
    } else {
        parser.addPositionalArgument(wordOf(verb), HelpText::tr("This command."), syntax);
    }
}

} // namespace

QString helpText(Verb verb)
{
    QCommandLineParser parser;
    QString about = aboutVerb(verb);
    if (verb != Verb::Window && verb != Verb::History) {
        about += u"\n\n"_s + credentialText();
    }
    if (verb != Verb::Window) {
        about += u"\n\n"_s + exitText();
    }
    parser.setApplicationDescription(about);
    for (const Option &option : options()) {
        if (option.isOf(verb)) {
            parser.addOption(option.toQt());
        }
    }
    addWords(parser, verb);
    return parser.helpText();
}

} // namespace Cli
