// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/taskcelldelegate.h"

#include "core/pushtask.h"
#include "core/redaction.h"
#include "gui/plaintooltip.h"
#include "models/taskfiltermodel.h"
#include "models/tasktablemodel.h"
#include "text/outcomes.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Gui {

using TaskModel = Models::TaskTableModel;

namespace {

StatusShape shapeOfStatus(const QModelIndex &index)
{
    if (index.data(TaskModel::IsStoppingRole).toBool())
        return StatusShape::UnderWay;
    if (index.data(TaskModel::HasTaskErrorRole).toBool())
        return StatusShape::Failed;
    const auto status = static_cast<Core::TaskStatus>(index.data(TaskModel::StatusRole).toInt());
    const QVariant outcome = index.data(TaskModel::OutcomeRole);
    const bool isOutcomeUnknown =
        outcome.isValid() && static_cast<Core::StopOutcome>(outcome.toInt()) == Core::StopOutcome::Unknown;
    if ((isOutcomeUnknown && status != Core::TaskStatus::Stopped)
        || index.data(TaskModel::HasBackupLeftRole).toBool())
        return StatusShape::Warning;
    const bool isBelievedRunning =
        status == Core::TaskStatus::Prepared || status == Core::TaskStatus::Pushing;
    if (isBelievedRunning && !index.data(TaskModel::IsRunningRole).toBool())
        return StatusShape::Unknown; // gone from the service
    switch (status) {
    case Core::TaskStatus::Prepared:
        return StatusShape::Prepared;
    case Core::TaskStatus::Pushing:
        return StatusShape::Running;
    case Core::TaskStatus::Stopped:
        return StatusShape::Stopped;
    case Core::TaskStatus::Unknown:
        break;
    }
    return StatusShape::Unknown;
}

std::optional<StatusShape> shapeOfOutcome(const QModelIndex &index)
{
    const QVariant outcome = index.data(TaskModel::OutcomeRole);
    if (!outcome.isValid())
        return std::nullopt;
    switch (static_cast<Core::StopOutcome>(outcome.toInt())) {
    case Core::StopOutcome::Stopped:
    case Core::StopOutcome::AlreadyStopped:
    case Core::StopOutcome::Accepted:
        return StatusShape::Confirmed;
    case Core::StopOutcome::Failed:
        return StatusShape::Failed;
    case Core::StopOutcome::Unknown:
        return StatusShape::Unknown;
    case Core::StopOutcome::NotSent:
        return StatusShape::Warning;
    }
    return std::nullopt;
}

using GroupPart = Models::TaskFilterModel::GroupPart;

GroupPart groupPartOf(const QModelIndex &index)
{
    return static_cast<GroupPart>(index.data(Models::TaskFilterModel::GroupPartRole).toInt());
}

} // namespace

std::optional<StatusShape> TaskCellDelegate::shapeOf(const QModelIndex &index)
{
    switch (index.column()) {
    case TaskModel::StatusColumn:
        return shapeOfStatus(index);
    case TaskModel::LastResultColumn:
        return shapeOfOutcome(index);
    case TaskModel::StopsAtColumn:
        return index.data(TaskModel::IsCountingDownRole).toBool() ? std::optional(StatusShape::Warning)
                                                                  : std::nullopt;
    default:
        return std::nullopt;
    }
}

bool TaskCellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool isCut = sizeHint(option, index).width() > view->visualRect(index).width();
    QString text = isCut ? Core::plainText(index.data(Qt::DisplayRole).toString()) : QString();
    if (index.column() == TaskModel::StatusColumn) {
        const auto task = index.data(TaskModel::TaskRole).value<Core::PushTask>();
        if (task.hasVanished())
            text = Text::statusSentence(task);
    }
    QToolTip::showText(event->globalPos(), text.isEmpty() ? QString() : plainToolTip(text), view);
    return true;
}

void TaskCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const GroupPart part = groupPartOf(index);
    if (index.row() == 0 || (part != GroupPart::Start && part != GroupPart::Heading))
        return;
    painter->save();
    painter->setPen(option.palette.color(QPalette::Disabled, QPalette::Text));
    painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    painter->restore();
}

void TaskCellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const GroupPart part = groupPartOf(index);
    if (part == GroupPart::Heading) {
        option->font.setBold(true);
        option->fontMetrics = QFontMetrics(option->font);
    } else if (part == GroupPart::Repeated) {
        option->palette.setBrush(QPalette::Text, option->palette.brush(QPalette::Disabled, QPalette::Text));
    }
    if (const std::optional<StatusShape> shape = shapeOf(index)) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = statusIcon(*shape, option->palette);
        const int side = option->fontMetrics.ascent() + 2;
        option->decorationSize = QSize(side, side);
    }
}

} // namespace Gui
