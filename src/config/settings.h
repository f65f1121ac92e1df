// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

namespace Config {
Q_NAMESPACE

class SettingsStore;

enum class Theme { System, Light, Dark };
Q_ENUM_NS(Theme)

//! Shortest, longest and usual time that a Stop waits for STOPPED.
inline constexpr int shortestConfirmDeadlineMs = 5'000;
inline constexpr int longestConfirmDeadlineMs = 3'600'000;
inline constexpr int usualConfirmDeadlineMs = 60'000;
//! Shortest, longest and usual time between the announcement of a stop and the stop.
inline constexpr int shortestGuardNoticeMs = 60'000;
inline constexpr int longestGuardNoticeMs = 3'600'000;
inline constexpr int usualGuardNoticeMs = 300'000;

//! Fewest and most days of requests that the journal can be told to keep.
inline constexpr int fewestHistoryDays = 30;
inline constexpr int mostHistoryDays = 3650;

//! Longest time without input after which keys can be told to be dropped.
inline constexpr int longestLockAfterMinutes = 480;

//! What an operator prefers, with a default for everything; values out of range are brought into it. Emits
//! only when a value changed. Never holds a secret.
class Settings : public QObject
{
    Q_OBJECT
public:
    //! `store` outlives this object.
    explicit Settings(SettingsStore &store, QObject *parent = nullptr);

    [[nodiscard]] bool confirmSingleStop() const; //!< ask before one task is stopped; true
    void setConfirmSingleStop(bool isAsked);
    [[nodiscard]] int confirmDeadlineMs() const; //!< counted from acceptance
    void setConfirmDeadlineMs(int milliseconds);
    [[nodiscard]] bool
    refreshesByItself() const; //!< ask the service which tasks run, without being told; true
    void setRefreshesByItself(bool isOn);
    //! Requests of the last days that the journal keeps; 0, the default: all of them. Else 30 to 3650.
    [[nodiscard]] int historyDays() const;
    void setHistoryDays(int days);
    [[nodiscard]] int guardNoticeMs() const; //!< how long a stop is announced before it happens
    void setGuardNoticeMs(int milliseconds);
    [[nodiscard]] bool closesToTray() const; //!< closing the window keeps the console in the tray; false
    void setClosesToTray(bool isKept);
    //! Minutes without the operator's input after which the keys are dropped from memory; 0, the default:
    //! never.
    [[nodiscard]] int lockAfterMinutes() const;
    void setLockAfterMinutes(int minutes);
    [[nodiscard]] bool locksWithDesktop() const; //!< keys are dropped when the desktop locks; false
    void setLocksWithDesktop(bool isLocked);
    //! Keys are dropped by themselves even while a rule or a plan would stop tasks; false.
    [[nodiscard]] bool locksDespiteRules() const;
    void setLocksDespiteRules(bool isLocked);
    [[nodiscard]] QString language() const; //!< "en", "zh_CN"; "" follows the system
    void setLanguage(const QString &language);
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    //! Without the proxy's password.
    [[nodiscard]] Core::NetworkSettings network() const;
    //! The password in `network` is left out. InvalidInput: a proxy without host or port, a host with blanks.
    [[nodiscard]] Core::Result<void> setNetwork(const Core::NetworkSettings &network);

    //! State of views, e.g. "taskTable" → QHeaderView::saveState(), "mainWindow" → saveGeometry(). Names are
    //! of [A-Za-z0-9]. Not announced.
    [[nodiscard]] QByteArray viewState(const QString &name) const;
    void setViewState(const QString &name, const QByteArray &state);

    //! Templates of tasks to start, by name: JSON objects without secrets (Core::templateOf()). Not
    //! announced.
    [[nodiscard]] QStringList startTemplateNames() const; //!< sorted
    [[nodiscard]] QByteArray startTemplate(const QString &name) const; //!< empty if there is none
    void setStartTemplate(const QString &name, const QByteArray &json); //!< an empty one removes it

Q_SIGNALS:
    void confirmSingleStopChanged(bool isAsked);
    void confirmDeadlineMsChanged(int milliseconds);
    void refreshesByItselfChanged(bool isOn);
    void historyDaysChanged(int days);
    void guardNoticeMsChanged(int milliseconds);
    void closesToTrayChanged(bool isKept);
    void lockingChanged(); //!< when keys are dropped
    void languageChanged(const QString &language);
    void themeChanged(Config::Theme theme);
    void networkChanged(const Core::NetworkSettings &network);

private:
    SettingsStore &m_store;
};

} // namespace Config
