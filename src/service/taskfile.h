// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/pastedtasks.h"

#include <QStringList>

namespace Service {

//! The text of a file's bytes: UTF-8 or UTF-16 by their byte order mark, else UTF-8 if they are that, else
//! GB18030, which spreadsheets of a Chinese desktop write. Nothing if it is none of these, or not text.
[[nodiscard]] std::optional<QString> decodedText(const QByteArray &bytes);

//! What is in these files, one after the other. Each is read as a whole, up to largestPaste bytes in all of
//! them together; directories, pipes and devices are refused. Blocks: for a worker thread.
[[nodiscard]] QList<PastedTask> readTaskFiles(const QStringList &paths);

} // namespace Service
