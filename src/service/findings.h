// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/pastedtasks.h"

#include <QHash>

#include <utility>

namespace Service {

//! What stands beside a TaskId.
struct TaskContext
{
    std::optional<Core::SdkAppId> sdkAppId = {};
    qint64 roomId = 0;
    QString label = {};
    int line = 0;
};

//! Collects what is found in a text, in order, each task once.
class Findings
{
public:
    //! `taskId` as it stands in the text.
    void addTask(const QString &taskId, const TaskContext &context, const QString &source);
    void addProblem(PasteRefusal refusal, int line, const QString &source, const QString &detail = {});

    [[nodiscard]] bool isEmpty() const { return m_found.isEmpty(); }
    [[nodiscard]] const QList<PastedTask> &found() const { return m_found; }

private:
    using Identity = std::pair<qint64, QString>;

    QList<PastedTask> m_found;
    QHash<Identity, int> m_lines; //!< where each task stood first
};

//! Without what copying drags along: quotes around, zero-width characters, the apostrophe or ="…" that keeps
//! a spreadsheet from running or rounding a field.
[[nodiscard]] QString bareToken(const QString &token);
//! Digits with an exponent: what spreadsheets make of long numbers.
[[nodiscard]] bool isRoundedNumber(const QString &token);
//! A positive room number, else 0.
[[nodiscard]] qint64 roomOf(const QString &token);

} // namespace Service
