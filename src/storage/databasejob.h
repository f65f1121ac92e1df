// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <functional>

namespace Storage {

class Connection;

//! One piece of work for the database's thread.
struct DatabaseJob
{
    enum class Kind { Open, Read, Write };

    Kind kind = Kind::Read;
    std::function<Core::Result<void>(Connection &)> run; //!< keeps its value for whoever asked
    std::function<void(const Core::Error &)> fail; //!< replaces the outcome: the whole group did not commit
};

} // namespace Storage
