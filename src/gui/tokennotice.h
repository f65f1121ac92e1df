// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/services.h"

#include <QObject>

namespace Core {
struct Error;
}

namespace Gui {

class NoticeArea;

//! Asks for a new token where stops wait for one.
class TokenNotice : public QObject
{
    Q_OBJECT
public:
    TokenNotice(const Service::Services &services, NoticeArea &notices, QObject *parent);

Q_SIGNALS:
    void accountSettingsRequested(const QString &accountId);

private:
    void onPaused(const QString &accountId, const Core::Error &error);

    const Service::Services m_services;
    NoticeArea &m_notices;
};

} // namespace Gui
