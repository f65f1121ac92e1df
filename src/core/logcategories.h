// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

//! Diagnostics for developers, off below warning: QT_LOGGING_RULES="whiteboardpush.*=true". The operator's
//! log is Core::LogStore. Neither ever holds a secret.
namespace Core {

Q_DECLARE_LOGGING_CATEGORY(apiLog)
Q_DECLARE_LOGGING_CATEGORY(storageLog)
Q_DECLARE_LOGGING_CATEGORY(secretsLog)
Q_DECLARE_LOGGING_CATEGORY(serviceLog)
Q_DECLARE_LOGGING_CATEGORY(simulatorLog)
Q_DECLARE_LOGGING_CATEGORY(guiLog)

} // namespace Core
