// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timelinebars.h"

#include "gui/tones.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

using State = Models::TimelineBar::State;
using TimelineColumns = Models::TimelineModel;

struct BarLook
{
    QColor color;
    Qt::BrushStyle pattern = Qt::SolidPattern;
    Qt::PenStyle outline = Qt::SolidLine;
};

BarLook lookOf(State state, const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Base);
    switch (state) {
    case State::Running:
        return {toneColor(Tone::Good, ground), Qt::SolidPattern};
    case State::LongRunning:
        return {toneColor(Tone::Careful, ground), Qt::BDiagPattern};
    case State::Prepared:
        return {toneColor(Tone::Busy, ground), Qt::VerPattern};
    case State::Failed:
        return {toneColor(Tone::Bad, ground), Qt::DiagCrossPattern};
    case State::Ended:
        return {toneColor(Tone::Quiet, ground), Qt::Dense6Pattern};
    case State::Vanished:
        return {toneColor(Tone::Careful, ground), Qt::HorPattern, Qt::DashLine};
    case State::Unknown:
        break;
    }
    return {toneColor(Tone::Quiet, ground), Qt::NoBrush, Qt::DashLine};
}

double positionOf(const QDateTime &time, const Models::TimelineModel &model, const QRect &rect)
{
    const double span = std::max<double>(1.0, static_cast<double>(model.from().msecsTo(model.to())));
    const double share = static_cast<double>(model.from().msecsTo(time)) / span;
    return rect.left() + std::clamp(share, 0.0, 1.0) * rect.width();
}

} // namespace

QList<QDateTime> timelineTicks(const QDateTime &from, const QDateTime &to)
{
    constexpr int mostTicks = 8;
    constexpr std::array<qint64, 6> steps{600, 1800, 3600, 7200, 14400, 21600};
    const qint64 span = from.secsTo(to);
    const auto fitting =
        std::ranges::find_if(steps, [span](qint64 step) { return span / step <= mostTicks; });
    const qint64 step = fitting != steps.end() ? *fitting : steps.back();
    const QDateTime local = from.toLocalTime();
    const qint64 sinceMidnight = local.date().startOfDay().secsTo(local);
    QList<QDateTime> ticks;
    for (QDateTime tick = local.addSecs(step - sinceMidnight % step); tick < to; tick = tick.addSecs(step)) {
        QDateTime whole = tick;
        whole.setTime(QTime(tick.time().hour(), tick.time().minute()));
        ticks.append(whole);
    }
    return ticks;
}

void paintTimelineBar(QPainter &painter, const QRectF &rect, State state, const QPalette &palette)
{
    const BarLook look = lookOf(state, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(look.color, state == State::LongRunning ? 2.0 : 1.0, look.outline));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRect(rect);
    painter.setBrush(QBrush(look.color, look.pattern));
    painter.drawRect(rect);
    painter.restore();
}

TimelineDelegate::TimelineDelegate(const Models::TimelineModel &model, QObject *parent)
    : PlainTipDelegate(parent)
    , m_model(model)
{
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // background, selection, focus
    const QRect rect = option.rect;
    painter->save();
    painter->setPen(option.palette.color(QPalette::Midlight));
    for (const QDateTime &tick : timelineTicks(m_model.from(), m_model.to())) {
        const int x = static_cast<int>(positionOf(tick, m_model, rect));
        painter->drawLine(x, rect.top(), x, rect.bottom());
    }
    painter->restore();
    const Models::TimelineBar &bar = m_model.barAt(index.row());
    const double left = positionOf(bar.start, m_model, rect);
    const double right = positionOf(bar.end.isValid() ? bar.end : m_model.to(), m_model, rect);
    const double inset = std::max(3.0, rect.height() * 0.2);
    paintTimelineBar(
        *painter,
        QRectF(left, rect.top() + inset, std::max(3.0, right - left - 1.0), rect.height() - 2.0 * inset),
        bar.state, option.palette);
}

TimelineHeader::TimelineHeader(const Models::TimelineModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setHighlightSections(false);
}

void TimelineHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore(); // a style leaves an empty clip region behind
    if (logicalIndex != TimelineColumns::BarColumn)
        return;
    painter->save();
    painter->setPen(palette().color(QPalette::ButtonText));
    const QLocale locale;
    for (const QDateTime &tick : timelineTicks(m_model.from(), m_model.to())) {
        const QString text = locale.toString(tick.time(), u"HH:mm"_s);
        const int width = fontMetrics().horizontalAdvance(text);
        const int x = static_cast<int>(positionOf(tick, m_model, rect)) - width / 2;
        if (x > rect.left() && x + width < rect.right())
            painter->drawText(QRect(x, rect.top(), width + 1, rect.height()), Qt::AlignCenter, text);
    }
    painter->restore();
}

} // namespace Gui
