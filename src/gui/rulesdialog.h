// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guardrule.h"
#include "service/services.h"

#include <QDialog>

#include <memory>

namespace Gui {

namespace Ui {
class RulesDialog;
}

//! The guard's rules: edits a copy and applies it when accepted. Shown with open().
class RulesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RulesDialog(const Service::Services &services, QWidget *parent = nullptr);
    ~RulesDialog() override;

    void accept() override;

private:
    void add();
    void removeCurrent();
    void showCurrent();
    void takeFields();
    void fillApplications(const Core::GuardRule &rule);
    void showRow(int row);
    void updateFields();
    [[nodiscard]] QString describe(const Core::GuardRule &rule) const;

    const Service::Services m_services;
    std::unique_ptr<Ui::RulesDialog> m_ui;
    QList<Core::GuardRule> m_rules;
    bool m_isShowing = false; //!< the fields are being filled, nobody edits them
};

} // namespace Gui
