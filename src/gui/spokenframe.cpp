// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spokenframe.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QShowEvent>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *spokenInterface(const QString &className, QObject *object)
{
    auto *frame = className == "Gui::SpokenFrame"_L1 ? qobject_cast<SpokenFrame *>(object) : nullptr;
    return frame != nullptr ? new QAccessibleWidget(frame, QAccessible::Notification) : nullptr;
}

} // namespace

SpokenFrame::SpokenFrame(QWidget *parent)
    : QFrame(parent)
{
    QAccessible::installFactory(spokenInterface); // once, however often it is called
}

//! That it appeared, Qt tells by itself; where alerts are handed on, this is one.
void SpokenFrame::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (event->spontaneous() || !QAccessible::isActive())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace Gui
