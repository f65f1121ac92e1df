// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace Gui {

struct NotificationAction
{
    QString key;
    QString text;
};

//! Something that a person should know who may not be looking at the window. Plain text.
struct Notification
{
    QString tag; //!< one notification of a tag at a time
    QString title;
    QString text;
    QList<NotificationAction> actions; //!< the first is also what a click on the notification means
    bool isUrgent = false; //!< stays until somebody answers
};

constexpr qsizetype longestNotification = 1000; //!< characters of the text

//! As a desktop may be handed it, whoever wrote the texts: capped, nothing in them that moves, hides or turns
//! what is beside it, and no zero, at which D-Bus would cut them.
[[nodiscard]] Notification inert(Notification notification);
//! Where nobody says whether a text is read as markup.
[[nodiscard]] QString withoutMarkup(QString text);

} // namespace Gui

Q_DECLARE_METATYPE(Gui::Notification)
