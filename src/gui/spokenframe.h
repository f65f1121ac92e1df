// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace Gui {

//! A screen reader reads out its accessible name whenever it appears, wherever the focus is: its role is that
//! of a notification. Qt 6.4 knows no announcements yet, and hands no alert on to AT-SPI, but what appears it
//! does.
class SpokenFrame : public QFrame
{
    Q_OBJECT
public:
    explicit SpokenFrame(QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
};

} // namespace Gui
