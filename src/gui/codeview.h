// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "explorer/codesample.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>

namespace Gui {

namespace Ui {
class CodeView;
}

//! A call as a program in one of the languages of the vendor's SDK.
class CodeView : public QWidget
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    //! `values` without secrets; `action` is the catalogue's. Both outlive what is shown.
    void show(const Explorer::Catalogue &catalogue, const Explorer::Action &action,
              const Core::Endpoint &endpoint, const QJsonObject &values);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void write();

    std::unique_ptr<Ui::CodeView> m_ui;
    const Explorer::Catalogue *m_catalogue = nullptr;
    const Explorer::Action *m_action = nullptr;
    Core::Endpoint m_endpoint;
    QJsonObject m_values;
};

} // namespace Gui
