// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plaintooltip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace Gui {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    // Marked as rich text in any case, so that what is escaped is also unescaped.
    return text.isEmpty() ? QString() : QString(u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s);
}

bool PlainTipDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view);
    return true;
}

} // namespace Gui
