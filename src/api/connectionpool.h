// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/account.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace Api {

//! The managers of one set of network settings. QNetworkAccessManager queues silently beyond six requests to
//! one host, so a lane gets a further one while all six are busy.
class ConnectionPool final : public QObject
{
    Q_OBJECT
public:
    static constexpr int connectionsPerHost = 6; //!< QNetworkAccessManager's own limit
    static constexpr size_t managersPerLane = 4;

    //! `accountCaFile` is trusted beside the settings' own; empty for none.
    ConnectionPool(const Core::NetworkSettings &settings, const QString &accountCaFile, QObject *parent);

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
    void release(QNetworkAccessManager *manager, const QUrl &url);
    //! True if that manager reaches `url` through a proxy. May ask the system; for error paths.
    [[nodiscard]] bool usesProxy(const QNetworkAccessManager &manager, const QUrl &url) const;
    //! No more acquire(): deletes itself once everything was released.
    void retire();

private:
    struct Member
    {
        ActionKind lane;
        QNetworkAccessManager *manager; // our child
        QHash<QString, int> busy; // by host and port
        QHash<QString, QElapsedTimer> lastUse; // by host and port
    };
    [[nodiscard]] Member &bestMember(ActionKind lane, const QString &host);
    [[nodiscard]] QNetworkAccessManager *makeManager();
    void deleteIfDone();

    Core::NetworkSettings m_settings;
    QList<QSslCertificate> m_extraCertificates;
    std::optional<QSslConfiguration> m_tls;
    QString m_setupFault;
    std::vector<Member> m_members;
    int m_busy = 0;
    bool m_isRetired = false;
};

} // namespace Api
