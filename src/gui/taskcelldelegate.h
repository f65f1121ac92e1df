// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/statusicon.h"

#include <QHash>
#include <QStyledItemDelegate>

#include <optional>

namespace Gui {

//! The cells of the task table: a shape before the words of status and last result, and a plain-text tool tip
//! for what does not fit. Groups are told apart by a line above them and by their name in bold.
class TaskCellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    //! What stands before the words; nullopt for columns without shape.
    [[nodiscard]] static std::optional<StatusShape> shapeOf(const QModelIndex &index);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Gui
