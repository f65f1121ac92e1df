// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Core {
class LogStore;
}

namespace Gui {

class UserPrompt;

namespace Ui {
class LogPane;
}

//! What happened in this run, newest last: bounded store, model, filter by level and text, table, and the
//! explanation of the chosen line. UI thread.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    LogPane(Core::LogStore &log, UserPrompt &prompt, QWidget *parent = nullptr);
    ~LogPane() override;

private:
    Core::LogStore &m_log;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::LogPane> m_ui;
};

} // namespace Gui
