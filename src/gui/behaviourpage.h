// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Config {
class Settings;
}

namespace Gui {

namespace Ui {
class BehaviourPage;
}

//! What an operator prefers: questions, refreshing, deadline, language, theme.
class BehaviourPage : public QWidget
{
    Q_OBJECT
public:
    explicit BehaviourPage(QWidget *parent = nullptr);
    ~BehaviourPage() override;

    void load(const Config::Settings &settings);
    void apply(Config::Settings &settings) const;

private:
    std::unique_ptr<Ui::BehaviourPage> m_ui;
};

} // namespace Gui
