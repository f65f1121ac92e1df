// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushcallback.h"
#include "core/pushtask.h"
#include "service/services.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace Core {
struct Error;
}

namespace Gui {

namespace Ui {
class CallbackDialog;
}

//! Where the service reports the events of an application, as it is set there. The key is shown on demand,
//! for seconds. Shown with open().
class CallbackDialog : public QDialog
{
    Q_OBJECT
public:
    //! Account and application that are chosen first, if they are known.
    CallbackDialog(const Service::Services &services, const QString &accountId, Core::SdkAppId sdkAppId,
                   QWidget *parent = nullptr);
    ~CallbackDialog() override;

private:
    void fillAccounts(const QString &accountId);
    void fillApplications();
    void forget();
    void readLater();
    void read();
    void onRead(int question, const Core::PushCallback &callback);
    void save();
    void saveKey();
    void conclude(const QString &state);
    void showError(const Core::Error &error);
    void reveal(bool isRevealed);
    void showRevealed();
    void setEditable(bool isEditable);
    [[nodiscard]] QString accountId() const;
    [[nodiscard]] Core::SdkAppId sdkAppId() const;

    const Service::Services m_services;
    std::unique_ptr<Ui::CallbackDialog> m_ui;
    Core::PushCallback m_kept; //!< as the service has it
    int m_question = 0; //!< only the answer to the last one counts
    QTimer m_typingTimer;
};

} // namespace Gui
