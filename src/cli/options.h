// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QCommandLineOption>
#include <QList>

namespace Cli {

//! One option of the command line.
struct Option
{
    QString name; //!< without dashes
    QString valueName; //!< empty: a switch
    QString description;
    QList<Verb> verbs;
    bool isRepeatable = false;

    [[nodiscard]] bool takesValue() const { return !valueName.isEmpty(); }
    [[nodiscard]] bool isOf(Verb verb) const { return verbs.contains(verb); }
    [[nodiscard]] QCommandLineOption toQt() const;
};

//! All options there are, in the order in which help lists them; texts in the language of now.
[[nodiscard]] QList<Option> options();

} // namespace Cli
