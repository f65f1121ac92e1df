// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsfile.h"

#include "core/keptname.h"

#include <QFile>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

//! QSettings takes zeros for a part of a name or a value.
[[nodiscard]] bool hasZeros(const QString &fileName)
{
    constexpr qint64 mostBytes = 16 * 1024 * 1024;
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) && file.read(std::min(mostBytes, file.size())).contains('\0');
}

[[nodiscard]] bool isPlain(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

std::optional<QString> keepDamagedSettings(const QString &fileName)
{
    QSettings store(fileName, QSettings::IniFormat);
    const QStringList keys = store.allKeys(); // sections are not read before they are asked for
    if (store.status() != QSettings::FormatError && !hasZeros(fileName)) {
        return std::nullopt;
    }
    const QString copy = Core::freeKeptName(fileName);
    if (!QFile::copy(fileName, copy)) {
        return std::nullopt;
    }
    // It is written anew, as a whole, as soon as anything changes in it.
    store.clear();
    const QSettings found(copy, QSettings::IniFormat);
    for (const QString &key : keys) {
        const QVariant value = found.value(key);
        if (isPlain(key) && isPlain(value.toString())) {
            store.setValue(key, value);
        }
    }
    store.sync();
    if (store.allKeys().isEmpty()) {
        QFile::resize(fileName, 0); // nothing changed as far as QSettings can see, and so it wrote nothing
    }
    return copy;
}

} // namespace Config
