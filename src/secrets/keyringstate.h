// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace Secrets {

//! Calls `done` with whether the keyring is locked, as far as it can be asked: false where there is no Secret
//! Service, where it does not answer within a second, and on systems without D-Bus. Never before it returned,
//! nor after `context` died.
void askWhetherLocked(QObject *context, std::function<void(bool isLocked)> done);

} // namespace Secrets
