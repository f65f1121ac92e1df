// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "service/services.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace Gui {

//! The right of the status bar: requests in the last second, clock offset, account. Wakes up
//! only while something is going on.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(const Service::Services &services, QWidget *parent = nullptr);

    //! Whose edition, region and clock offset are shown.
    void setAccount(const std::optional<Core::Account> &account);

protected:
    void changeEvent(QEvent *event) override;

private:
    void watchRate();
    void updateRate();
    void updateAccount();

    const Service::Services m_services;
    std::optional<Core::Account> m_account;
    QLabel *m_rate;
    QLabel *m_clock;
    QLabel *m_place;
    QTimer m_rateTimer;
};

} // namespace Gui
