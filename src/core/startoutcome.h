// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Core {

//! How a Start ended, or stands. The words of --json are those of toWord().
enum class StartOutcome {
    Started, //!< the service named the new task, or it was found
    Failed, //!< refused for good
    Unknown, //!< it may have begun a task that nobody has found yet
    NotSent, //!< it never reached the service
};

[[nodiscard]] QString toWord(StartOutcome outcome); //!< "notSent"
[[nodiscard]] std::optional<StartOutcome> startOutcomeFromWord(QStringView word);

} // namespace Core
