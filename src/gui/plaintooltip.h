// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStyledItemDelegate>

namespace Gui {

//! A tool tip that shows `text` as it is, although tool tips guess rich text. Empty stays empty.
[[nodiscard]] QString plainToolTip(const QString &text);

//! Cells whose tool tips are shown as they are.
class PlainTipDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace Gui
