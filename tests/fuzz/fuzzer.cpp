// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls with one input after the other.
#include "fuzz/attack.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const Fuzz::Attack attack = Fuzz::onlyAttack();
    attack(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
