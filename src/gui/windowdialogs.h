// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/wireexchange.h"
#include "service/services.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QMainWindow;

namespace Gui {

class CallbackDialog;
class GuideDialog;
class SettingsDialog;
class ShortcutsDialog;
class SignatureDoctorDialog;
class StopRoomDialog;
class UserPrompt;

//! The dialogs that the window opens, each at most once where more would confuse. They die when they are
//! closed.
class WindowDialogs : public QObject
{
    Q_OBJECT
public:
    //! `window` is what they are shown over, and the parent; `prompt` outlives it.
    WindowDialogs(const Service::Services &services, UserPrompt &prompt, QMainWindow *window);

    void showSettings();
    //! The page of the accounts in them; with `accountId` that account.
    void showAccountSettings(const QString &accountId = {});
    void showRoom();
    //! The address that the service calls; `task` says of which application, else it is asked of `accountId`.
    void showCallback(const Core::PushTask *task, const QString &accountId);
    //! The next three beside the window, so that one can read and do.
    void showShortcuts();
    void showSignatureDoctor();
    void showGuide();
    void showAbout();
    void showAboutQt();
    //! See RequestInspector::show().
    void inspect(const Core::WireExchange &exchange);

Q_SIGNALS:
    //! All that runs in a room.
    void roomStopRequested(const QList<Core::TaskKey> &tasks);

private:
    const Service::Services m_services;
    UserPrompt &m_prompt;
    QMainWindow *m_window;
    QPointer<SettingsDialog> m_settings;
    QPointer<StopRoomDialog> m_room;
    QPointer<CallbackDialog> m_callback;
    QPointer<ShortcutsDialog> m_shortcuts;
    QPointer<SignatureDoctorDialog> m_doctor;
    QPointer<GuideDialog> m_guide;
};

} // namespace Gui
