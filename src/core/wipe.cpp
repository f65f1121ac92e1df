// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wipe.h"

#include <utility>

namespace Core {

namespace {

template <typename Text> void overwrite(Text &text)
{
    if (text.isEmpty() || !text.isDetached()) {
        return;
    }
    // Through volatile, so that the compiler keeps the writes to memory that nobody reads again.
    volatile auto *const bytes = reinterpret_cast<volatile char *>(text.data());
    const auto size = static_cast<std::size_t>(text.size()) * sizeof(*text.constData());
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = 0;
    }
}

} // namespace

SecretString::SecretString(const SecretText &secret)
    : m_text(QString::fromUtf8(secret.bytes()))
{
}

SecretString::SecretString(QString &&text)
    : m_text(std::move(text))
{
}

SecretString::~SecretString()
{
    wipe(m_text);
}

void wipe(QByteArray &bytes)
{
    overwrite(bytes);
}

void wipe(QString &text)
{
    overwrite(text);
}

} // namespace Core
