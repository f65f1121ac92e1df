// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/explorercall.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Gui {

namespace Ui {
class AnswerView;
}

//! How a call of the explorer ended: in words, and the answer itself as plain text.
class AnswerView : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerView(QWidget *parent = nullptr);
    ~AnswerView() override;

    void show(const QString &action, const Service::ExplorerResult &result);

Q_SIGNALS:
    void inspectRequested(const Core::WireExchange &exchange);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts(const Service::ExplorerResult &result);

    std::unique_ptr<Ui::AnswerView> m_ui;
    QString m_action;
    std::optional<Service::ExplorerResult> m_result; //!< of the last call; none: nothing was called yet
};

} // namespace Gui
