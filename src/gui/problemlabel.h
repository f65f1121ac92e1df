// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Gui {

//! What is wrong with the field above it, in words; hidden while nothing is.
class ProblemLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    //! Shows `problem` and tells it, in place of its description, to whoever hears `field` instead of seeing
    //! it; empty: all is well. It is always the same field.
    void setProblem(const QString &problem, QWidget *field);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseColour();

    QString m_description; //!< the field's own
};

} // namespace Gui
