// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plaintooltip.h"

namespace Gui {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    // Marked as rich text in any case, so that what is escaped is also unescaped.
    return text.isEmpty() ? QString() : QString(u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s);
}

} // namespace Gui
