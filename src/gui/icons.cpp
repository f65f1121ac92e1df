// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/icons.h"

#include <QFile>

namespace Gui {

using namespace Qt::StringLiterals;

QIcon icon(const QString &name)
{
    const QString path = u":/icons/"_s + name + u".svg"_s;
    return QFile::exists(path) ? QIcon(path) : QIcon();
}

} // namespace Gui
