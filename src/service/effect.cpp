// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/effect.h"

#include "core/error.h"

namespace Service {

bool mayHaveHadEffect(const Core::Error &error)
{
    return error.delivery == Core::Delivery::MaybeDelivered || error.isApiCode(u"InternalError")
        || error.isApiCode(u"ServiceUnavailable");
}

} // namespace Service
