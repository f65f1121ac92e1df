// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/historyexport.h"

#include "core/savedfile.h"
#include "service/history.h"
#include "text/exportrecords.h"
#include "text/recordwriter.h"

#include <optional>
#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int requestsAtOnce = 1000; // between two of these a page for the view has its turn

} // namespace

class HistoryExport::Target
{
public:
    explicit Target(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] Core::Result<void> take(const QList<Core::HistoryEntry> &entries)
    {
        if (!m_writer) {
            m_file.emplace(m_path);
            if (!m_file->open(QIODevice::WriteOnly))
                return failure();
            m_writer.emplace(*m_file, Text::recordFormatOf(m_path), Text::requestRecordNames());
        }
        for (const Core::HistoryEntry &entry : entries)
            m_writer->write(Text::requestRecord(entry));
        if (entries.size() == requestsAtOnce)
            return {};
        const Core::Result<void> written = m_writer->finish();
        if (!written)
            return written;
        return Core::isCommitted(*m_file) ? Core::Result<void>() : failure();
    }

    //! What is not committed is not left behind.
    void drop()
    {
        m_writer.reset();
        m_file.reset();
    }

private:
    [[nodiscard]] Core::Result<void> failure() const
    {
        return Core::failure(Core::Error::of(Core::ErrorKind::Storage, m_file->errorString()));
    }

    QString m_path;
    std::optional<QSaveFile> m_file;
    std::optional<Text::RecordWriter> m_writer;
};

HistoryExport::HistoryExport(Service::History &history, const Core::HistoryQuery &query, const QString &path,
                             QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_query(query)
    , m_target(std::make_shared<Target>(path))
{
    m_query.beforeEventId = 0;
    m_query.limit = requestsAtOnce;
}

HistoryExport::~HistoryExport() = default;

void HistoryExport::start()
{
    next();
}

void HistoryExport::cancel()
{
    m_isCanceled = true;
}

void HistoryExport::next()
{
    m_history.visit(
        m_query,
        [target = m_target, isCanceled = m_isCanceled](const QList<Core::HistoryEntry> &entries) {
            const Core::Result<void> taken = isCanceled ? Core::Result<void>() : target->take(entries);
            if (isCanceled || !taken || entries.size() < requestsAtOnce)
                target->drop();
            return taken;
        },
        this,
        [this, wasCanceled = m_isCanceled](const Core::Result<Core::HistoryStep> &step) {
            if (!step) {
                Q_EMIT failed(step.error());
                return;
            }
            if (wasCanceled) {
                Q_EMIT canceled();
                return;
            }
            m_written += step->count;
            Q_EMIT progressed(m_written);
            if (step->count < requestsAtOnce) {
                Q_EMIT finished(m_written);
                return;
            }
            m_query.beforeEventId = step->lastEventId;
            m_query.limit = m_isCanceled ? 0 : requestsAtOnce;
            next();
        });
}

} // namespace Gui
