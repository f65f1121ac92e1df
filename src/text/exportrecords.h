// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "core/pushtask.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

//! What RecordWriter is given of tasks and requests. Names as in --json.
namespace Text {

[[nodiscard]] QStringList taskRecordNames();
//! `profile` is the account's name.
[[nodiscard]] QList<QJsonValue> taskRecord(const Core::PushTask &task, const QString &profile);

[[nodiscard]] QStringList requestRecordNames();
[[nodiscard]] QList<QJsonValue> requestRecord(const Core::HistoryEntry &entry);

} // namespace Text
