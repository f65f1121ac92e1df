// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/wireexchange.h"
#include "service/services.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

namespace Core {
struct Account;
struct Error;
} // namespace Core

namespace Gui {

class BulkStopPanel;
class CallbackDialog;
class CloseFlow;
class DetailsPane;
class ExplorerPage;
class ExportFlow;
class FindRunning;
class HistoryPage;
class GuardFlow;
class GuardNotice;
class GuideDialog;
class LogPane;
class NoticeArea;
class SettingsDialog;
class StartFlow;
class StatusLine;
class StopFlow;
class StopRoomDialog;
class TaskIntake;
class TaskPage;
class TimelinePage;
class UserPrompt;
class WelcomePage;
class Workspace;

namespace Ui {
class MainWindow;
}

//! The window: only wires pages, panes and actions to the services. `services` and `prompt` outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! What the guard has to say, for the desktop.
    [[nodiscard]] GuardNotice &guardNotice() { return *m_guardNotice; }
    //! Closing the window may keep it in the tray from now on, if the settings want that.
    void setTrayAvailable(bool isAvailable) { m_isTrayAvailable = isAvailable; }
    //! Brings the window to the front.
    void reveal();
    //! Keeps sizes and places for the next start; closing does so by itself.
    void saveViewState();
    //! Asks, then stops everything that is running.
    void stopAllRunning();
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
    void setUpPages();
    void setUpIcons();
    void setUpMenus();
    void connectTaskActions();
    void connectWindowActions();
    void connectServices();
    void connectGuard();
    void updatePage();
    void updateSelection();
    void updateActions();
    void connectStops();
    void tellWhetherSeen();
    void showSettings(bool showsAccounts, const QString &accountId = {});
    void showRoomDialog();
    void showCallbackDialog();
    [[nodiscard]] QString likelyAccountId() const;
    void focusFilter();
    void addTasks(const QList<Core::PushTask> &tasks);
    void findRunning();
    void refresh();
    void removeSelected();
    void editLabel();
    void copyTaskIds();
    void copyRequestIds();
    void showContextMenu(const QPoint &globalPosition);
    void inspect(const std::optional<Core::WireExchange> &exchange);
    void showGuide();
    void showAbout();
    void showProblem(const QString &name, const Core::Error &error);
    void restoreViewState();

    const Service::Services m_services;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::MainWindow> m_ui;
    NoticeArea *m_notices;
    WelcomePage *m_welcome;
    TaskPage *m_tasks;
    DetailsPane *m_details;
    LogPane *m_logPane;
    TimelinePage *m_timeline; //!< null until it was shown
    HistoryPage *m_history; //!< null until it was shown
    ExplorerPage *m_explorer; //!< null until it was shown
    Workspace *m_workspace;
    StatusLine *m_status;
    StopFlow *m_stopFlow;
    StartFlow *m_startFlow;
    FindRunning *m_find;
    CloseFlow *m_closeFlow;
    TaskIntake *m_intake;
    BulkStopPanel *m_bulkStops;
    ExportFlow *m_export;
    GuardFlow *m_guardFlow;
    GuardNotice *m_guardNotice;
    QPointer<SettingsDialog> m_settingsDialog;
    QPointer<StopRoomDialog> m_roomDialog;
    QPointer<CallbackDialog> m_callbackDialog;
    QPointer<GuideDialog> m_guide;
    bool m_isTrayAvailable = false;
    bool m_isQuitting = false;
};

} // namespace Gui
