// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Gui {

class UserPrompt;

namespace Ui {
class NetworkPage;
}

//! How connections leave the machine: proxy, request time, extra CA.
class NetworkPage : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPage(UserPrompt &prompt, QWidget *parent = nullptr);
    ~NetworkPage() override;

    void load(const Core::NetworkSettings &settings);
    //! Says what is wrong at the fields; true if nothing is.
    [[nodiscard]] bool validate();
    //! Without the proxy's password.
    [[nodiscard]] Core::NetworkSettings settings() const;
    //! nullopt: untouched; empty: the kept one goes.
    [[nodiscard]] std::optional<Core::SecretText> passwordChange() const;
    void forgetSecrets();

private:
    [[nodiscard]] Core::NetworkSettings::ProxyMode proxyMode() const;
    void showMode();
    void showProblems();

    UserPrompt &m_prompt;
    std::unique_ptr<Ui::NetworkPage> m_ui;
    bool m_isRevealed = false; //!< problems are shown
};

} // namespace Gui
