// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrettext.h"

#include <QByteArray>
#include <QString>

namespace Core {

//! A secret as a QString, for functions of Qt that take nothing else. Overwritten at the end of its scope,
//! unless somebody shares the characters by then: keep no copy of text().
class SecretString
{
public:
    explicit SecretString(const SecretText &secret);
    //! Takes over what a parser gave.
    explicit SecretString(QString &&text);
    ~SecretString();
    Q_DISABLE_COPY_MOVE(SecretString)

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] SecretText secret() const { return SecretText::fromString(m_text); }
    friend QDebug operator<<(QDebug, const SecretString &) = delete;

private:
    QString m_text;
};

//! Overwrites every byte with 0, unless somebody shares them.
void wipe(QByteArray &bytes);
//! The same for characters.
void wipe(QString &text);

} // namespace Core
