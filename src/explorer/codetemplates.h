// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explorer/codesample.h"

#include <QHash>

namespace Explorer {

//! The text around a call in one language. @WORDS@ stand for what differs from call to call; a line that
//! holds
//! @PLAIN_HTTP@ is for endpoints without TLS alone.
[[nodiscard]] QStringView codeTemplate(CodeKind kind, Core::Edition edition);

//! \a pattern with every @WORD@ replaced once; what is put in is not looked at again.
[[nodiscard]] QString filledTemplate(QStringView pattern, const QHash<QString, QString> &words,
                                     bool isPlainHttp);

} // namespace Explorer
