// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/desktopscheme.h"

#include <QDBusConnection>

class QDBusVariant;

namespace Gui {

//! By the settings of the desktop's portal (org.freedesktop.appearance, color-scheme). Never waits for an
//! answer.
class DbusDesktopScheme final : public DesktopScheme
{
    Q_OBJECT
public:
    explicit DbusDesktopScheme(const QDBusConnection &session, QObject *parent = nullptr);

private Q_SLOTS: // QtDBus connects by name
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &method);

    QDBusConnection m_session;
};

} // namespace Gui
