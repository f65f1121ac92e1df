// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace App {

//! The process's standard output and error, unbuffered.
class StandardOutput
{
public:
    StandardOutput();

    [[nodiscard]] QIODevice &out() { return m_out; }
    [[nodiscard]] QIODevice &err() { return m_err; }
    [[nodiscard]] static bool isErrTerminal();

private:
    QFile m_out;
    QFile m_err;
};

} // namespace App
