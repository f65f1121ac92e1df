// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/signingscheme.h"
#include "core/wireexchange.h"

#include <QWidget>

#include <memory>

namespace Gui {

namespace Ui {
class SigningView;
}

//! A request that is signed for looking at, and sent nowhere. The signature is masked until it is asked for.
class SigningView : public QWidget
{
    Q_OBJECT
public:
    explicit SigningView(QWidget *parent = nullptr);
    ~SigningView() override;

    [[nodiscard]] Core::SigningScheme scheme() const;
    //! UTC; invalid: now.
    [[nodiscard]] QDateTime time() const;
    void show(const Core::Result<Core::WireExchange> &signedRequest);
    //! What is shown belongs to another request by now.
    void forget();

Q_SIGNALS:
    void signRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();

    std::unique_ptr<Ui::SigningView> m_ui;
    std::optional<Core::WireExchange> m_exchange;
};

} // namespace Gui
