// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settings.h"

#include "config/settingsstore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

//! A place in the file and what counts while nothing is there.
template <typename T> struct Entry
{
    const char *key;
    T fallback;
};

constexpr Entry<bool> confirmSingleStopEntry{"behaviour/confirmSingleStop", true};
constexpr Entry<int> confirmDeadlineEntry{"behaviour/confirmDeadlineMs", usualConfirmDeadlineMs};
constexpr Entry<bool> refreshesByItselfEntry{"behaviour/refreshesByItself", true};
constexpr Entry<int> historyDaysEntry{"behaviour/historyDays", 0};
constexpr Entry<int> guardNoticeEntry{"behaviour/guardNoticeMs", usualGuardNoticeMs};
constexpr Entry<bool> closesToTrayEntry{"behaviour/closesToTray", false};
constexpr Entry<int> lockAfterEntry{"behaviour/lockAfterMinutes", 0};
constexpr Entry<bool> locksWithDesktopEntry{"behaviour/locksWithDesktop", false};
constexpr Entry<bool> locksDespiteRulesEntry{"behaviour/locksDespiteRules", false};
constexpr Entry<const char16_t *> languageEntry{"behaviour/language", u""};
constexpr Entry<Theme> themeEntry{"behaviour/theme", Theme::System};
constexpr Entry<Core::NetworkSettings::ProxyMode> proxyModeEntry{"network/proxyMode",
                                                                 Core::NetworkSettings::ProxyMode::System};
constexpr Entry<const char16_t *> proxyHostEntry{"network/proxyHost", u""};
constexpr Entry<int> proxyPortEntry{"network/proxyPort", 0};
constexpr Entry<const char16_t *> proxyUserEntry{"network/proxyUser", u""};
constexpr Entry<int> timeoutEntry{"network/timeoutMs", 15'000};
constexpr Entry<const char16_t *> caFileEntry{"network/caFile", u""};

constexpr auto startTemplatesKey = "start/templates"_L1;

constexpr int shortestTimeoutMs = 1'000;
constexpr int longestTimeoutMs = 120'000;

using ProxyMode = Core::NetworkSettings::ProxyMode;
constexpr std::array themeWords{std::pair{Theme::System, "system"_L1}, std::pair{Theme::Light, "light"_L1},
                                std::pair{Theme::Dark, "dark"_L1}};
constexpr std::array proxyWords{
    std::pair{ProxyMode::System, "system"_L1}, std::pair{ProxyMode::Direct, "direct"_L1},
    std::pair{ProxyMode::Http, "http"_L1}, std::pair{ProxyMode::Socks5, "socks5"_L1}};

[[nodiscard]] QString keyOf(const char *key)
{
    return QString::fromLatin1(key);
}

[[nodiscard]] bool read(const SettingsStore &store, const Entry<bool> &entry)
{
    return store.value(keyOf(entry.key), entry.fallback).toBool();
}

//! What somebody wrote into the file by hand may be no number.
[[nodiscard]] int read(const SettingsStore &store, const Entry<int> &entry)
{
    bool isNumber = false;
    const int number = store.value(keyOf(entry.key)).toInt(&isNumber);
    return isNumber ? number : entry.fallback;
}

[[nodiscard]] QString read(const SettingsStore &store, const Entry<const char16_t *> &entry)
{
    return store.value(keyOf(entry.key), QString::fromUtf16(entry.fallback)).toString();
}

template <typename T, std::size_t n>
[[nodiscard]] T read(const SettingsStore &store, const Entry<T> &entry,
                     const std::array<std::pair<T, QLatin1StringView>, n> &words)
{
    const QString word = store.value(keyOf(entry.key)).toString();
    const auto *const found =
        std::ranges::find_if(words, [&word](const auto &pair) { return word == pair.second; });
    return found == words.end() ? entry.fallback : found->first;
}

template <typename T, std::size_t n>
[[nodiscard]] QString wordOf(T value, const std::array<std::pair<T, QLatin1StringView>, n> &words)
{
    const auto *const found = std::ranges::find(words, value, &std::pair<T, QLatin1StringView>::first);
    return found == words.end() ? QString() : QString(found->second);
}

[[nodiscard]] int historyDaysInRange(int days)
{
    return days <= 0 ? 0 : std::clamp(days, fewestHistoryDays, mostHistoryDays);
}

} // namespace

