// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "text/errorsentences.h"

#include <QList>

#include <optional>

namespace Gui {

//! One line of the details pane.
struct DetailField
{
    QString objectName; //!< of the value's widget
    QString name; //!< translated
    QString value; //!< plain text; empty: the line is left out
    bool isId = false; //!< gets a button that copies it
};

//! All lines, always in the same number and order, also those without a value. `now` is UTC.
[[nodiscard]] QList<DetailField> detailFields(const Core::PushTask &task, const QString &accountName,
                                              const QDateTime &now);

//! What is wrong with a task, or with our last Stop of it.
struct TaskProblem
{
    Text::ErrorText text;
    QString serviceMessage; //!< in the service's words; plain text, may be empty
};
[[nodiscard]] std::optional<TaskProblem> problemOf(const Core::PushTask &task);

} // namespace Gui
