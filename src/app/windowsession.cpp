// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"

#include "app/windowrun.h"
#include "gui/desktoplock.h"
#include "gui/desktopscheme.h"
#include "gui/guardnotice.h"
#include "gui/icons.h"
#include "gui/lockflow.h"
#include "service/guard.h"
#include "service/retention.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/taskwatch.h"
#include "text/errorsentences.h"

#include <QApplication>
#include <QSslSocket>
#include <QWindow>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr int graceMs = 2000;
// Where the window is never exposed (minimised, another workspace), the work begins all the same.
constexpr int longestWaitForPaintMs = 1000;
// A command that was killed beside the window must not wait for the window's next start.
constexpr int recoverEveryMs = 5 * 60 * 1000;
constexpr int forgetEveryMs = 24 * 60 * 60 * 1000;

constexpr int lookForTrayEveryMs = 5000;
constexpr int mostTrayLooks = 12;

} // namespace

WindowSession::WindowSession(Composition &composition, QObject *parent)
    : QObject(parent)
    , m_composition(composition)
    , m_services(composition.services())
    , m_theme((m_translation.use(m_services.settings.language()), m_services.settings))
    , m_window(m_services, m_prompt)
    , m_tray(m_services)
    , m_notifier(m_tray)
    , m_autoLock(m_services.settings, m_window.lockFlow().lock(), m_services.clock, &Gui::desktopLock)
{
    connect(&m_services.settings, &Config::Settings::languageChanged, &m_translation, &Translation::use);
    connect(&m_services.settings, &Config::Settings::languageChanged, this, &nameWindows);
    nameWindows(); // in the language that is used from now on
    connect(&m_window, &Gui::MainWindow::trySimulatorRequested, this, &WindowSession::trySimulator);
    const auto beReady = [this] {
        m_isReady = true;
        grantWishes();
    };
    connect(&m_services.book, &Service::TaskBook::loaded, this, beReady, Qt::SingleShotConnection);
    connect(&m_services.book, &Service::TaskBook::storageFailed, this, beReady, Qt::SingleShotConnection);
    m_forgetTimer.setObjectName(u"forgetTimer"_s);
    connect(&m_recoverTimer, &QTimer::timeout, &m_composition, &Composition::recover);
    connect(&m_interruption, &Cli::Interruption::interrupted, this, &WindowSession::quit);
    // A window goes on asking; a command tells what it knows, and ends.
    connect(&m_services.stops, &Service::StopService::settled, &m_services.recovery,
            &Service::Recovery::followUp);
    connect(&m_services.recovery, &Service::Recovery::settled, &m_services.recovery,
            &Service::Recovery::followUp);
    connectDesktop();
    connectLock();
}

void WindowSession::connectLock()
{
    Gui::LockFlow &flow = m_window.lockFlow();
    connect(&flow.lock(), &Service::KeyLock::emptying, &m_composition, &Composition::dropKeys);
    connect(&flow.lock(), &Service::KeyLock::unlocked, &m_composition, &Composition::renewKeys);
    connect(&flow, &Gui::LockFlow::notified, &m_notifier, &Gui::DesktopNotifier::show);
    connect(&m_autoLock, &Gui::AutoLock::heldOff, &flow, &Gui::LockFlow::tellHeldOff);
}

//! What tells a person who does not look at the window, and what comes back from there.
void WindowSession::connectDesktop()
{
    Gui::GuardNotice &guard = m_window.guardNotice();
    for (const auto change :
         {&Service::Guard::loaded, &Service::Guard::rulesChanged, &Service::Guard::standingsChanged}) {
        connect(&m_services.guard, change, this, &WindowSession::keepWatching);
    }
    connect(&guard, &Gui::GuardNotice::notified, &m_notifier, &Gui::DesktopNotifier::show);
    connect(&guard, &Gui::GuardNotice::over, &m_notifier, &Gui::DesktopNotifier::withdraw);
    connect(&m_notifier, &Gui::DesktopNotifier::chosen, &guard, &Gui::GuardNotice::answer);
    connect(&m_tray, &Gui::TrayIcon::showRequested, &m_window, &Gui::MainWindow::reveal);
    connect(&m_tray, &Gui::TrayIcon::stopAllRequested, &m_window, &Gui::MainWindow::stopAllRunning);
    connect(&m_tray, &Gui::TrayIcon::quitRequested, &m_window, &Gui::MainWindow::quit);
    connect(&m_trayTimer, &QTimer::timeout, this, &WindowSession::lookForTray);
    connect(&m_window, &Gui::MainWindow::hiddenWindowClosed, QCoreApplication::instance(),
            &QCoreApplication::quit, Qt::QueuedConnection);
}

