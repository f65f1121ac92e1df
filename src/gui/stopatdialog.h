// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/services.h"

#include <QDateTime>
#include <QDialog>

#include <memory>

namespace Gui {

namespace Ui {
class StopAtDialog;
}

//! Asks when tasks are to be stopped. Shown with open().
class StopAtDialog : public QDialog
{
    Q_OBJECT
public:
    StopAtDialog(const Service::Services &services, int taskCount, QWidget *parent = nullptr);
    ~StopAtDialog() override;

Q_SIGNALS:
    void planned(const QDateTime &utc);

private:
    [[nodiscard]] QDateTime chosen() const;
    void updateSummary();
    void submit();

    const Service::Services m_services;
    std::unique_ptr<Ui::StopAtDialog> m_ui;
};

} // namespace Gui
