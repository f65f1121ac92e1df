// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

class QSocketNotifier;

namespace Cli {

//! What a command has to do with a terminal.
struct Terminal
{
    bool canAsk = false; //!< standard input and standard error are terminals: a question can be answered
    bool isOutput = false; //!< standard output is one: what was printed can be printed over
};

//! Of this process.
[[nodiscard]] Terminal terminalOfProcess();
//! Lines that fit on the terminal of standard output; 24 where it does not say.
[[nodiscard]] int terminalRows();

//! Waits for a line on standard input, without blocking. answered() comes once; an end of the input is a no.
class YesOrNo : public QObject
{
    Q_OBJECT
public:
    explicit YesOrNo(QObject *parent = nullptr);
    ~YesOrNo() override;

Q_SIGNALS:
    void answered(bool isYes);

private:
    void read();
    void conclude();

    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_line;
};

} // namespace Cli
