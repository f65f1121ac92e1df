// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushstart.h"
#include "core/starttemplate.h"

#include <QString>

namespace Text {

//! What is wrong with one field, in one sentence that does not name it: for the place beside the field.
[[nodiscard]] QString problem(const Core::StartFault &fault);
//! The same for where no field is to be seen: "VideoFPS: …".
[[nodiscard]] QString namedProblem(const Core::StartFault &fault);
//! Why a text cannot be taken as a template. Whole sentences.
[[nodiscard]] QString problem(const Core::TemplateFault &fault);

} // namespace Text
