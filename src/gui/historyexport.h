// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/historysource.h"

#include <QObject>

#include <memory>

namespace Service {
class History;
}

namespace Gui {

//! Writes the requests that a query finds into a file, as CSV or JSON: page by page in the thread that reads
//! them, so that neither the window waits nor the memory grows. The file appears when it is whole.
class HistoryExport : public QObject
{
    Q_OBJECT
public:
    //! Json for a path that ends in .json, otherwise CSV.
    HistoryExport(Service::History &history, const Core::HistoryQuery &query, const QString &path,
                  QObject *parent = nullptr);
    ~HistoryExport() override;

    void start();
    //! The file is not made; canceled() follows.
    void cancel();

Q_SIGNALS:
    void progressed(qint64 requests);
    // One of these ends it.
    void finished(qint64 requests);
    void canceled();
    void failed(const Core::Error &error);

private:
    class Target;

    void next();

    Service::History &m_history;
    Core::HistoryQuery m_query;
    std::shared_ptr<Target> m_target; //!< used by the reading thread alone
    qint64 m_written = 0;
    bool m_isCanceled = false;
};

} // namespace Gui
