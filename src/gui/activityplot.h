// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QPair>
#include <QWidget>

namespace Gui {

//! Two small plots: how many tasks ran over the span of the timeline, and how many requests of the
//! busiest action left in each second of the last minute, beside the service's limit.
class ActivityPlot : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityPlot(QWidget *parent = nullptr);

    //! From when on how many tasks ran; rising times between `from` and `to`.
    void setRunning(const QDateTime &from, const QDateTime &to, const QList<QPair<QDateTime, int>> &steps);
    //! One number a second, the oldest first.
    void setRate(const QList<int> &requests, int limit);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void paintRunning(QPainter &painter, const QRectF &rect) const;
    void paintRate(QPainter &painter, const QRectF &rect) const;
    [[nodiscard]] QString runningTitle() const;
    [[nodiscard]] QString rateTitle() const;

    QDateTime m_from;
    QDateTime m_to;
    QList<QPair<QDateTime, int>> m_steps;
    QList<int> m_rate;
    int m_limit = 0;
};

} // namespace Gui
