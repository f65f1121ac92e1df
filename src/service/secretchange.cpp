// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/secretchange.h"

#include "secrets/secretstore.h"

#include <QTimer>

#include <utility>

namespace Service {

void storeSecret(Secrets::SecretStore &secrets, const SecretEntry &entry, QObject *context,
                 std::function<void(Core::Result<void>)> done)
{
    if (entry.secret.isEmpty()) {
        secrets.remove(entry.name, context, std::move(done));
    } else {
        secrets.write(entry.name, entry.secret, context, std::move(done));
    }
}

SecretChange::SecretChange(Secrets::SecretStore &secrets, const QList<SecretEntry> &entries, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
{
    for (const SecretEntry &entry : entries) {
        m_steps.append({entry, false, {}});
    }
}

void SecretChange::start(Done done)
{
    m_done = std::move(done);
    QTimer::singleShot(0, this, [this] { read(0); });
}

void SecretChange::read(qsizetype index)
{
    if (index == m_steps.size()) {
        write(0);
        return;
    }
    m_secrets.read(m_steps.at(index).entry.name, this,
                   [this, index](const Core::Result<std::optional<Core::SecretText>> &kept) {
                       // One that refuses to read may unlock itself for a write; from one that is silent
                       // nobody would learn what became of it.
                       if (!kept && kept.error().kind == Core::ErrorKind::KeyringTimeout) {
                           end(Core::failure(kept.error()));
                           return;
                       }
                       Step &step = m_steps[index];
                       step.isKnown = kept.has_value();
                       step.before = kept ? kept->value_or(Core::SecretText()) : Core::SecretText();
                       read(index + 1);
                   });
}

void SecretChange::write(qsizetype index)
{
    if (index == m_steps.size()) {
        end({});
        return;
    }
    storeSecret(m_secrets, m_steps.at(index).entry, this, [this, index](const Core::Result<void> &stored) {
        if (stored) {
            write(index + 1);
            return;
        }
        m_error = stored.error();
        if (m_error->kind == Core::ErrorKind::KeyringTimeout) {
            lookAfter(index);
        } else {
            undo(index);
        }
    });
}

void SecretChange::lookAfter(qsizetype index)
{
    m_secrets.read(m_steps.at(index).entry.name, this,
                   [this, index](const Core::Result<std::optional<Core::SecretText>> &kept) {
                       const Step &step = m_steps.at(index);
                       if (kept && kept->value_or(Core::SecretText()) == step.entry.secret) {
                           write(index + 1);
                       } else {
                           // Behind the one that may still come: a keyring takes them in their order.
                           undo(step.isKnown ? index + 1 : index);
                       }
                   });
}

void SecretChange::undo(qsizetype count)
{
    if (count == 0) {
        end(Core::failure(*m_error));
        return;
    }
    const Step &step = m_steps.at(count - 1);
    // Where nobody knows what it was, none is better than one that does not go with the rest.
    storeSecret(m_secrets, {step.entry.name, step.before}, this,
                [this, count](const Core::Result<void> &) { undo(count - 1); });
}

void SecretChange::end(const Core::Result<void> &result)
{
    deleteLater();
    const Done done = std::exchange(m_done, nullptr);
    done(result);
}

} // namespace Service
