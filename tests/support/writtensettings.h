// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/settingsstore.h"

#include <QTest>

#include <optional>

namespace TestSupport {

//! Waits until what was changed is in the file; false if it could not be written.
[[nodiscard]] inline bool isWritten(Config::SettingsStore &store)
{
    std::optional<bool> answer;
    QObject waiting; // ends the wait with this function
    store.whenWritten(&waiting, [&answer](bool isWritten) { answer = isWritten; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }) && *answer;
}

} // namespace TestSupport
