// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signaturediagnosis.h"
#include "text/errorsentences.h"

namespace Text {

//! What is wrong with a signed request, why, and what to do. Plain text.
[[nodiscard]] ErrorText explain(const Core::SignatureDiagnosis &diagnosis);
//! What was recognized in the pasted text, and what the service said; one or two sentences, may be empty.
[[nodiscard]] QString recognizedText(const Core::SignatureDiagnosis &diagnosis);

} // namespace Text
