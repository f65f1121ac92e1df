// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/attack.h"

#include <QMap>

#include <cstdio>
#include <cstdlib>

namespace Fuzz {

namespace {

//! Filled before main() begins, so it is made by whoever comes first.
[[nodiscard]] QMap<QByteArray, Attack> &attacks()
{
    static QMap<QByteArray, Attack> all;
    return all;
}

} // namespace

Registration::Registration(const char *name, Attack attack)
{
    attacks().insert(name, attack);
}

Attack attackNamed(QByteArrayView name)
{
    return attacks().value(name.toByteArray(), nullptr);
}

Attack onlyAttack()
{
    require(attacks().size() == 1, "one attack a fuzzer");
    return attacks().first();
}

void require(bool holds, const char *promise)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", promise);
        std::abort();
    }
}

QByteArray take(QByteArrayView &input, qsizetype size)
{
    const QByteArrayView taken = input.first(qMin(size, input.size()));
    input = input.sliced(taken.size());
    return taken.toByteArray();
}

int choose(QByteArrayView &input, int count)
{
    const QByteArray byte = take(input, 1);
    return byte.isEmpty() ? 0 : static_cast<unsigned char>(byte.front()) % count;
}

} // namespace Fuzz
