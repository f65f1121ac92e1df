// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/idlewatch.h"

#include "core/clock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace Gui {

IdleWatch::IdleWatch(const Core::Clock &clock, int lookMs, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_looking.setInterval(lookMs);
    connect(&m_looking, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::setLimit(int milliseconds)
{
    m_limitMs = milliseconds;
    QCoreApplication *const application = QCoreApplication::instance();
    application->removeEventFilter(this);
    m_looking.stop();
    if (m_limitMs > 0) {
        noteInput();
        application->installEventFilter(this);
        m_looking.start();
    }
}

bool IdleWatch::isInput(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
    case QEvent::Drop:
        return event.spontaneous();
    default:
        return false;
    }
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(*event))
        noteInput();
    return QObject::eventFilter(watched, event);
}

void IdleWatch::noteInput()
{
    m_lastInputMs = m_clock.monotonicMs();
    m_lastInputAt = m_clock.nowUtc();
}

void IdleWatch::look()
{
    const qint64 quietMs =
        std::max(m_clock.monotonicMs() - m_lastInputMs, m_lastInputAt.msecsTo(m_clock.nowUtc()));
    if (quietMs >= m_limitMs)
        Q_EMIT idle();
}

} // namespace Gui
