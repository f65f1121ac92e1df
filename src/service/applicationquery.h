// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/credential.h"
#include "core/result.h"

#include <QObject>

namespace Service {

class Dispatcher;

//! An application as the service lists it.
struct FoundApplication
{
    Core::SdkAppId sdkAppId;
    QString name; //!< text of the service; may be empty

    bool operator==(const FoundApplication &) const = default;
};

//! Asks which applications a key may see, also of an account that is not saved yet. UI thread.
class ApplicationQuery : public QObject
{
    Q_OBJECT
public:
    explicit ApplicationQuery(Dispatcher &dispatcher, QObject *parent = nullptr);

    //! Whether there is something to ask: DescribeApplicationInfos is of the international edition.
    [[nodiscard]] static bool isFor(Core::Edition edition) { return edition == Core::Edition::International; }
    //! finished() follows exactly once; a new start() makes an older one void.
    void start(const Core::Account &account, const Core::Credential &credential);
    void cancel();

Q_SIGNALS:
    void finished(const Core::Result<QList<Service::FoundApplication>> &applications);

private:
    Dispatcher &m_dispatcher;
    QObject *m_pending = nullptr; //!< owned child; null if none is under way
};

} // namespace Service
