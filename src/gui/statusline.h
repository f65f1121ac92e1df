// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace Gui {

class SpokenFrame;

//! The right of the status bar: requests in the last second, clock offset, account. Wakes up
//! only while something is going on. A screen reader hears from it how Stops ended.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(const Service::Services &services, QWidget *parent = nullptr);

    //! Whose edition, region and clock offset are shown.
    void setAccount(const std::optional<Core::Account> &account);
    //! To who listens with a screen reader; nothing is seen of it. An empty text takes back what was said.
    void say(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void watchRate();
    void updateRate();
    void updateAccount();
    void sayOutcomes();

    const Service::Services m_services;
    std::optional<Core::Account> m_account;
    QLabel *m_rate;
    QLabel *m_clock;
    QLabel *m_place;
    QTimer m_rateTimer;
    SpokenFrame *m_spoken;
    QTimer m_silence; //!< so that the window does not repeat it when it is shown again
    QList<Service::StopResult> m_settled; //!< since all was quiet
};

} // namespace Gui
