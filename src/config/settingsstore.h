// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batchworker.h"
#include "core/courier.h"

#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Config {

//! The settings' file, an INI file in which a change is kept as a whole or not at all. It is held in memory,
//! and what is changed is written by a thread of its own, once for all changes of one turn of the event loop:
//! nobody waits for the disk. What could not be written is tried again with the next change. What others
//! wrote meanwhile stays, and is seen from the next writing on. UI thread.
class SettingsStore : public QObject
{
    Q_OBJECT
public:
    //! Reads the file; one that is not there is empty.
    explicit SettingsStore(QString fileName, QObject *parent = nullptr);
    //! Waits until what was changed is written; see hurry().
    ~SettingsStore() override;

    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    //! False: the file is there, or may be, but could not be read as a whole. As long as that is so, nothing
    //! is written over it.
    [[nodiscard]] bool isReadable() const { return m_isReadable; }

    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);
    void remove(const QString &key); //!< with all that is below it
    //! What has something below it, directly below `group`; sorted.
    [[nodiscard]] QStringList childGroups(const QString &group) const;

    //! Calls `done` when everything that was changed until now is in the file, or could not be written
    //! (false). Never before it returns, nor after `context` died.
    void whenWritten(QObject *context, std::function<void(bool isWritten)> done);
    //! The program ends: another process that holds the file is waited for a second at most from now on, not
    //! ten.
    void hurry() { m_isEnding = true; }

Q_SIGNALS:
    //! What was changed is not in the file; told once, until writing works again.
    void writingFailed();

private:
    using Values = QMap<QString, QVariant>;
    using Changes = QMap<QString, std::optional<QVariant>>; //!< nullopt: removed
    //! What the worker shall write, and what was in the file afterwards; nullopt if that did not work.
    struct Writing
    {
        Changes changes;
        std::shared_ptr<std::optional<Values>> written;
    };
    class Writer;

    void change(const QString &key, const std::optional<QVariant> &value);
    //! Gives the changes to the worker. `done` is told how it went.
    void write(std::function<void(bool isWritten)> done);
    void onWritten(const std::optional<Values> &written);

    QString m_fileName;
    Values m_values;
    Changes m_changes; //!< that the worker does not have yet
    int m_underWay = 0; //!< with the worker
    bool m_isReadable = true;
    bool m_isFailing = false;
    std::atomic<bool> m_isEnding = false;
    Core::Courier m_courier;
    Core::BatchWorker<Writing> m_worker; // last: joined before the courier goes
};

} // namespace Config
