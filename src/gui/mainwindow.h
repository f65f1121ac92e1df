// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/services.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <utility>

namespace Core {
struct Error;
}

namespace Text {
struct ErrorText;
}

namespace Gui {

class CloseFlow;
class GuardFlow;
class GuardNotice;
class LockFlow;
class StartFlow;
class StatusLine;
class StopAllFlow;
class StopFlow;
class TaskActions;
class UserPrompt;
class WindowDialogs;
class WindowPages;

namespace Ui {
class MainWindow;
}

//! The window: only wires its pages (WindowPages), actions (TaskActions), dialogs (WindowDialogs) and flows
//! to the services. `services` and `prompt` outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! What the guard has to say, for the desktop.
    [[nodiscard]] GuardNotice &guardNotice() { return *m_guardNotice; }
    //! Locks the keys up and asks for them again.
    [[nodiscard]] LockFlow &lockFlow() { return *m_lockFlow; }
    //! Closing the window may keep it in the tray from now on, if the settings want that; `isAvailable` is
    //! asked then whether there is one.
    void setTray(std::function<bool()> isAvailable) { m_isTrayAvailable = std::move(isAvailable); }
    //! Brings the window to the front.
    void reveal();
    //! Selects the first task that runs; see TablePlace.
    void selectFirstRunning();
    //! Keeps how it all looks for the next start; happens by itself whenever something changes, and at the
    //! end.
    void saveViewState();
    //! Asks, then stops everything that is running, backups included.
    void stopAllRunning();
    //! The same, once the service was asked what runs.
    void findAndStopAllRunning();
    //! Closes for good, tray or not; asks where something is under way or planned.
    void quit();
    //! Offers the task that a link names; see TaskIntake.
    void offerTaskLink(const QString &link);

Q_SIGNALS:
    //! Closed for good while it was hidden.
    void hiddenWindowClosed();
    //! Somebody without an account wants to see how it works.
    void trySimulatorRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpIcons();
    void setUpMenus();
    void nameToolBarAction();
    void connectPages();
    void connectStops();
    void connectDialogs();
    void connectServices();
    void connectGuard();
    void updateSelection();
    void tellWhetherSeen();
    void showProblem(const QString &name, const std::function<Text::ErrorText()> &explained);
    void showProblem(const QString &name, const Core::Error &error);

    const Service::Services m_services;
    std::unique_ptr<Ui::MainWindow> m_ui;
    WindowPages *m_pages = nullptr;
    WindowDialogs *m_dialogs = nullptr;
    StatusLine *m_status = nullptr;
    StopFlow *m_stopFlow = nullptr;
    StopAllFlow *m_stopAllFlow = nullptr;
    StartFlow *m_startFlow = nullptr;
    CloseFlow *m_closeFlow = nullptr;
    GuardFlow *m_guardFlow = nullptr;
    GuardNotice *m_guardNotice = nullptr;
    LockFlow *m_lockFlow = nullptr;
    TaskActions *m_actions = nullptr;
    std::function<bool()> m_isTrayAvailable; //!< may be empty
    bool m_isQuitting = false;
};

} // namespace Gui
