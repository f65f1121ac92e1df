// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Gui {

struct OfferedTasks;

//! A field for a text of moderate length. Files, and texts that would take long to lay out, are handed on
//! instead of being inserted.
class PasteEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;

    //! In characters.
    static constexpr qsizetype longestText = 64 * 1024;

Q_SIGNALS:
    //! Files, or a text longer than longestText, were pasted or dropped here.
    void offered(const Gui::OfferedTasks &tasks);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace Gui
