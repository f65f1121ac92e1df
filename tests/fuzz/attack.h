// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

//! Attacks on what reads from outside: each is given any bytes and says what must hold for them.
namespace Fuzz {

using Attack = void (*)(const QByteArray &input);

//! Makes an attack known under the name of its file; one static of it per attack.
class Registration
{
public:
    Registration(const char *name, Attack attack);
};

//! The attack of that name; null if there is none.
[[nodiscard]] Attack attackNamed(QByteArrayView name);
//! For a program with one attack.
[[nodiscard]] Attack onlyAttack();

//! What must hold. Otherwise says what did not and ends the program, so that the input is kept.
void require(bool holds, const char *promise);

//! `size` bytes from the front of `input`, fewer if there are no more; they are taken out of it.
[[nodiscard]] QByteArray take(QByteArrayView &input, qsizetype size);
//! The next byte as a choice out of `count`, 0 at the end.
[[nodiscard]] int choose(QByteArrayView &input, int count);

} // namespace Fuzz
