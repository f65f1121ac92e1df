// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/democourse.h"
#include "app/process.h"
#include "app/standardoutput.h"
#include "app/windowrun.h"
#include "app/windowsession.h"
#include "cli/exitcode.h"
#include "cli/report.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr int pictureWidth = 1440;
constexpr int pictureHeight = 860;

//! What the demo says.
class DemoText
{
    Q_DECLARE_TR_FUNCTIONS(App::DemoText)
};

//! The platform that draws without a display says this of every window; it means nothing to a reader.
void dropOffscreenRemark(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith("This plugin does not support propagateSizeHints"_L1)) {
        const QString line = qFormatLogMessage(type, context, message) + u'\n';
        std::fputs(line.toLocal8Bit().constData(), stderr);
    }
}

[[nodiscard]] bool savePicture(Gui::MainWindow &window, const QString &fileName, Cli::Output &output)
{
    if (fileName.isEmpty()) {
        return true;
    }
    const bool isSaved = window.grab().save(fileName);
    output.note(isSaved ? DemoText::tr("The window's picture: %1").arg(fileName)
                        : DemoText::tr("The picture cannot be written: %1").arg(fileName));
    return isSaved;
}

[[nodiscard]] int runWindowed(Composition &composition, EmbeddedSimulator &simulator, Cli::Output &output)
{
    WindowSession session(composition);
    session.show([&session, &simulator, &output] {
        if (const auto started = simulator.start(); !started) {
            Cli::reportError(output, started.error());
            QCoreApplication::exit(Cli::ExitFailed);
            return;
        }
        session.window().selectFirstRunning();
    });
    return QApplication::exec();
}

[[nodiscard]] int runAlone(Composition &composition, EmbeddedSimulator &simulator, const QString &picture,
                           Cli::Output &output)
{
    WindowSession session(composition);
    session.window().resize(pictureWidth, pictureHeight);
    DemoCourse course(composition.services(), output);
    QObject::connect(
        &course, &DemoCourse::finished, &session,
        [&session, &picture, &output](bool isRight) {
            const bool isSaved = savePicture(session.window(), picture, output);
            QCoreApplication::exit(isRight && isSaved ? Cli::ExitDone : Cli::ExitFailed);
        },
        Qt::QueuedConnection);
    session.show([&simulator, &course, &output] {
        const auto started = simulator.start();
        if (started) {
            course.start(*started);
            return;
        }
        Cli::reportError(output, started.error());
        QCoreApplication::exit(Cli::ExitFailed);
    });
    return QApplication::exec();
}

} // namespace

int runDemo(int argc, char **argv, const Cli::Command &command)
{
    const bool isAlone = !command.pictureFile.isEmpty() || !hasDisplay();
    if (isAlone) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(dropOffscreenRemark);
    }
    const QApplication application(argc, argv);
    nameApplication();
    nameWindows();
    StandardOutput standard;
    Cli::Output output(standard.out(), standard.err(), standard.isErrTerminal());
    const QTemporaryDir directory;
    if (!directory.isValid()) {
        output.note(directory.errorString());
        return Cli::ExitFailed;
    }
    Composition composition(Places::in(directory.path()), Composition::SecretsIn::Memory);
    EmbeddedSimulator simulator(composition.services(), u"demo"_s, u"demo"_s);
    return isAlone ? runAlone(composition, simulator, command.pictureFile, output)
                   : runWindowed(composition, simulator, output);
}

} // namespace App
