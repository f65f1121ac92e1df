// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QDateTime>
#include <QObject>

namespace Storage {
class Journal;
}

namespace Service {

//! Lets the journal forget what is older than the operator wants to keep, in small steps between which other
//! work has its turn. What is open is never forgotten. UI thread.
class Retention : public QObject
{
    Q_OBJECT
public:
    Retention(Storage::Journal &journal, const Core::Clock &clock, QObject *parent = nullptr);

    //! `days` from now back are kept; 0: everything. Nothing happens while an earlier call is being carried
    //! out.
    void start(int days);

Q_SIGNALS:
    void finished(int forgottenIntents);
    void failed(const Core::Error &error);

private:
    void step(qint64 after);

    Storage::Journal &m_journal;
    const Core::Clock &m_clock;
    QDateTime m_now; //!< when it began
    int m_days = 0;
    int m_forgotten = 0;
    bool m_isRunning = false;
};

} // namespace Service
