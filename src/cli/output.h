// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

class QIODevice;

namespace Cli {

class JsonLine;

//! Where a command writes. Every line is flushed, so that whoever reads along sees it at once. Whatever a
//! text holds, a terminal does not obey it: see Core::plainText().
class Output
{
public:
    //! Both devices are open for writing, unbuffered, and outlive this object. `showsProgress`: the second
    //! one is a terminal.
    Output(QIODevice &out, QIODevice &err, bool showsProgress);
    ~Output();
    Q_DISABLE_COPY_MOVE(Output)

    void object(const JsonLine &object);
    void line(const QString &text);
    //! A line on the second device, whether or not it is a terminal.
    void note(const QString &text);
    //! Replaces the progress line of a terminal; nothing elsewhere. Empty text takes it away.
    void progress(const QString &text);
    //! A question on the second device, without a line end.
    void prompt(const QString &text);

    //! For a terminal as the first device: a screen of its own until closeScreen(), drawn over each time.
    //! Lines that do not fit into `rows` are told of by the last one.
    void openScreen();
    void drawScreen(const QStringList &lines, int rows);
    void closeScreen();

private:
    void write(QIODevice &device, const QByteArray &utf8);

    QIODevice &m_out;
    QIODevice &m_err;
    bool m_showsProgress;
    bool m_hasProgress = false;
    bool m_hasScreen = false;
};

} // namespace Cli
