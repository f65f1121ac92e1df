// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "simulator/settings.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace Simulator {

//! Reads a scenario file (a JSON object). What it does not mention stays as in Settings::builtIn(), but for
//! tasks: a scenario has only its own. Unknown fields, wrong types and values out of range are InvalidInput
//! that names them.
[[nodiscard]] Core::Result<Settings> readScenario(QByteArrayView json);

//! {"sdkAppId","taskId","roomId","groupId","pushUserId","state":"PREPARED|PUSHING|STOPPED|FAILED",
//!  "finishReason":"AUTO|USER_CALL|EXCEPTION","ageS","autoStopTimeoutS","failsWhenStopped",
//!  "backup":{"taskId","pushUserId","managed"}}; only sdkAppId is required.
[[nodiscard]] Core::Result<TaskSeed> taskSeedFromJson(const QJsonValue &value);

//! The fields of a scenario, for --help.
[[nodiscard]] QString scenarioGrammar();

} // namespace Simulator
