// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace Gui {

//! Keeps how a window looks as it changes, so that a crash loses no more than the last moment of it. Whatever
//! one sees of a change repaints the window or moves it; then `keep` is called, once in a while at most.
class ViewKeeper : public QObject
{
    Q_OBJECT
public:
    static constexpr int pauseMs = 2000;

    //! `keep` does nothing where nothing changed, and repaints nothing.
    ViewKeeper(QWidget *window, std::function<void()> keep);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_keep;
    QTimer m_timer;
};

//! Moves and shrinks a window that is neither maximised nor full screen until it lies on its screen: the one
//! it was on may be gone, or smaller. Nothing is made smaller than 1024 × 700.
void bringOntoScreen(QWidget &window);

} // namespace Gui
