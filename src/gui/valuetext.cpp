// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/valuetext.h"

#include <QTextDocument>
#include <QTextLayout>
#include <QWheelEvent>
#include <QtMath>

namespace Gui {

namespace {

constexpr int usualCharacters = 24;
constexpr int fewestCharacters = 10;
constexpr int spareHeight = 2; // with less, QPlainTextEdit would scroll its last line

} // namespace

ValueText::ValueText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    connect(this, &QPlainTextEdit::textChanged, this, &QWidget::updateGeometry);
}

int ValueText::heightForWidth(int width) const
{
    QTextLayout layout(toPlainText(), font());
    QTextOption option;
    option.setWrapMode(wordWrapMode());
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return qCeil(height) + spareHeight;
}

QSize ValueText::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * usualCharacters;
    return {width, heightForWidth(width)};
}

QSize ValueText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * fewestCharacters, fontMetrics().lineSpacing() + spareHeight};
}

//! Left to what it lies in: there is nothing to scroll here, and nothing to zoom.
void ValueText::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Gui
