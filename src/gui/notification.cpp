// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notification.h"

#include "core/plaintext.h"

namespace Gui {

namespace {

constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestAction = 60;

} // namespace

Notification inert(Notification notification)
{
    notification.title = Core::oneLine(notification.title, longestTitle);
    notification.text = Core::plainText(notification.text, longestNotification);
    for (NotificationAction &action : notification.actions)
        action.text = Core::oneLine(action.text, longestAction);
    return notification;
}

QString withoutMarkup(QString text)
{
    return text.replace(u'<', u'‹');
}

} // namespace Gui
