// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

class QDebug;

namespace Core {

//! A secret (SecretKey, token, UserSig, proxy password) in memory. Copies share one buffer, which is
//! overwritten when the last of them goes. It has no debug output and converts to nothing by itself: whoever
//! needs the bytes says so with bytes(), which is what a reviewer greps for.
class SecretText
{
public:
    SecretText() = default;
    //! Takes the text over; surrounding white space is part of it (trim before).
    [[nodiscard]] static SecretText fromUtf8(QByteArrayView utf8);
    [[nodiscard]] static SecretText fromString(const QString &text);

    [[nodiscard]] bool isEmpty() const;
    //! The UTF-8 bytes, valid as long as a copy of this SecretText lives.
    [[nodiscard]] QByteArrayView bytes() const;

    friend bool operator==(const SecretText &a, const SecretText &b) { return a.bytes() == b.bytes(); }
    friend QDebug operator<<(QDebug, const SecretText &) = delete;

private:
    class Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

} // namespace Core
