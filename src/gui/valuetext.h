// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Gui {

//! A value to read, select and copy, with the mouse or the keyboard. It looks like a label, shows what is in
//! it as it is, and breaks it wherever it must: nothing of it is ever out of sight.
class ValueText : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ValueText(QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace Gui
