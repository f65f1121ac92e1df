// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/jsonline.h"

#include <QIODevice>

using namespace Qt::StringLiterals;

namespace Cli {

Output::Output(QIODevice &out, QIODevice &err, bool showsProgress)
    : m_out(out)
    , m_err(err)
    , m_showsProgress(showsProgress)
{
}

Output::~Output()
{
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
    write(m_out, text.toUtf8() + '\n');
}

void Output::note(const QString &text)
{
    progress({});
    write(m_err, text.toUtf8() + '\n');
}

void Output::progress(const QString &text)
{
    if (!m_showsProgress || (text.isEmpty() && !m_hasProgress)) {
        return;
    }
    // Back to the first column, and clear to the end of the line.
    write(m_err, "\r\x1b[K" + text.toUtf8());
    m_hasProgress = !text.isEmpty();
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
