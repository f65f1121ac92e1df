// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"

#include <QObject>

namespace Cli {

//! One command under way. Life: start() once, then finished() exactly once, never before start() returned.
class Job : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    //! Ctrl-C: sends nothing more and ends within 2 s; asked for twice it ends at once.
    virtual void interrupt() = 0;

    static constexpr int endMs = 2000; //!< whatever became of what was sent
    static constexpr int graceMs = 1600; //!< to settle it; the rest is for the journal's last commits

Q_SIGNALS:
    void finished(int exitCode);
};

} // namespace Cli
