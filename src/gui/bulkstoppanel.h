// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/services.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace Gui {

class StopBurst;
class UserPrompt;

namespace Ui {
class BulkStopPanel;
}

//! How the stops under way get on, while there are two or more, and how they ended, until it is closed or two
//! or more others begin.
class BulkStopPanel : public QFrame
{
    Q_OBJECT
public:
    BulkStopPanel(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~BulkStopPanel() override;

Q_SIGNALS:
    void cancelRestRequested();
    void retryRequested(const QList<Core::TaskKey> &tasks);
    //! Whether there is something that cancelRestRequested() would keep from leaving.
    void canCancelChanged(bool canCancel);

protected:
    void changeEvent(QEvent *event) override;

private:
    void onEnded();
    void showProgress();
    void showCounts();
    void showTitle();
    void exportSummary(const QString &path);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::BulkStopPanel> m_ui;
    StopBurst *m_burst;
    QTimer m_timer; //!< figures change many times a second, and are read a few times
};

} // namespace Gui
