// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/database.h"

#include <QObject>
#include <QSemaphore>

#include <functional>
#include <memory>

namespace TestSupport {

//! Holds the thread of an open database still, but where settle() lets it go on: so what is on the disk when
//! is the test's to say, and the same each time. Real SQLite, real files.
class GatedDisk
{
public:
    explicit GatedDisk(Storage::Database &database);
    //! Lets the thread go.
    ~GatedDisk();
    Q_DISABLE_COPY_MOVE(GatedDisk)

    //! Carries out what was queued before this call. True if something was written, or may have been
    //! answered.
    bool settle();
    //! Something that only reads was asked for: the next settle() brings an answer.
    void expectAnswer() { m_isAnswerExpected = true; }
    //! Nothing is carried out before resume().
    void stall() { m_isStalled = true; }
    void resume() { m_isStalled = false; }
    [[nodiscard]] bool isStalled() const { return m_isStalled; }
    //! Every write fails from here on, or works again.
    void setBroken(bool isBroken);
    //! Does something in the thread, after all that was queued, and waits for it.
    void run(const std::function<void(Storage::Connection &)> &work);
    //! The power fails: what is queued never reaches the disk.
    void loseQueued();

private:
    struct Gate
    {
        QSemaphore reached;
        QSemaphore mayGoOn;
        std::function<void(Storage::Connection &)> work; //!< done when it may go on
        qint64 changes = 0; //!< rows of this connection, when it was reached
    };

    void close();

    Storage::Database &m_database;
    QObject m_context;
    std::shared_ptr<Gate> m_gate; //!< at which the thread stands
    qint64 m_changes = 0;
    int m_settledInVain = 0;
    bool m_isAnswerExpected = false;
    bool m_isStalled = false;
    bool m_isBroken = false;
};

} // namespace TestSupport
