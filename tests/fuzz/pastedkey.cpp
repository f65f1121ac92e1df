// SPDX-License-Identifier: GPL-3.0-or-later
// A key from the clipboard. The first byte says which of the three it is pasted as.
#include "config/pastedkey.h"
#include "core/secrettext.h"
#include "fuzz/attack.h"

namespace {

template <typename Text> [[nodiscard]] QByteArray bytesOf(const Text &text)
{
    if constexpr (std::is_same_v<Text, QString>) {
        return text.toUtf8();
    } else {
        return text.bytes().toByteArray();
    }
}

template <typename Text>
void check(const Core::Result<Text> &pasted, qsizetype shortest, qsizetype longest, const QString &input)
{
    if (!pasted) {
        constexpr qsizetype distinctive = 12;
        const QString &reason = pasted.error().detail;
        Fuzz::require(!reason.isEmpty(), "what is refused has a reason");
        Fuzz::require(input.trimmed().size() < distinctive || !reason.contains(input.trimmed()),
                      "no reason repeats what was pasted");
        return;
    }
    const QByteArray bytes = bytesOf(*pasted);
    Fuzz::require(bytes.size() >= shortest && bytes.size() <= longest, "a key has its length");
    for (const char byte : bytes) {
        Fuzz::require(byte > ' ' && byte <= '~', "a key is printable");
    }
}

void attack(const QByteArray &input)
{
    QByteArrayView rest = input;
    const int kind = Fuzz::choose(rest, 3);
    const QString text = QString::fromUtf8(rest);
    switch (kind) {
    case 0:
        check(Config::pastedSecretId(text), 1, 128, text);
        return;
    case 1:
        check(Config::pastedSecretKey(text), 1, 256, text);
        return;
    default:
        check(Config::pastedToken(text), 0, 8'192, text);
    }
}

const Fuzz::Registration registration("pastedkey", attack);

} // namespace