//! At login the panel may come after us. Where it goes, nothing else would show the window that it keeps.
void WindowSession::lookForTray()
{
    const bool isWindowInTray = !QGuiApplication::quitOnLastWindowClosed();
    if (!isWindowInTray) {
        if (m_tray.isVisible() || m_trayLooks == mostTrayLooks) {
            return; // closing the window looks again
        }
        ++m_trayLooks;
    }
    if (!m_tray.showIfAvailable() && isWindowInTray) {
        m_window.reveal();
    }
}

void WindowSession::show(std::function<void()> afterwards)
{
    m_afterwards = std::move(afterwards);
    m_window.show();
    m_window.windowHandle()->installEventFilter(this);
    QTimer::singleShot(longestWaitForPaintMs, this, &WindowSession::begin);
}

void WindowSession::raise(const QByteArray &token)
{
    if (!token.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", token); // where Qt looks for it when it asks a compositor
    }
    m_window.reveal();
}

//! Rules and plans need to know what runs, also of a window that nobody has looked at for long.
void WindowSession::keepWatching()
{
    const auto &rules = m_services.guard.rules();
    const bool isNeeded = !m_services.guard.scheduledTasks().isEmpty()
        || std::any_of(rules.cbegin(), rules.cend(),
                       [](const Core::GuardRule &rule) { return rule.isEnabled; });
    if (!isNeeded)
        m_watchingForGuard.reset();
    else if (!m_watchingForGuard)
        m_watchingForGuard = m_services.watch.keepAwake();
}

void WindowSession::fulfil(const WindowWish &wish)
{
    if (wish.isEmpty() || m_wishes.contains(wish)) {
        return;
    }
    m_wishes.append(wish);
    grantWishes();
}

void WindowSession::grantWishes()
{
    if (!m_isReady) {
        return;
    }
    const QList<WindowWish> wishes = std::exchange(m_wishes, {});
    for (const WindowWish &wish : wishes) {
        if (!wish.taskLink.isEmpty()) {
            m_window.offerTaskLink(wish.taskLink);
        } else if (m_canAsk) {
            m_window.findAndStopAllRunning();
        } else {
            m_wishes.append(wish);
        }
    }
}

bool WindowSession::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Expose && !m_hasBegun) {
        // The first frame is painted while this event is handled; the work comes after it.
        QTimer::singleShot(0, this, &WindowSession::begin);
    }
    return QObject::eventFilter(watched, event);
}

void WindowSession::begin()
{
    if (m_hasBegun) {
        return;
    }
    m_hasBegun = true;
    // Drawn in several sizes, which the first frame need not wait for. The tray shows the same.
    QApplication::setWindowIcon(Gui::icon(u"whiteboard-push-console"_s));
    m_window.setTray([this] { return m_tray.showIfAvailable(); });
    m_tray.showIfAvailable();
    m_trayTimer.start(lookForTrayEveryMs);
    m_composition.open();
    m_services.book.load();
    m_theme.followDesktop(&Gui::desktopScheme);
    m_composition.prepareNetwork(this, [this] {
        // Loading TLS takes some milliseconds; better now than with the first Stop.
        QSslSocket::supportsSsl();
        m_services.watch.start();
        m_composition.recover();
        m_recoverTimer.start(recoverEveryMs);
        keepForgetting();
        m_services.guard.load();
        m_canAsk = true;
        grantWishes();
        if (m_afterwards) {
            m_afterwards();
        }
    });
}

//! Now, once a day, and where the operator wants to keep less.
void WindowSession::keepForgetting()
{
    const auto forget = [this] { m_services.retention.start(m_services.settings.historyDays()); };
    connect(&m_services.settings, &Config::Settings::historyDaysChanged, this, forget);
    connect(&m_forgetTimer, &QTimer::timeout, this, forget);
    m_forgetTimer.start(forgetEveryMs);
    forget();
}

void WindowSession::trySimulator()
{
    if (!m_simulator) {
        m_simulator.emplace(m_services, QString(Core::simulatorAccountId), tr("Simulator"));
    }
    if (const auto started = m_simulator->start(); !started) {
        const Text::ErrorText text = Text::explain(started.error());
        m_prompt.warn(text.title, started.error().detail, &m_window);
        return;
    }
    m_window.selectFirstRunning(); // so that Stop is the next click
}

//! A signal ends the program: nobody is asked.
void WindowSession::quit()
{
    m_window.saveViewState();
    const auto endWhenDone = [this] {
        if (m_services.stops.underWay() == 0 && m_services.starts.underWay() == 0) {
            // Not quit(): that asks every window, and one that has a question would keep the program from
            // ending.
            QCoreApplication::exit();
        }
    };
    connect(&m_services.stops, &Service::StopService::idle, this, endWhenDone, Qt::QueuedConnection);
    connect(&m_services.starts, &Service::StartService::idle, this, endWhenDone, Qt::QueuedConnection);
    m_services.stops.finish(graceMs);
    m_services.starts.finish(graceMs);
}

} // namespace App
