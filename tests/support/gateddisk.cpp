// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gateddisk.h"

#include <QVariant>

#include <utility>

using namespace Qt::StringLiterals;

namespace TestSupport {

GatedDisk::GatedDisk(Storage::Database &database)
    : m_database(database)
{
    close();
    m_gate->reached.acquire();
}

GatedDisk::~GatedDisk()
{
    m_gate->mayGoOn.release();
}

//! Queues the next gate.
void GatedDisk::close()
{
    m_gate = std::make_shared<Gate>();
    m_database.read<void>(
        [gate = m_gate](Storage::Connection &connection) -> Core::Result<void> {
            gate->changes = connection.value(u"SELECT total_changes()"_s).value_or(QVariant(0)).toLongLong();
            gate->reached.release();
            gate->mayGoOn.acquire();
            if (gate->work) {
                gate->work(connection);
            }
            return {};
        },
        &m_context, [](const Core::Result<void> &) {});
}

bool GatedDisk::settle()
{
    if (m_isStalled) {
        return false;
    }
    run({});
    const bool hasWritten = std::exchange(m_changes, m_gate->changes) != m_gate->changes;
    // A write that fails is answered and changes nothing.
    constexpr int answersInARow = 3;
    const bool mayHaveFailed = m_isBroken && m_settledInVain < answersInARow;
    const bool isNews = hasWritten || std::exchange(m_isAnswerExpected, false) || mayHaveFailed;
    m_settledInVain = hasWritten || m_settledInVain >= answersInARow ? 0 : m_settledInVain + 1;
    return isNews;
}

void GatedDisk::run(const std::function<void(Storage::Connection &)> &work)
{
    const std::shared_ptr<Gate> passed = m_gate;
    close();
    if (work) {
        // After all that is queued: at the gate just closed.
        passed->mayGoOn.release();
        m_gate->reached.acquire();
        const std::shared_ptr<Gate> worked = m_gate;
        close();
        worked->work = work;
        worked->mayGoOn.release();
        m_gate->reached.acquire();
        return;
    }
    passed->mayGoOn.release();
    m_gate->reached.acquire();
}

void GatedDisk::setBroken(bool isBroken)
{
    m_isBroken = isBroken;
    run([isBroken](Storage::Connection &connection) {
        std::ignore =
            connection.execute(isBroken ? u"PRAGMA query_only = ON"_s : u"PRAGMA query_only = OFF"_s);
    });
}

void GatedDisk::loseQueued()
{
    m_gate->work = [](Storage::Connection &connection) {
        std::ignore = connection.execute(u"PRAGMA query_only = ON"_s);
    };
}

} // namespace TestSupport
