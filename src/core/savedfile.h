// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSaveFile>

namespace Core {

//! Puts what was written in the place of the file, if all of it could be written; else errorString() says
//! why, and nothing is left behind once the object goes. commit() alone does not look at how the last 16 KiB
//! went in Qt 6.4, and on a full disk puts a part of the file there.
[[nodiscard]] inline bool isCommitted(QSaveFile &file)
{
    return file.flush() && file.commit();
}

} // namespace Core