Settings::Settings(SettingsStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

bool Settings::confirmSingleStop() const
{
    return read(m_store, confirmSingleStopEntry);
}

void Settings::setConfirmSingleStop(bool isAsked)
{
    if (isAsked != confirmSingleStop()) {
        m_store.setValue(keyOf(confirmSingleStopEntry.key), isAsked);
        Q_EMIT confirmSingleStopChanged(isAsked);
    }
}

int Settings::confirmDeadlineMs() const
{
    return std::clamp(read(m_store, confirmDeadlineEntry), shortestConfirmDeadlineMs,
                      longestConfirmDeadlineMs);
}

void Settings::setConfirmDeadlineMs(int milliseconds)
{
    const int inRange = std::clamp(milliseconds, shortestConfirmDeadlineMs, longestConfirmDeadlineMs);
    if (inRange != confirmDeadlineMs()) {
        m_store.setValue(keyOf(confirmDeadlineEntry.key), inRange);
        Q_EMIT confirmDeadlineMsChanged(inRange);
    }
}

bool Settings::refreshesByItself() const
{
    return read(m_store, refreshesByItselfEntry);
}

void Settings::setRefreshesByItself(bool isOn)
{
    if (isOn != refreshesByItself()) {
        m_store.setValue(keyOf(refreshesByItselfEntry.key), isOn);
        Q_EMIT refreshesByItselfChanged(isOn);
    }
}

int Settings::historyDays() const
{
    return historyDaysInRange(read(m_store, historyDaysEntry));
}

void Settings::setHistoryDays(int days)
{
    const int inRange = historyDaysInRange(days);
    if (inRange != historyDays()) {
        m_store.setValue(keyOf(historyDaysEntry.key), inRange);
        Q_EMIT historyDaysChanged(inRange);
    }
}

int Settings::guardNoticeMs() const
{
    return std::clamp(read(m_store, guardNoticeEntry), shortestGuardNoticeMs, longestGuardNoticeMs);
}

void Settings::setGuardNoticeMs(int milliseconds)
{
    const int inRange = std::clamp(milliseconds, shortestGuardNoticeMs, longestGuardNoticeMs);
    if (inRange != guardNoticeMs()) {
        m_store.setValue(keyOf(guardNoticeEntry.key), inRange);
        Q_EMIT guardNoticeMsChanged(inRange);
    }
}

bool Settings::closesToTray() const
{
    return read(m_store, closesToTrayEntry);
}

void Settings::setClosesToTray(bool isKept)
{
    if (isKept != closesToTray()) {
        m_store.setValue(keyOf(closesToTrayEntry.key), isKept);
        Q_EMIT closesToTrayChanged(isKept);
    }
}

int Settings::lockAfterMinutes() const
{
    return std::clamp(read(m_store, lockAfterEntry), 0, longestLockAfterMinutes);
}

void Settings::setLockAfterMinutes(int minutes)
{
    const int inRange = std::clamp(minutes, 0, longestLockAfterMinutes);
    if (inRange != lockAfterMinutes()) {
        m_store.setValue(keyOf(lockAfterEntry.key), inRange);
        Q_EMIT lockingChanged();
    }
}

bool Settings::locksWithDesktop() const
{
    return read(m_store, locksWithDesktopEntry);
}

void Settings::setLocksWithDesktop(bool isLocked)
{
    if (isLocked != locksWithDesktop()) {
        m_store.setValue(keyOf(locksWithDesktopEntry.key), isLocked);
        Q_EMIT lockingChanged();
    }
}

bool Settings::locksDespiteRules() const
{
    return read(m_store, locksDespiteRulesEntry);
}

void Settings::setLocksDespiteRules(bool isLocked)
{
    if (isLocked != locksDespiteRules()) {
        m_store.setValue(keyOf(locksDespiteRulesEntry.key), isLocked);
        Q_EMIT lockingChanged();
    }
}

QString Settings::language() const
{
    return read(m_store, languageEntry);
}

void Settings::setLanguage(const QString &language)
{
    if (language != this->language()) {
        m_store.setValue(keyOf(languageEntry.key), language);
        Q_EMIT languageChanged(language);
    }
}

Theme Settings::theme() const
{
    return read(m_store, themeEntry, themeWords);
}

void Settings::setTheme(Theme theme)
{
    if (theme != this->theme()) {
        m_store.setValue(keyOf(themeEntry.key), wordOf(theme, themeWords));
        Q_EMIT themeChanged(theme);
    }
}

Core::NetworkSettings Settings::network() const
{
    Core::NetworkSettings network;
    network.proxyMode = read(m_store, proxyModeEntry, proxyWords);
    network.proxyHost = read(m_store, proxyHostEntry);
    network.proxyPort = static_cast<quint16>(std::clamp(read(m_store, proxyPortEntry), 0, 65'535));
    network.proxyUser = read(m_store, proxyUserEntry);
    network.timeoutMs = std::clamp(read(m_store, timeoutEntry), shortestTimeoutMs, longestTimeoutMs);
    network.caFile = read(m_store, caFileEntry);
    return network;
}

Core::Result<void> Settings::setNetwork(const Core::NetworkSettings &network)
{
    Core::NetworkSettings next = network;
    next.proxyPassword = {};
    next.proxyHost = next.proxyHost.trimmed();
    next.timeoutMs = std::clamp(next.timeoutMs, shortestTimeoutMs, longestTimeoutMs);
    const bool hasOwnProxy = next.proxyMode == ProxyMode::Http || next.proxyMode == ProxyMode::Socks5;
    if (hasOwnProxy && (next.proxyHost.isEmpty() || next.proxyPort == 0)) {
        return Core::failure(Core::Error::invalidInput(u"proxy: no host or no port"_s));
    }
    if (std::ranges::any_of(next.proxyHost, [](QChar c) { return c.isSpace() || c == u'/' || c == u'@'; })) {
        return Core::failure(Core::Error::invalidInput(u"proxy: not a host name"_s));
    }
    if (next == this->network()) {
        return {};
    }
    m_store.setValue(keyOf(proxyModeEntry.key), wordOf(next.proxyMode, proxyWords));
    m_store.setValue(keyOf(proxyHostEntry.key), next.proxyHost);
    m_store.setValue(keyOf(proxyPortEntry.key), static_cast<int>(next.proxyPort));
    m_store.setValue(keyOf(proxyUserEntry.key), next.proxyUser);
    m_store.setValue(keyOf(timeoutEntry.key), next.timeoutMs);
    m_store.setValue(keyOf(caFileEntry.key), next.caFile);
    Q_EMIT networkChanged(next);
    return {};
}

QByteArray Settings::viewState(const QString &name) const
{
    return m_store.value(u"view/"_s + name).toByteArray();
}

void Settings::setViewState(const QString &name, const QByteArray &state)
{
    if (state != viewState(name)) // asked for often: nothing is written for nothing
        m_store.setValue(u"view/"_s + name, state);
}

QStringList Settings::startTemplateNames() const
{
    return QJsonDocument::fromJson(m_store.value(startTemplatesKey).toByteArray()).object().keys();
}

QByteArray Settings::startTemplate(const QString &name) const
{
    const QJsonObject all = QJsonDocument::fromJson(m_store.value(startTemplatesKey).toByteArray()).object();
    const QJsonValue found = all.value(name);
    return found.isObject() ? QJsonDocument(found.toObject()).toJson(QJsonDocument::Compact) : QByteArray();
}

void Settings::setStartTemplate(const QString &name, const QByteArray &json)
{
    QJsonObject all = QJsonDocument::fromJson(m_store.value(startTemplatesKey).toByteArray()).object();
    if (json.isEmpty()) {
        all.remove(name);
    } else {
        all.insert(name, QJsonDocument::fromJson(json).object());
    }
    m_store.setValue(startTemplatesKey, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace Config
