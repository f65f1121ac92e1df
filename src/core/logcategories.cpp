// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logcategories.h"

namespace Core {

Q_LOGGING_CATEGORY(apiLog, "whiteboardpush.api", QtWarningMsg)
Q_LOGGING_CATEGORY(storageLog, "whiteboardpush.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(secretsLog, "whiteboardpush.secrets", QtWarningMsg)
Q_LOGGING_CATEGORY(serviceLog, "whiteboardpush.service", QtWarningMsg)
Q_LOGGING_CATEGORY(simulatorLog, "whiteboardpush.simulator", QtWarningMsg)
Q_LOGGING_CATEGORY(guiLog, "whiteboardpush.gui", QtWarningMsg)

} // namespace Core
