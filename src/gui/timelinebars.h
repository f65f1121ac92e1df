// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/plaintooltip.h"
#include "models/timelinemodel.h"

#include <QHeaderView>
#include <QList>

namespace Gui {

//! Round local times within a span, some to a view.
[[nodiscard]] QList<QDateTime> timelineTicks(const QDateTime &from, const QDateTime &to);

//! A bar's colour and pattern; each state has a pattern of its own, so that none is told apart by colour
//! alone.
void paintTimelineBar(QPainter &painter, const QRectF &rect, Models::TimelineBar::State state,
                      const QPalette &palette);

//! The bars between the lines of the times. Paints what is in sight only.
class TimelineDelegate : public PlainTipDelegate
{
    Q_OBJECT
public:
    explicit TimelineDelegate(const Models::TimelineModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Models::TimelineModel &m_model;
};

//! The header, with the times above the bars.
class TimelineHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit TimelineHeader(const Models::TimelineModel &model, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const Models::TimelineModel &m_model;
};

} // namespace Gui
