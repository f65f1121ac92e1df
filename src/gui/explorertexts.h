// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "explorer/catalogue.h"
#include "explorer/catalogueindex.h"
#include "explorer/requestcheck.h"
#include "text/errorsentences.h"

namespace Service {
struct ExplorerResult;
enum class ExplorerPhase;
} // namespace Service

//! What the explorer says. Plain text.
namespace Gui::ExplorerTexts {

//! The words of the catalogue in the language of the window.
[[nodiscard]] QString words(const Explorer::Words &words);
[[nodiscard]] QString editionName(Core::Edition edition);
//! "Only reads", "Begins something", …
[[nodiscard]] QString kindName(Explorer::ActionKind kind);
//! What the field is for, its range and what the service takes if it is left out.
[[nodiscard]] QString documentation(const Explorer::Field &field);
//! What stands in an empty editor.
[[nodiscard]] QString placeholder(const Explorer::Field &field);
//! What is wrong with a value, for the place beside its field. `field` may be null.
[[nodiscard]] QString problem(const Explorer::FieldFault &fault, const Explorer::Field *field);
//! The second line of a search result.
[[nodiscard]] QString hitKind(const Explorer::SearchHit &hit, const Explorer::Action *action);
//! A value on one line, cut where it is long.
[[nodiscard]] QString shortValue(const QJsonValue &value);

[[nodiscard]] QString phase(Service::ExplorerPhase phase, int attempt);
//! How a call ended.
[[nodiscard]] Text::ErrorText outcome(const QString &action, const Service::ExplorerResult &result);

} // namespace Gui::ExplorerTexts

namespace Gui {

//! The declaration behind a path such as "Configs[0].TaskType"; null if there is none.
[[nodiscard]] const Explorer::Field *fieldAt(const Explorer::Catalogue &catalogue,
                                             const QList<Explorer::Field> &fields, const QString &path);

} // namespace Gui
