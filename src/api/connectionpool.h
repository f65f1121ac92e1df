// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/account.h"
#include "core/clock.h"

#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace Api {

//! The managers of one set of network settings. QNetworkAccessManager queues silently beyond six requests to
//! one host, so a lane gets a further one while all six are busy. A connection that the service may have
//! closed meanwhile is not used again: a manager that rested for long, by either clock (a machine that
//! slept), is replaced by a new one.
class ConnectionPool final : public QObject
{
    Q_OBJECT
public:
    static constexpr int connectionsPerHost = 6; //!< QNetworkAccessManager's own limit
    static constexpr size_t managersPerLane = 4;
    static constexpr qint64 keptAliveMs = 45'000; //!< the service closes a quiet connection after about 60 s

    //! `accountCaFile` is trusted beside the settings' own; empty for none. `clock` outlives the pool.
    ConnectionPool(const Core::NetworkSettings &settings, const QString &accountCaFile,
                   const Core::Clock &clock, QObject *parent);

    //! Why these settings cannot be used at all (an unreadable CA file); empty if they can.
    [[nodiscard]] const QString &setupFault() const { return m_setupFault; }
    //! For an https request. Made with the first: an http address on loopback needs no TLS library, and
    //! loading it takes as long as a short command.
    [[nodiscard]] const QSslConfiguration &tls();
    [[nodiscard]] int timeoutMs() const { return m_settings.timeoutMs; }

    //! Connects to that host ahead of a lane's first request, and of one after a pause in which the service
    //! may have closed what there was. At most connectionsPerHost; without effect otherwise.
    void prepare(ActionKind lane, const QUrl &url, int connections);
    //! A manager with a free connection to that host, or the least busy one. Give it back with release().
    [[nodiscard]] QNetworkAccessManager *acquire(ActionKind lane, const QUrl &url);
    void release(QNetworkAccessManager *manager);
    //! True if that manager reaches `url` through a proxy. May ask the system; for error paths.
    [[nodiscard]] bool usesProxy(const QNetworkAccessManager &manager, const QUrl &url) const;
    //! What it has learnt or opened cannot be relied upon: a certificate was refused (a manager keeps the TLS
    //! configuration of a host, and we its CA files), or a kept connection turned out to be dead (its
    //! neighbours are likely to be, too).
    void distrust() { m_isDistrusted = true; }
    //! True if the next request should have a new pool.
    [[nodiscard]] bool isDistrusted() const { return m_isDistrusted || !m_setupFault.isEmpty(); }
    //! No more acquire(): deletes itself once everything was released.
    void retire();

private:
    struct Moment
    {
        qint64 wallMs;
        qint64 monotonicMs;
    };
    struct Member
    {
        ActionKind lane;
        QString host; // scheme, host and port
        QNetworkAccessManager *manager; // our child
        int busy = 0;
        std::optional<Moment> lastUse{};
    };
    [[nodiscard]] Moment now() const;
    void dropRested();
    [[nodiscard]] Member &bestMember(ActionKind lane, const QString &host);
    [[nodiscard]] QNetworkAccessManager *makeManager();
    void deleteIfDone();

    Core::NetworkSettings m_settings;
    const Core::Clock &m_clock;
    QList<QSslCertificate> m_extraCertificates;
    std::optional<QSslConfiguration> m_tls;
    QString m_setupFault;
    std::vector<Member> m_members;
    int m_busy = 0;
    bool m_isDistrusted = false;
    bool m_isRetired = false;
};

} // namespace Api
