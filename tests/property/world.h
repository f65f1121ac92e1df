// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/memoryslotledger.h"
#include "property/script.h"
#include "property/truth.h"
#include "support/virtualtime.h"

#include <QTemporaryDir>

#include <memory>

namespace TestSupport {
class VirtualProgram;
}

namespace Property {

//! What a run came to, and what it did.
struct Report
{
    QString violation; //!< empty: all is well
    qint64 requests = 0;
    int programs = 0; //!< runs of the program, one after the other on one directory
    qint64 virtualMs = 0;
};

//! The machine, the network and the service around a program that is started, killed and started again on
//! one directory. Everything in it is the product's own but the time, the sockets and the moments at which
//! the disk works.
class World
{
public:
    //! `emptyDatabase` is copied; opening it anew for every run would take most of the time.
    World(TestSupport::VirtualTime &time, const QString &emptyDatabase, const Script &script);
    ~World();

    [[nodiscard]] Report run();

    //! Makes an empty database for the constructor.
    [[nodiscard]] static QString makeDatabase(TestSupport::VirtualTime &time, const QString &directory);

private:
    void apply(const Step &step);
    void letAMomentPass();
    void stopTasks(const Step &step);
    void startTask(const Step &step);
    void startProgram();
    void trackTasks();
    void endProgram();
    void quit(bool asksForMore);
    void finishWell();
    void readJournal();
    void setToken();
    [[nodiscard]] Core::TaskKey keyOf(const QString &name) const;

    TestSupport::VirtualTime &m_time;
    const Script m_script;
    const qint64 m_startedAt;
    QTemporaryDir m_directory;
    TestSupport::VirtualClock m_clock; //!< the machine's
    TestSupport::VirtualClock m_serviceClock;
    Simulator::Endpoint m_service;
    TestSupport::SimulatedNetwork m_network;
    Truth m_truth;
    Api::MemorySlotLedger m_ledger; //!< as the file: it outlives the program
    std::unique_ptr<TestSupport::VirtualProgram> m_program;
    QStringList m_rows; //!< of the journal, as the run before left them
    QList<KeptIntent> m_journal;
    int m_programs = 0;
    int m_tokens = 0; //!< issued so far
    int m_tokensKnown = 0; //!< the last one that the operator has saved
    int m_starts = 0;
};

} // namespace Property
