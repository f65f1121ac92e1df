// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "core/logstore.h"
#include "core/pushtask.h"

#include <QString>

//! A word for a table cell and a sentence for a details pane, for each of our enumerations.
namespace Text {

[[nodiscard]] QString word(Core::StopOutcome outcome);
//! With what the service last said of the task, where the outcome is not known.
[[nodiscard]] QString word(Core::StopOutcome outcome, Core::TaskStatus lastSeen);
[[nodiscard]] QString word(Core::StartOutcome outcome);
[[nodiscard]] QString word(Core::StopPhase phase); //!< "" for None
[[nodiscard]] QString word(Core::TaskStatus status);
[[nodiscard]] QString word(Core::FinishReason reason); //!< "" for None
[[nodiscard]] QString word(Core::LogLevel level);
[[nodiscard]] QString word(Core::EventKind kind);

[[nodiscard]] QString sentence(Core::StopOutcome outcome);
[[nodiscard]] QString sentence(Core::StartOutcome outcome);
[[nodiscard]] QString sentence(Core::StopPhase phase); //!< "" for None
[[nodiscard]] QString sentence(Core::TaskStatus status);
[[nodiscard]] QString sentence(Core::FinishReason reason); //!< "" for None

//! What to do about an outcome; "" where nothing needs to be done.
[[nodiscard]] QString remedy(Core::StopOutcome outcome);
[[nodiscard]] QString remedy(Core::StartOutcome outcome);

//! The Status cell: the Stop under way, else what is wrong, else the service's word. Never "Stopped" unless
//! the service said so.
[[nodiscard]] QString statusText(const Core::PushTask &task);
//! How its backup stands, likewise; "" if it has none.
[[nodiscard]] QString backupStatusText(const Core::BackupInfo &backup);
//! How the task stands, for a details pane or a tooltip.
[[nodiscard]] QString statusSentence(const Core::PushTask &task);
//! What to do about a task that the service no longer knows.
[[nodiscard]] QString remedyOfVanished();
//! The Last result cell: how the last Stop ended, with the code where there is one; "" if there was none.
[[nodiscard]] QString lastResultText(const Core::PushTask &task);

} // namespace Text
