// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "explorer/catalogue.h"

#include <QByteArray>

namespace Explorer {

//! Reads a catalogue strictly: a member that is missing, unknown or of another type, a name that occurs
//! twice, and a reference to an object or error that is not there are InvalidInput; the detail begins with
//! the place, e.g. "actions[3].request[0].type: …".
[[nodiscard]] Core::Result<Catalogue> parseCatalogue(const QByteArray &json);

//! The catalogue that the program carries.
[[nodiscard]] Core::Result<Catalogue> builtInCatalogue();

} // namespace Explorer
