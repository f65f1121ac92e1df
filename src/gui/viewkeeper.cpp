// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/viewkeeper.h"

#include <QEvent>
#include <QScreen>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace Gui {

ViewKeeper::ViewKeeper(QWidget *window, std::function<void()> keep)
    : QObject(window)
    , m_keep(std::move(keep))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_keep(); });
    window->installEventFilter(this);
}

bool ViewKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::UpdateRequest:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange:
        if (!m_timer.isActive())
            m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void bringOntoScreen(QWidget &window)
{
    if (window.isMaximized() || window.isFullScreen())
        return;
    const QRect space = window.screen()->availableGeometry();
    constexpr QSize least(1024, 700); // what the window is made for
    window.resize(window.size().boundedTo(space.size().expandedTo(least)));
    // What does not fit all the same has at least its beginning in sight.
    const auto within = [](int wanted, int length, int first, int room) {
        return std::clamp(wanted, first, first + std::max(0, room - length));
    };
    window.move(within(window.x(), window.frameGeometry().width(), space.x(), space.width()),
                within(window.y(), window.frameGeometry().height(), space.y(), space.height()));
}

} // namespace Gui
