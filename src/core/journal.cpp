// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal.h"

namespace Core {

QString codeOf(const Error &error)
{
    return error.apiCode.isEmpty() ? nameOf(error.kind) : error.apiCode;
}

} // namespace Core
