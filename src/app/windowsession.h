// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition.h"
#include "app/embeddedsimulator.h"
#include "app/theme.h"
#include "app/translation.h"
#include "app/windowwish.h"
#include "cli/interruption.h"
#include "gui/autolock.h"
#include "gui/desktopnotifier.h"
#include "gui/mainwindow.h"
#include "gui/messageboxprompt.h"
#include "gui/trayicon.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace App {

//! The window and what belongs to it, on a composition.
class WindowSession : public QObject
{
    Q_OBJECT
public:
    explicit WindowSession(Composition &composition, QObject *parent = nullptr);

    [[nodiscard]] Gui::MainWindow &window() { return m_window; }
    //! Shows the window; when it was painted first, opens the database, loads the tasks and finds out open
    //! intents. `afterwards` is called then; may be empty.
    void show(std::function<void()> afterwards = {});
    //! Brings the window to the front.
    void raise(const QByteArray &token);
    //! As soon as the tracked tasks are there and, to stop all that runs, the service can be asked; until
    //! then all wait, in the order in which they came.
    void fulfil(const WindowWish &wish);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void connectDesktop();
    void connectLock();
    void keepWatching();
    void grantWishes();
    void lookForTray();
    void keepForgetting();
    void trySimulator();
    void quit();

    Composition &m_composition;
    Service::Services m_services;
    Translation m_translation;
    Theme m_theme;
    Gui::MessageBoxPrompt m_prompt;
    Gui::MainWindow m_window;
    Gui::TrayIcon m_tray;
    Gui::DesktopNotifier m_notifier;
    Gui::AutoLock m_autoLock;
    Cli::Interruption m_interruption;
    QTimer m_recoverTimer;
    QTimer m_trayTimer;
    int m_trayLooks = 0; //!< while the window was there, and no tray
    QTimer m_forgetTimer{this};
    std::optional<EmbeddedSimulator> m_simulator;
    std::shared_ptr<const void> m_watchingForGuard;
    std::function<void()> m_afterwards;
    QList<WindowWish> m_wishes; //!< that wait
    bool m_hasBegun = false;
    bool m_isReady = false; //!< the list has its tasks, or never will
    bool m_canAsk = false; //!< the network is prepared
};

} // namespace App
