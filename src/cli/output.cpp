// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/jsonline.h"
#include "core/plaintext.h"

#include <QCoreApplication>
#include <QIODevice>

#include <utility>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! What does not fit.
class OutputText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::OutputText)
};

//! What a terminal shows and does not obey, whoever wrote it.
[[nodiscard]] QByteArray shown(const QString &text)
{
    return Core::plainText(text, text.size()).toUtf8();
}

} // namespace

Output::Output(QIODevice &out, QIODevice &err, bool showsProgress)
    : m_out(out)
    , m_err(err)
    , m_showsProgress(showsProgress)
{
}

Output::~Output()
{
    closeScreen();
    progress({});
}

void Output::object(const JsonLine &object)
{
    progress({});
    write(m_out, object.toUtf8() + '\n');
}

void Output::line(const QString &text)
{
    progress({});
    write(m_out, shown(text) + '\n');
}

void Output::note(const QString &text)
{
    progress({});
    write(m_err, shown(text) + '\n');
}

void Output::progress(const QString &text)
{
    if (!m_showsProgress || (text.isEmpty() && !m_hasProgress)) {
        return;
    }
    // Back to the first column, and clear to the end of the line.
    write(m_err, "\r\x1b[K" + shown(text));
    m_hasProgress = !text.isEmpty();
}

void Output::prompt(const QString &text)
{
    progress({});
    write(m_err, shown(text));
}

void Output::openScreen()
{
    write(m_out, "\x1b[?1049h");
    m_hasScreen = true;
}

void Output::drawScreen(const QStringList &lines, int rows)
{
    if (!m_hasScreen) {
        return;
    }
    const bool fits = lines.size() <= rows;
    const qsizetype count = fits ? lines.size() : rows - 1;
    // To the first place; each line is cleared behind its text, and all below the last one.
    QByteArray screen = "\x1b[H";
    for (qsizetype i = 0; i < count; ++i) {
        screen += shown(lines.at(i)) + "\x1b[K" + (i + 1 < count || !fits ? "\r\n" : "");
    }
    if (!fits) {
        screen += OutputText::tr("… and %n more", nullptr, static_cast<int>(lines.size() - count)).toUtf8()
            + "\x1b[K";
    }
    write(m_out, screen + "\x1b[J");
}

void Output::closeScreen()
{
    if (std::exchange(m_hasScreen, false)) {
        write(m_out, "\x1b[?1049l");
    }
}

void Output::write(QIODevice &device, const QByteArray &utf8)
{
    // A reader that went away (a closed pipe) must not end a Stop that is under way: what is written is lost,
    // what is done goes on into the journal.
    qsizetype done = 0;
    while (done < utf8.size()) {
        const qint64 count = device.write(utf8.constData() + done, utf8.size() - done);
        if (count <= 0) {
            return;
        }
        done += count;
    }
}

} // namespace Cli
