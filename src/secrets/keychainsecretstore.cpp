// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainsecretstore.h"

#include "core/logcategories.h"
#include "core/redaction.h"
#include "core/wipe.h"
#include "secrets/keyringstate.h"

#include <qt6keychain/keychain.h>

#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Secrets {

namespace {

const QString service = u"whiteboard-push-console"_s;

//! A desktop without a session bus or without a keyring service comes as OtherError, with a text only.
[[nodiscard]] Core::ErrorKind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return Core::ErrorKind::KeyringDenied;
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return Core::ErrorKind::KeyringUnavailable;
}

//! What the job says, but for its value; no job: the time is over.
[[nodiscard]] Core::Result<void> outcomeOf(const QKeychain::Job *job)
{
    if (job == nullptr) {
        return Core::failure(Core::Error::of(Core::ErrorKind::KeyringTimeout));
    }
    if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound) {
        return {};
    }
    const Core::Error error = Core::Error::of(kindOf(job->error()), Core::plainText(job->errorString(), 300));
    qCInfo(Core::secretsLog) << "keyring:" << job->error() << error.detail;
    return Core::failure(error);
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds timeout, QObject *parent)
    : SecretStore(parent)
    , m_timeout(timeout)
{
}

void KeychainSecretStore::start(QKeychain::Job *job, QObject *context,
                                std::function<void(QKeychain::Job *)> finished)
{
    // One of the two ends the call; the receiver of both connections is the ticket, so that its end drops the
    // other. The job goes on by itself and deletes itself.
    auto *ticket = new QTimer(this);
    ticket->setSingleShot(true);
    const auto report = [ticket, receiver = QPointer(context),
                         finished = std::move(finished)](QKeychain::Job *ended) {
        ticket->disconnect();
        ticket->stop();
        ticket->deleteLater();
        if (receiver) {
            finished(ended);
        }
    };
    QObject::connect(ticket, &QTimer::timeout, ticket, [report] { report(nullptr); });
    QObject::connect(job, &QKeychain::Job::finished, ticket, [report, ticket](QKeychain::Job *ended) {
        if (ticket->isActive()) {
            report(ended);
        }
    });
    ticket->start(m_timeout);
    job->start();
}

void KeychainSecretStore::read(const QString &key, QObject *context, ReadCallback done)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    start(job, context, [job, receiver = context, done = std::move(done)](QKeychain::Job *ended) {
        const Core::Result<void> outcome = outcomeOf(ended);
        if (!outcome) {
            done(Core::failure(outcome.error()));
        } else if (ended->error() == QKeychain::EntryNotFound) {
            // A keyring that is locked, and stays so, says the same of what it has.
            askWhetherLocked(receiver, [done](bool isLocked) {
                if (isLocked) {
                    done(Core::failure(Core::Error::of(Core::ErrorKind::KeyringDenied, u"locked"_s)));
                } else {
                    done(std::optional<Core::SecretText>());
                }
            });
        } else {
            QByteArray read = job->binaryData();
            const Core::SecretText secret = Core::SecretText::fromUtf8(read);
            Core::wipe(read); // the job's own copy goes with it
            done(std::optional(secret));
        }
    });
}

void KeychainSecretStore::write(const QString &key, const Core::SecretText &secret, QObject *context,
                                DoneCallback done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    // As text, so that the desktop's own keyring program can show and change it.
    job->setTextData(Core::SecretString(secret).text());
    start(job, context, [done = std::move(done)](QKeychain::Job *ended) { done(outcomeOf(ended)); });
}

void KeychainSecretStore::remove(const QString &key, QObject *context, DoneCallback done)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    start(job, context, [done = std::move(done)](QKeychain::Job *ended) { done(outcomeOf(ended)); });
}

} // namespace Secrets
