// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusicon.h"

#include "gui/tones.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace Gui {

namespace {

Tone toneOf(StatusShape shape)
{
    switch (shape) {
    case StatusShape::Running:
    case StatusShape::Confirmed:
        return Tone::Good;
    case StatusShape::Failed:
        return Tone::Bad;
    case StatusShape::Warning:
        return Tone::Careful;
    case StatusShape::UnderWay:
    case StatusShape::Prepared:
        return Tone::Busy;
    case StatusShape::Stopped:
    case StatusShape::Unknown:
        break;
    }
    return Tone::Quiet;
}

//! Draws in a square from 0 to 16.
void drawShape(QPainter &painter, StatusShape shape, const QColor &color)
{
    QPen pen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    switch (shape) {
    case StatusShape::Unknown:
        painter.drawArc(QRectF(5.0, 2.5, 6.0, 6.0), -60 * 16, 240 * 16);
        painter.drawLine(QPointF(8.0, 9.2), QPointF(8.0, 10.2));
        painter.drawPoint(QPointF(8.0, 13.2));
        break;
    case StatusShape::Prepared:
        painter.drawEllipse(QRectF(3.0, 3.0, 10.0, 10.0));
        break;
    case StatusShape::Running:
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF({QPointF(4.5, 3.0), QPointF(13.0, 8.0), QPointF(4.5, 13.0)}));
        break;
    case StatusShape::Stopped:
        painter.setBrush(color);
        painter.drawRect(QRectF(4.0, 4.0, 8.0, 8.0));
        break;
    case StatusShape::UnderWay:
        painter.setBrush(color);
        painter.setPen(Qt::NoPen);
        for (const double x : {3.2, 8.0, 12.8})
            painter.drawEllipse(QPointF(x, 8.0), 1.7, 1.7);
        break;
    case StatusShape::Confirmed:
        pen.setWidthF(2.2);
        painter.setPen(pen);
        painter.drawPolyline(QPolygonF({QPointF(3.0, 8.6), QPointF(6.6, 12.2), QPointF(13.2, 4.4)}));
        break;
    case StatusShape::Failed:
        pen.setWidthF(2.2);
        painter.setPen(pen);
        painter.drawLine(QPointF(4.0, 4.0), QPointF(12.0, 12.0));
        painter.drawLine(QPointF(12.0, 4.0), QPointF(4.0, 12.0));
        break;
    case StatusShape::Warning:
        painter.drawPolygon(QPolygonF({QPointF(8.0, 2.0), QPointF(14.4, 13.6), QPointF(1.6, 13.6)}));
        painter.drawLine(QPointF(8.0, 6.4), QPointF(8.0, 9.2));
        painter.drawPoint(QPointF(8.0, 11.4));
        break;
    }
}

class ShapeEngine final : public QIconEngine
{
public:
    ShapeEngine(StatusShape shape, const QColor &color, const QColor &selectedColor)
        : m_shape(shape)
        , m_color(color)
        , m_selectedColor(selectedColor)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const double side = qMin(rect.width(), rect.height());
        painter->translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
        painter->scale(side / 16.0, side / 16.0);
        drawShape(*painter, m_shape, mode == QIcon::Selected ? m_selectedColor : m_color);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return new ShapeEngine(m_shape, m_color, m_selectedColor);
    }

private:
    StatusShape m_shape;
    QColor m_color;
    QColor m_selectedColor;
};

} // namespace

QIcon statusIcon(StatusShape shape, const QPalette &palette)
{
    return QIcon(new ShapeEngine(shape, toneColor(toneOf(shape), palette.color(QPalette::Base)),
                                 palette.color(QPalette::HighlightedText)));
}

} // namespace Gui
