// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activityplot.h"

#include "text/punctuation.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Gui {

namespace {

constexpr double plotGap = 16.0;

//! Title above, frame below; answers the frame.
QRectF plotFrame(QPainter &painter, const QRectF &rect, const QString &title, const QPalette &palette)
{
    const double titleHeight = painter.fontMetrics().height() + 2.0;
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), titleHeight),
                     (Qt::AlignLeft | Qt::AlignVCenter).toInt(),
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, static_cast<int>(rect.width())));
    const QRectF frame = rect.adjusted(0.5, titleHeight, -0.5, -0.5);
    painter.setPen(palette.color(QPalette::Mid));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRect(frame);
    return frame.adjusted(1.0, 2.0, -1.0, -1.0);
}

} // namespace

ActivityPlot::ActivityPlot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void ActivityPlot::setRunning(const QDateTime &from, const QDateTime &to,
                              const QList<QPair<QDateTime, int>> &steps)
{
    m_from = from;
    m_to = to;
    m_steps = steps;
    describe();
    update();
}

void ActivityPlot::setRate(const QList<int> &requests, int limit)
{
    m_rate = requests;
    m_limit = limit;
    describe();
    update();
}

QSize ActivityPlot::sizeHint() const
{
    return {400, fontMetrics().height() * 5};
}

void ActivityPlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

QString ActivityPlot::runningTitle() const
{
    int most = 0;
    for (const auto &[time, count] : m_steps)
        most = std::max(most, count);
    return tr("Running tasks: %1 now, %2 at most")
        .arg(m_steps.isEmpty() ? 0 : m_steps.constLast().second)
        .arg(most);
}

QString ActivityPlot::rateTitle() const
{
    const int most = m_rate.isEmpty() ? 0 : *std::max_element(m_rate.cbegin(), m_rate.cend());
    return tr("Requests a second of the busiest action, last minute: %1 at most, limit %2")
        .arg(most)
        .arg(m_limit);
}

void ActivityPlot::describe()
{
    setAccessibleName(tr("Activity"));
    setAccessibleDescription(Text::joinedSentences({Text::asSentence(runningTitle()), rateTitle()}));
    setToolTip({});
}

void ActivityPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double width = (rect().width() - plotGap) / 2.0;
    paintRunning(painter, QRectF(0, 0, width, rect().height()));
    paintRate(painter, QRectF(width + plotGap, 0, width, rect().height()));
}

void ActivityPlot::paintRunning(QPainter &painter, const QRectF &rect) const
{
    const QRectF frame = plotFrame(painter, rect, runningTitle(), palette());
    int most = 1;
    for (const auto &[time, count] : m_steps)
        most = std::max(most, count);
    const double span = std::max(1.0, static_cast<double>(m_from.msecsTo(m_to)));
    QPainterPath path(QPointF(frame.left(), frame.bottom()));
    double y = frame.bottom();
    for (const auto &[time, count] : m_steps) {
        const double x = frame.left() + static_cast<double>(m_from.msecsTo(time)) / span * frame.width();
        path.lineTo(x, y);
        y = frame.bottom() - frame.height() * count / most;
        path.lineTo(x, y);
    }
    path.lineTo(frame.right(), y);
    path.lineTo(frame.right(), frame.bottom());
    QColor fill = palette().color(QPalette::Highlight);
    painter.setPen(fill);
    fill.setAlpha(90);
    painter.fillPath(path, fill);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void ActivityPlot::paintRate(QPainter &painter, const QRectF &rect) const
{
    const QRectF frame = plotFrame(painter, rect, rateTitle(), palette());
    if (m_rate.isEmpty())
        return;
    const int top = std::max(m_limit + 2, *std::max_element(m_rate.cbegin(), m_rate.cend()));
    const double step = frame.width() / static_cast<double>(m_rate.size());
    for (qsizetype i = 0; i < m_rate.size(); ++i) {
        const double height = frame.height() * m_rate.at(i) / top;
        painter.fillRect(QRectF(frame.left() + step * static_cast<double>(i), frame.bottom() - height,
                                std::max(1.0, step - 1.0), height),
                         palette().color(QPalette::Highlight));
    }
    const double limit = frame.bottom() - frame.height() * m_limit / top;
    painter.setPen(QPen(palette().color(QPalette::Text), 1.0, Qt::DashLine));
    painter.drawLine(QPointF(frame.left(), limit), QPointF(frame.right(), limit));
}

} // namespace Gui
