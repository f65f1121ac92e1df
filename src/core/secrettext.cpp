// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrettext.h"

#include <QByteArray>

#include <vector>

namespace Core {

class SecretText::Buffer
{
public:
    explicit Buffer(QByteArrayView bytes)
        : m_bytes(bytes.begin(), bytes.end())
    {
    }
    ~Buffer()
    {
        // Through volatile, so that the compiler keeps the writes to memory that nobody reads again.
        volatile char *byte = m_bytes.data();
        for (std::size_t i = 0; i < m_bytes.size(); ++i) {
            byte[i] = 0;
        }
    }
    Q_DISABLE_COPY_MOVE(Buffer)

    [[nodiscard]] QByteArrayView view() const
    {
        return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())};
    }

private:
    std::vector<char> m_bytes;
};

SecretText SecretText::fromUtf8(QByteArrayView utf8)
{
    SecretText secret;
    if (!utf8.isEmpty()) {
        secret.m_buffer = std::make_shared<const Buffer>(utf8);
    }
    return secret;
}

SecretText SecretText::fromString(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    SecretText secret = fromUtf8(utf8);
    utf8.fill('\0');
    return secret;
}

bool SecretText::isEmpty() const
{
    return !m_buffer;
}

QByteArrayView SecretText::bytes() const
{
    return m_buffer ? m_buffer->view() : QByteArrayView();
}

} // namespace Core
