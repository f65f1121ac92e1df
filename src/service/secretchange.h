// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secrettext.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace Secrets {
class SecretStore;
}

namespace Service {

//! What an entry of a secret store is to be; empty: it is to go.
struct SecretEntry
{
    QString name;
    Core::SecretText secret;
};

//! Writes or removes one entry.
void storeSecret(Secrets::SecretStore &secrets, const SecretEntry &entry, QObject *context,
                 std::function<void(Core::Result<void>)> done);

//! Changes several entries of a secret store, all or none: what was there before is read first, and written
//! again where a later step fails. Deletes itself when it is done. UI thread.
class SecretChange : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Core::Result<void>)>;

    SecretChange(Secrets::SecretStore &secrets, const QList<SecretEntry> &entries, QObject *parent);

    //! `done` gets the first error of the store; an entry that this could not write back may have changed all
    //! the same. Not before it returns, nor after the parent died.
    void start(Done done);

private:
    struct Step
    {
        SecretEntry entry;
        bool isKnown = false; //!< what was there could be read
        Core::SecretText before; //!< empty: nothing, or not known
    };

    void read(qsizetype index);
    void write(qsizetype index);
    //! It did not answer in time, and may have written all the same.
    void lookAfter(qsizetype index);
    //! The first `count` steps, the last of them first.
    void undo(qsizetype count);
    void end(const Core::Result<void> &result);

    Secrets::SecretStore &m_secrets;
    QList<Step> m_steps;
    Done m_done;
    std::optional<Core::Error> m_error;
};

} // namespace Service
