// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonValue>
#include <QList>
#include <QObject>
#include <QSaveFile>
#include <QStringList>

#include <functional>
#include <memory>

namespace Text {
class RecordWriter;
}

namespace Gui {

//! Writes records into a file, batch by batch, while the window goes on answering and memory holds one batch.
//! The file appears whole at the end, or not at all. CSV, or JSON if its name ends so.
class RecordExport : public QObject
{
    Q_OBJECT
public:
    using Batch = QList<QList<QJsonValue>>;
    using Take = std::function<void(Core::Result<Batch>)>;
    //! Gives the next records to `take`, once, at once or later; an empty batch is the end. What comes after
    //! `context` died is dropped.
    using Source = std::function<void(QObject *context, Take take)>;

    RecordExport(const QString &path, const QStringList &names, Source source, QObject *parent);
    ~RecordExport() override;

    void start();

Q_SIGNALS:
    //! Once. The number of records, or why there is no file.
    void finished(const Core::Result<qint64> &count);

private:
    void askForMore();
    void take(const Core::Result<Batch> &batch);
    void finish();
    void fail(const Core::Error &error);

    QSaveFile m_file;
    const QStringList m_names;
    const Source m_source;
    std::unique_ptr<Text::RecordWriter> m_writer;
    qint64 m_count = 0;
};

} // namespace Gui
