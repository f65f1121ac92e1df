// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsstore.h"

#include "config/inifile.h"
#include "core/logcategories.h"
#include "core/savedfile.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QPointer>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

//! What is in the file; nullopt if it cannot be read as a whole, or it is not known whether it is there.
[[nodiscard]] std::optional<QMap<QString, QVariant>> valuesOf(const QString &fileName)
{
    QFile file(fileName);
    std::error_code doubt; // QFile::exists() has none
    if (!std::filesystem::exists(file.filesystemFileName(), doubt) && !doubt) {
        return QMap<QString, QVariant>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError || bytes.size() < file.size()) {
        return std::nullopt;
    }
    return fromIni(bytes);
}

} // namespace

//! Lives in the worker's thread.
class SettingsStore::Writer
{
public:
    Writer(QString fileName, const std::atomic<bool> &isEnding)
        : m_fileName(std::move(fileName))
        , m_isEnding(isEnding)
    {
    }
    ~Writer()
    {
        if (!m_unwritten.isEmpty()) {
            qCWarning(Core::storageLog) << "settings are lost:" << m_fileName << "cannot be written";
        }
    }
    Q_DISABLE_COPY_MOVE(Writer)

    //! Writes all of `batch` at once.
    void process(std::vector<Writing> &batch)
    {
        for (const Writing &writing : batch) {
            m_unwritten.insert(writing.changes); // the later one counts
        }
        const std::optional<Values> written = write();
        for (const Writing &writing : batch) {
            *writing.written = written;
        }
    }

private:
    [[nodiscard]] std::optional<Values> write()
    {
        if (m_unwritten.isEmpty()) {
            return valuesOf(m_fileName);
        }
        // Other processes have settings in the same file, and as older versions do, they lock this one.
        QLockFile alone(QString(m_fileName + u".lock"_s));
        if (!QDir().mkpath(QFileInfo(m_fileName).absolutePath()) || !isLocked(alone)) {
            return std::nullopt;
        }
        std::optional<Values> values = valuesOf(m_fileName);
        if (!values) {
            return std::nullopt;
        }
        for (auto change = m_unwritten.cbegin(); change != m_unwritten.cend(); ++change) {
            if (*change) {
                values->insert(change.key(), **change);
            } else {
                values->remove(change.key());
            }
        }
        const QByteArray bytes = toIni(*values);
        QSaveFile file(m_fileName);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
            || !Core::isCommitted(file)) {
            return std::nullopt;
        }
        m_unwritten.clear();
        return values;
    }

    [[nodiscard]] bool isLocked(QLockFile &alone) const
    {
        constexpr int stepMs = 100;
        constexpr int longestMs = 10'000;
        constexpr int longestAtTheEndMs = 1000;
        for (int waitedMs = stepMs; !alone.tryLock(stepMs); waitedMs += stepMs) {
            if (alone.error() != QLockFile::LockFailedError
                || waitedMs >= (m_isEnding ? longestAtTheEndMs : longestMs)) {
                return false;
            }
        }
        return true;
    }

    QString m_fileName;
    const std::atomic<bool> &m_isEnding;
    Changes m_unwritten;
};

SettingsStore::SettingsStore(QString fileName, QObject *parent)
    : QObject(parent)
    , m_fileName(std::move(fileName))
    , m_worker(
          [this, writer = std::make_shared<Writer>(m_fileName, m_isEnding)](std::vector<Writing> &batch) {
              writer->process(batch);
              m_courier.arrived(batch.size());
          })
{
    const std::optional<Values> values = valuesOf(m_fileName);
    m_isReadable = values.has_value();
    m_values = values.value_or(Values());
}

SettingsStore::~SettingsStore()
{
    hurry();
    if (!m_changes.isEmpty() || m_isFailing) {
        write([](bool) {});
    }
}

QVariant SettingsStore::value(const QString &key, const QVariant &fallback) const
{
    return m_values.value(key, fallback);
}

void SettingsStore::setValue(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
    change(key, value);
}

void SettingsStore::remove(const QString &key)
{
    const QString below = key + u'/';
    for (auto entry = m_values.lowerBound(key); entry != m_values.end() && entry.key().startsWith(key);) {
        if (entry.key() == key || entry.key().startsWith(below)) {
            change(entry.key(), std::nullopt);
            entry = m_values.erase(entry);
        } else {
            ++entry;
        }
    }
}

QStringList SettingsStore::childGroups(const QString &group) const
{
    const QString prefix = group + u'/';
    QStringList groups;
    for (auto entry = m_values.lowerBound(prefix); entry != m_values.cend() && entry.key().startsWith(prefix);
         ++entry) {
        const qsizetype end = entry.key().indexOf(u'/', prefix.size());
        const QString child = entry.key().sliced(prefix.size(), std::max<qsizetype>(end - prefix.size(), 0));
        if (!child.isEmpty() && !groups.endsWith(child)) {
            groups.append(child);
        }
    }
    return groups;
}

void SettingsStore::whenWritten(QObject *context, std::function<void(bool isWritten)> done)
{
    write([context = QPointer<QObject>(context), done = std::move(done)](bool isWritten) {
        if (context) {
            done(isWritten);
        }
    });
}

void SettingsStore::change(const QString &key, const std::optional<QVariant> &value)
{
    if (m_changes.isEmpty()) {
        const auto writeChanges = [this] {
            if (!m_changes.isEmpty()) { // else somebody asked for it meanwhile
                write([](bool) {});
            }
        };
        QMetaObject::invokeMethod(this, writeChanges, Qt::QueuedConnection);
    }
    m_changes.insert(key, value);
}

void SettingsStore::write(std::function<void(bool isWritten)> done)
{
    ++m_underWay;
    const auto written = std::make_shared<std::optional<Values>>();
    m_courier.expect(this, [this, written, done = std::move(done)] {
        onWritten(*written);
        done(written->has_value());
    });
    m_worker.push({std::exchange(m_changes, {}), written});
}

void SettingsStore::onWritten(const std::optional<Values> &written)
{
    --m_underWay;
    if (written && m_underWay == 0 && m_changes.isEmpty()) {
        m_values = *written; // with what others wrote
    }
    if (!std::exchange(m_isFailing, !written) && !written) {
        Q_EMIT writingFailed();
    }
}

} // namespace Config
