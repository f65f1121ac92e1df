// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowdialogs.h"

#include "gui/callbackdialog.h"
#include "gui/guidedialog.h"
#include "gui/requestinspector.h"
#include "gui/settingsdialog.h"
#include "gui/shortcutsdialog.h"
#include "gui/signaturedoctordialog.h"
#include "gui/stoproomdialog.h"
#include "gui/userprompt.h"

#include <QMainWindow>
#include <QMenuBar>

namespace Gui {

namespace {

//! The window goes on answering: what must be stopped, or kept running, is within reach.
void showBeside(QWidget &dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace

WindowDialogs::WindowDialogs(const Service::Services &services, UserPrompt &prompt, QMainWindow *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
    , m_window(window)
{
}

void WindowDialogs::showSettings()
{
    if (m_settings != nullptr)
        return;
    m_settings = new SettingsDialog(m_services, m_prompt, m_window);
    m_settings->setAttribute(Qt::WA_DeleteOnClose);
    m_settings->open();
}

void WindowDialogs::showAccountSettings(const QString &accountId)
{
    showSettings();
    m_settings->showAccounts(accountId);
}

void WindowDialogs::showRoom()
{
    if (m_room != nullptr)
        return;
    m_room = new StopRoomDialog(m_services, m_window);
    m_room->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_room, &StopRoomDialog::stopRequested, this, &WindowDialogs::roomStopRequested);
    m_room->open();
}

void WindowDialogs::showCallback(const Core::PushTask *task, const QString &accountId)
{
    if (m_callback != nullptr)
        return;
    m_callback = new CallbackDialog(m_services, task != nullptr ? task->key.accountId : accountId,
                                    task != nullptr ? task->key.sdkAppId : Core::SdkAppId(), m_window);
    m_callback->setAttribute(Qt::WA_DeleteOnClose);
    m_callback->open();
}

void WindowDialogs::showShortcuts()
{
    if (m_shortcuts == nullptr) {
        m_shortcuts = new ShortcutsDialog(shortcutGroups(*m_window, *m_window->menuBar()), m_window);
        m_shortcuts->setAttribute(Qt::WA_DeleteOnClose);
    }
    showBeside(*m_shortcuts);
}

void WindowDialogs::showSignatureDoctor()
{
    if (m_doctor == nullptr) {
        m_doctor = new SignatureDoctorDialog(m_services, m_window);
        m_doctor->setAttribute(Qt::WA_DeleteOnClose);
    }
    showBeside(*m_doctor);
}

void WindowDialogs::showGuide()
{
    if (m_guide == nullptr) {
        m_guide = new GuideDialog(m_window);
        m_guide->setAttribute(Qt::WA_DeleteOnClose);
    }
    showBeside(*m_guide);
}

void WindowDialogs::showAbout()
{
    m_prompt.tell(
        tr("About Whiteboard Push Console"),
        tr("Whiteboard Push Console %1\n\nStops whiteboard push tasks and confirms that they ended.\n\nFree "
           "software under the terms of the GNU General Public License, version 3 or later, without any "
           "warranty.")
            .arg(QLatin1StringView(CONSOLE_VERSION)),
        m_window);
}

void WindowDialogs::showAboutQt()
{
    m_prompt.tell(
        tr("About Qt"),
        tr("This program uses Qt %1 under the terms of the LGPL.").arg(QLatin1StringView(qVersion())),
        m_window);
}

void WindowDialogs::inspect(const Core::WireExchange &exchange)
{
    RequestInspector::show(m_services, exchange, m_window);
}

} // namespace Gui
