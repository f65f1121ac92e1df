// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/recordexport.h"

#include "core/savedfile.h"
#include "text/recordwriter.h"

#include <QTimer>

#include <utility>

namespace Gui {

RecordExport::RecordExport(const QString &path, const QStringList &names, Source source, QObject *parent)
    : QObject(parent)
    , m_file(path)
    , m_names(names)
    , m_source(std::move(source))
{
}

RecordExport::~RecordExport() = default;

void RecordExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        // Not before the caller could connect to it.
        QTimer::singleShot(0, this,
                           [this] { fail(Core::Error::of(Core::ErrorKind::Storage, m_file.errorString())); });
        return;
    }
    m_writer = std::make_unique<Text::RecordWriter>(m_file, Text::recordFormatOf(m_file.fileName()), m_names);
    askForMore();
}

void RecordExport::askForMore()
{
    // By a timer, so that what the operator does meanwhile comes between two batches.
    QTimer::singleShot(0, this,
                       [this] { m_source(this, [this](const Core::Result<Batch> &batch) { take(batch); }); });
}

void RecordExport::take(const Core::Result<Batch> &batch)
{
    if (!batch) {
        fail(batch.error());
        return;
    }
    for (const QList<QJsonValue> &record : *batch)
        m_writer->write(record);
    m_count += batch->size();
    if (batch->isEmpty())
        finish();
    else
        askForMore();
}

void RecordExport::finish()
{
    const Core::Result<void> written = m_writer->finish();
    if (!written)
        fail(written.error());
    else if (!Core::isCommitted(m_file))
        fail(Core::Error::of(Core::ErrorKind::Storage, m_file.errorString()));
    else
        Q_EMIT finished(m_count);
}

void RecordExport::fail(const Core::Error &error)
{
    m_file.cancelWriting();
    Q_EMIT finished(Core::failure(error));
}

} // namespace Gui
