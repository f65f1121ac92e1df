// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace Cli {

//! Ctrl-C, and the system's wish that the process ends, as a signal of the event loop. One at a time in a
//! process.
class Interruption : public QObject
{
    Q_OBJECT
public:
    //! Takes the signals over until it is destroyed.
    explicit Interruption(QObject *parent = nullptr);
    ~Interruption() override;

Q_SIGNALS:
    void interrupted();

private:
    class Watch;
    std::unique_ptr<Watch> m_watch;
};

} // namespace Cli
