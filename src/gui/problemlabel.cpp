// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/problemlabel.h"

#include "gui/tones.h"

#include <QEvent>

namespace Gui {

ProblemLabel::ProblemLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    chooseColour();
    hide();
}

void ProblemLabel::setProblem(const QString &problem, QWidget *field)
{
    if (text().isEmpty())
        m_description = field->accessibleDescription();
    setText(problem);
    setVisible(!problem.isEmpty());
    field->setAccessibleDescription(problem.isEmpty() ? m_description : problem);
}

QSize ProblemLabel::sizeHint() const
{
    // A label guesses more lines than the width it gets will need; the layout asks heightForWidth() anyway.
    return {QLabel::sizeHint().width(), fontMetrics().height()};
}

QSize ProblemLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        chooseColour();
}

void ProblemLabel::chooseColour()
{
    const QColor wanted = toneColor(Tone::Bad, palette().color(QPalette::Window));
    if (palette().color(QPalette::WindowText) == wanted)
        return; // setting it announces a change of palette again
    QPalette own;
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

} // namespace Gui
