// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowrun.h"

#include "app/composition.h"
#include "app/process.h"
#include "app/singleinstance.h"
#include "app/standardoutput.h"
#include "app/translation.h"
#include "app/windowsession.h"
#include "app/windowwish.h"
#include "cli/exitcode.h"
#include "cli/interruption.h"
#include "cli/output.h"
#include "gui/icons.h"

#include <QApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace App {

namespace {

//! Why there is no window.
class WindowText
{
    Q_DECLARE_TR_FUNCTIONS(App::WindowText)
};

//! Who started it from a menu reads no error output. Until the box is closed, or a signal ends the program.
void showRefusal(const QString &sentence, Cli::Output &output)
{
    nameWindows();
    QMessageBox box(QMessageBox::Warning, QGuiApplication::applicationDisplayName(), sentence);
    box.setTextFormat(Qt::PlainText);
    box.setWindowIcon(Gui::icon(u"whiteboard-push-console"_s));
    const Cli::Interruption interruption;
    QObject::connect(&interruption, &Cli::Interruption::interrupted, &box, &QDialog::reject);
    QObject::connect(&box, &QDialog::finished, &box, &QCoreApplication::quit, Qt::QueuedConnection);
    box.open();
    output.note(sentence);
    QApplication::exec();
}

//! In the language of the user, which nothing speaks yet where there is no window. Needs the application.
[[nodiscard]] int refuse(const char *sentence)
{
    Translation translation;
    translation.use(Places::ofUser().language());
    StandardOutput standard;
    Cli::Output output(standard.out(), standard.err(), false);
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) != nullptr) {
        showRefusal(WindowText::tr(sentence), output);
    } else {
        output.note(WindowText::tr(sentence));
    }
    return Cli::ExitFailed;
}

} // namespace

int runWindow(int argc, char **argv, const Cli::Command &command)
{
    if (!hasDisplay()) {
        const QCoreApplication application(argc, argv);
        nameApplication();
        return refuse(QT_TRANSLATE_NOOP("App::WindowText",
                                        "There is no display to open a window on. Commands need none: see "
                                        "whiteboard-push-console --help."));
    }
    const QApplication application(argc, argv);
    nameApplication();
    const Places places = Places::ofUser();
    const WindowWish wish = WindowWish::of(command);
    SingleInstance instance(places.dataDirectory);
    if (!instance.claim()) {
        return instance.raiseFirst(wish.toText())
            ? Cli::ExitDone
            : refuse(
                QT_TRANSLATE_NOOP("App::WindowText",
                                  "Another window is open already, but it does not answer. Wait a moment "
                                  "and start again. If that does not help, end the process "
                                  "whiteboard-push-console and start anew: what was under way is found "
                                  "out then."));
    }
    nameWindows();
    Composition composition(places, Composition::SecretsIn::Keyring);
    WindowSession session(composition);
    QObject::connect(&instance, &SingleInstance::raiseRequested, &session,
                     [&session](const QByteArray &token, const QByteArray &text) {
                         session.raise(token);
                         session.fulfil(WindowWish::fromText(text));
                     });
    session.fulfil(wish);
    session.show();
    const int exitCode = QApplication::exec();
    composition.finishSaving();
    return exitCode;
}

void nameWindows()
{
    QGuiApplication::setApplicationDisplayName(WindowText::tr("Whiteboard Push Console"));
    QGuiApplication::setDesktopFileName(u"whiteboard-push-console"_s);
}

} // namespace App
