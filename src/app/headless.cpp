// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/composition.h"
#include "app/process.h"
#include "app/standardoutput.h"
#include "app/translation.h"
#include "cli/commandline.h"
#include "cli/exitcode.h"
#include "cli/interruption.h"
#include "cli/jobs.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/startinput.h"
#include "cli/taskidlist.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>
#include <QSslCertificate>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr qint64 largestCaFile = 1024 * 1024;

//! What is wrong with files that the command line names.
class FileText
{
    Q_DECLARE_TR_FUNCTIONS(App::FileText)
};

[[nodiscard]] Core::Result<Cli::Command> withTaskIdFiles(Cli::Command command)
{
    if (command.taskIdFiles.isEmpty()) {
        return command;
    }
    QFile standardInput;
    if (!standardInput.open(::fileno(stdin), QIODevice::ReadOnly)) {
        return Core::failure(Core::Error::invalidInput(standardInput.errorString()));
    }
    const auto ids = Cli::readTaskIdFiles(command.taskIdFiles, standardInput);
    if (!ids) {
        return Core::failure(ids.error());
    }
    command.taskIds = Cli::withoutDuplicates(command.taskIds + *ids);
    if (command.taskIds.isEmpty()) {
        return Core::failure(Core::Error::invalidInput(FileText::tr("No TaskId is given.")));
    }
    return command;
}

[[nodiscard]] Core::Result<Cli::Command> withStartTemplate(Cli::Command command)
{
    if (command.verb != Cli::Verb::Start || command.startTemplateFile.isEmpty()) {
        return command;
    }
    QFile standardInput;
    if (!standardInput.open(::fileno(stdin), QIODevice::ReadOnly)) {
        return Core::failure(Core::Error::invalidInput(standardInput.errorString()));
    }
    const auto start = Cli::readStartTemplate(command.startTemplateFile, standardInput);
    if (!start) {
        return Core::failure(start.error());
    }
    command.startTemplate = *start;
    if (command.sdkAppId.isValid()) {
        command.startTemplate.sdkAppId = command.sdkAppId;
    }
    if (!command.startTemplate.sdkAppId.isValid()) {
        return Core::failure(Core::Error::invalidInput(
            FileText::tr("--app SDKAPPID is missing, and the template names no SdkAppId.")));
    }
    return command;
}

[[nodiscard]] Core::Result<Cli::Command> withReadableCaFile(Cli::Command command)
{
    if (!command.caFile.isEmpty()) {
        QFile file(command.caFile);
        if (!file.open(QIODevice::ReadOnly)) {
            return Core::failure(Core::Error::invalidInput(command.caFile + u": "_s + file.errorString()));
        }
        if (QSslCertificate::fromData(file.read(largestCaFile), QSsl::Pem).isEmpty()) {
            return Core::failure(Core::Error::invalidInput(
                command.caFile + u": "_s + FileText::tr("There is no PEM certificate in this file.")));
        }
    }
    return command;
}

[[nodiscard]] QString wordIn(const QStringList &arguments)
{
    for (const auto verb : {Cli::Verb::Stop, Cli::Verb::Start, Cli::Verb::Show, Cli::Verb::List,
                            Cli::Verb::History, Cli::Verb::Recover, Cli::Verb::Watch}) {
        if (arguments.contains(Cli::wordOf(verb))) {
            return Cli::wordOf(verb);
        }
    }
    return {};
}

[[nodiscard]] int runJob(const Cli::Command &command, Cli::Output &output)
{
    Composition composition(Places::ofUser(), Composition::SecretsIn::Keyring, command.caFile);
    if (command.isJson) {
        composition.setWireLanguage(Composition::wordsForPrograms);
    }
    const auto job = Cli::makeJob(command, composition.services(), output,
                                  QProcessEnvironment::systemEnvironment(), Cli::terminalOfProcess());
    Cli::Interruption interruption;
    QObject::connect(&interruption, &Cli::Interruption::interrupted, job.get(), &Cli::Job::interrupt);
    QObject::connect(job.get(), &Cli::Job::finished, QCoreApplication::instance(), &QCoreApplication::exit);
    QObject::connect(&composition.services().log, &Core::LogStore::appended, job.get(),
                     [&output](const Core::LogEntry &entry) { Cli::reportDamagedFile(output, entry); });
    composition.open();
    composition.prepareNetwork(job.get(), [&job] { job->start(); });
    return QCoreApplication::exec();
}

} // namespace

int runHeadless(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    Translation translation(Translation::QtWords::Left); // they would be details of errors, also in --json
    translation.use(Places::ofUser().language());
    StandardOutput standard;
    Cli::Output output(standard.out(), standard.err(), standard.isErrTerminal());

    const QStringList arguments = QCoreApplication::arguments();
    const auto command = Cli::parseCommandLine(arguments)
                             .and_then(withTaskIdFiles)
                             .and_then(withStartTemplate)
                             .and_then(withReadableCaFile);
    if (!command) {
        Cli::reportUsage(output, command.error(), wordIn(arguments));
        return Cli::ExitUsage;
    }
    if (command->wantsHelp) {
        output.line(Cli::helpText(command->verb).trimmed());
        return Cli::ExitDone;
    }
    if (command->wantsVersion) {
        output.line(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
        return Cli::ExitDone;
    }
    return runJob(*command, output);
}

} // namespace App
