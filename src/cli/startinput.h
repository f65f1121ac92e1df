// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushstart.h"
#include "core/result.h"

#include <QProcessEnvironment>
#include <QStringList>

class QIODevice;

namespace Cli {

//! The template in that file ("-" is standard input). InvalidInput: it cannot be read, is none, or holds a
//! secret; the detail is a sentence for the operator.
[[nodiscard]] Core::Result<Core::PushStart> readStartTemplate(const QString &path, QIODevice &standardInput);

//! `start` with the secrets of the environment: PUSH_USER_SIG, BACKUP_PUSH_USER_SIG, PRIVATE_MAP_KEY,
//! IM_USER_SIG and TRTC_USER_SIG, those of objects only where the template has the object.
[[nodiscard]] Core::PushStart withSecrets(Core::PushStart start, const QProcessEnvironment &environment);

//! What keeps it from being sent, a sentence each; a missing secret names its variable.
[[nodiscard]] QStringList problemsOf(const Core::PushStart &start, Core::Edition edition);

} // namespace Cli
