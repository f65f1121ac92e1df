// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pastedrequest.h"

namespace Api {

//! The words of the command that begins at `at`, as a POSIX shell splits them: quotes, $'…', backslashes,
//! continued lines (cmd's ^ too). Variables stay as they are written. `end` is where the command ends: at an
//! unquoted line break, ; | or &. Never fails: an open quote reaches to the end of the text.
[[nodiscard]] QList<QByteArray> shellWords(QByteArrayView text, qsizetype at, qsizetype &end);

//! What curl with these words (without "curl") would send, as far as it tells.
void readCurl(const QList<QByteArray> &words, PastedRequest &request);

} // namespace Api
