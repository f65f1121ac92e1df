// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QByteArray>
#include <QString>

namespace App {

//! What a start of the program asks of the window, beyond being there.
struct WindowWish
{
    QString taskLink; //!< as it was given, not judged yet; empty: none
    bool asksToStopAll = false;

    bool operator==(const WindowWish &) const = default;
    [[nodiscard]] bool isEmpty() const { return taskLink.isEmpty() && !asksToStopAll; }

    [[nodiscard]] static WindowWish of(const Cli::Command &command);
    //! For the run that has the window; a text that is not understood is no wish.
    [[nodiscard]] QByteArray toText() const;
    [[nodiscard]] static WindowWish fromText(const QByteArray &text);
};

} // namespace App
