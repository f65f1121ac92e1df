// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>

namespace Config {

//! Writes what was changed, and answers whether it is in the file now. QSettings itself remembers its first
//! failure for ever.
[[nodiscard]] bool isWritten(QSettings &store);

//! The settings' file, an INI file in which a change is kept as a whole or not at all: QSettings' own way of
//! writing one does not notice that a disk is full, and puts what it could write in the old file's place.
//! What could not be written is tried again with the next change. UI thread.
class SettingsStore : public QSettings
{
    Q_OBJECT
public:
    explicit SettingsStore(const QString &fileName, QObject *parent = nullptr);

    bool event(QEvent *event) override;

Q_SIGNALS:
    //! What was changed of itself (a preference, how a window looks) is not in the file; told once, until
    //! writing works again. Who waits for a change to be kept asks isWritten().
    void writingFailed();

private:
    bool m_isFailing = false;
};

} // namespace Config
