// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/userprompt.h"

namespace Gui {

//! Asks with the desktop's own dialogs, opened and never executed.
class MessageBoxPrompt final : public UserPrompt
{
public:
    void ask(const Question &question, QObject *context, std::function<void(Answer)> done) override;
    void tell(const QString &title, const QString &text, QObject *context) override;
    void warn(const QString &title, const QString &text, QObject *context) override;
    void askText(const TextQuestion &question, QObject *context, std::function<void(QString)> done) override;
    void askOpenFile(const FileQuestion &question, QObject *context,
                     std::function<void(QString)> done) override;
    void askSaveFile(const FileQuestion &question, QObject *context,
                     std::function<void(QString)> done) override;
};

} // namespace Gui
