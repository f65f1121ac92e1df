// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/retention.h"

#include "storage/journal.h"

namespace Service {

Retention::Retention(Storage::Journal &journal, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_clock(clock)
{
}

void Retention::start(int days)
{
    if (days <= 0 || m_isRunning) {
        return;
    }
    m_isRunning = true;
    m_forgotten = 0;
    m_now = m_clock.nowUtc();
    m_days = days;
    step(0);
}

void Retention::step(qint64 after)
{
    m_journal.forget(m_now, m_days, after, this, [this](const Core::Result<Storage::ForgetStep> &done) {
        if (!done) {
            m_isRunning = false;
            Q_EMIT failed(done.error());
            return;
        }
        m_forgotten += done->forgotten;
        if (done->lastIntentId > 0) {
            step(done->lastIntentId);
            return;
        }
        m_isRunning = false;
        Q_EMIT finished(m_forgotten);
    });
}

} // namespace Service
