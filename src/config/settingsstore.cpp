// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsstore.h"

#include "config/inifile.h"

#include <QEvent>
#include <QFileDevice>

#include <utility>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

[[nodiscard]] bool readFrom(QIODevice &device, QSettings::SettingsMap &values)
{
    values = fromIni(device.readAll());
    return true;
}

//! Where this is false, QSettings leaves the old file in its place.
[[nodiscard]] bool writeTo(QIODevice &device, const QSettings::SettingsMap &values)
{
    const QByteArray bytes = toIni(values);
    if (device.write(bytes) != bytes.size()) {
        return false;
    }
    // Small files lie in a buffer until then, and QSaveFile does not look at how closing went.
    auto *const file = qobject_cast<QFileDevice *>(&device);
    return file == nullptr || file->flush();
}

[[nodiscard]] QSettings::Format checkedIni()
{
    static const QSettings::Format registered =
        QSettings::registerFormat(u"ini"_s, readFrom, writeTo, Qt::CaseSensitive);
    return registered;
}

} // namespace

bool isWritten(QSettings &store)
{
    store.sync();
    return store.status() == QSettings::NoError
        // All stores of one file share what is to be written; a new one has not failed yet, and tries.
        || QSettings(store.fileName(), store.format()).status() == QSettings::NoError;
}

SettingsStore::SettingsStore(const QString &fileName, QObject *parent)
    : QSettings(fileName, checkedIni(), parent)
{
}

bool SettingsStore::event(QEvent *event)
{
    const bool isHandled = QSettings::event(event);
    if (event->type() == QEvent::UpdateRequest) {
        const bool isFailing = !isWritten(*this);
        if (!std::exchange(m_isFailing, isFailing) && isFailing) {
            Q_EMIT writingFailed();
        }
    }
    return isHandled;
}

} // namespace Config
