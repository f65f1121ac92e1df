// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/memorysecretstore.h"
#include "secrets/secretstore.h"

#include <QList>

#include <functional>
#include <optional>
#include <utility>

namespace TestSupport {

//! A keyring that can be told to fail.
class MoodyKeyring : public Secrets::SecretStore
{
public:
    std::optional<Core::ErrorKind> mood;
    bool canRead = false; //!< in that mood
    QString failingEntry; //!< the end of its name; empty: all
    //! In that mood a change is made all the same: at once, or with goOn().
    enum class Late { Never, AtOnce, Afterwards } late = Late::Never;
    Secrets::MemorySecretStore memory;

    void read(const QString &key, QObject *context, ReadCallback done) override
    {
        if (mood && !canRead) {
            report(context, [error = Core::Error::of(*mood), done] { done(Core::failure(error)); });
        } else {
            memory.read(key, context, done);
        }
    }
    void write(const QString &key, const Core::SecretText &secret, QObject *context,
               DoneCallback done) override
    {
        change(
            key, [this, key, secret] { memory.write(key, secret, this, [](const auto &) {}); }, context,
            std::move(done));
    }
    void remove(const QString &key, QObject *context, DoneCallback done) override
    {
        change(
            key, [this, key] { memory.remove(key, this, [](const auto &) {}); }, context, std::move(done));
    }

    //! Makes the changes that are still to come, in their order.
    void goOn()
    {
        const QList<std::function<void()>> all = std::exchange(m_later, {});
        for (const auto &make : all) {
            make();
        }
    }

private:
    void change(const QString &key, const std::function<void()> &make, QObject *context, DoneCallback done)
    {
        const bool isFailing = mood && key.endsWith(failingEntry);
        if (!isFailing || late == Late::AtOnce) {
            make();
        } else if (late == Late::Afterwards) {
            m_later.append(make);
        }
        const Core::Result<void> result =
            isFailing ? Core::Result<void>(Core::failure(Core::Error::of(*mood))) : Core::Result<void>();
        report(context, [result, done = std::move(done)] { done(result); });
    }
    static void report(QObject *context, const std::function<void()> &answer)
    {
        QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
    }

    QList<std::function<void()>> m_later;
};

} // namespace TestSupport
