// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wireexchange.h"

#include <QWidget>

#include <memory>

namespace Service {
struct ExplorerResult;
}

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
    std::unique_ptr<Ui::AnswerView> m_ui;
    std::optional<Core::WireExchange> m_exchange;
};

} // namespace Gui
