// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/result.h"
#include "core/secrettext.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

namespace Core {

//! The edition, not the host, decides which list action exists: DescribeWhiteboardPushSearch (international)
//! or DescribeRunningTasks (mainland).
enum class Edition { International, Mainland };

//! Where requests go. One value per account; also what a limiter and a clock offset belong to.
struct Endpoint
{
    QUrl url; //!< scheme, host and optional port; no path, query or user info
    QString region; //!< X-TC-Region, e.g. "ap-singapore"; free text
    Edition edition = Edition::International;

    bool operator==(const Endpoint &) const = default;

    //! Refuses: no host, user info, path, query or fragment, a scheme other than https (http is accepted to
    //! loopback only), a region that is empty or not of [a-z0-9-]. "host" and "host:port" get https.
    [[nodiscard]] static Result<Endpoint> parse(const QString &url, const QString &region, Edition edition);
    //! As it is signed and sent in the Host header: with the port where the URL names one.
    [[nodiscard]] QByteArray hostHeader() const;
    //! "tiw.intl.tencentcloudapi.com" or "127.0.0.1:41234", for views and journal.
    [[nodiscard]] QString display() const;
};

//! True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isLoopbackHost(const QString &host);

//! How a connection leaves the machine. The proxy's password is a secret and travels beside it.
struct NetworkSettings
{
    enum class ProxyMode { System, Direct, Http, Socks5 };

    ProxyMode proxyMode = ProxyMode::System;
    QString proxyHost;
    quint16 proxyPort = 0;
    QString proxyUser;
    SecretText proxyPassword; //!< from the keyring; never written to settings
    int timeoutMs = 15'000; //!< whole time of one request; 1'000 to 120'000
    QString caFile; //!< PEM file whose certificates are trusted in addition to the system's; empty for none

    bool operator==(const NetworkSettings &) const = default;
};

//! A set of credentials and the place they belong to, without its secrets. "Profile" on the command line.
struct Account
{
    QString id; //!< stable key for keyring, registry and journal; made once (UUID without braces), "env",
                //!< "demo" or simulatorAccountId
    QString name; //!< as the operator calls it; unique, shown, accepted by --profile
    QString secretId;
    Endpoint endpoint;
    QList<SdkAppId> sdkAppIds; //!< applications the operator knows
    QString caFile; //!< extra CA of this account; empty for none
    bool hasToken = false; //!< a token is kept beside the SecretKey
    bool isReadOnly = false; //!< nothing that changes anything is sent with it

    bool operator==(const Account &) const = default;
};

//! The account of the simulator that the window runs itself: it exists in memory only, and the service that
//! it reaches ends with the program.
inline constexpr QLatin1StringView simulatorAccountId("simulator");

} // namespace Core

Q_DECLARE_METATYPE(Core::Account)
