// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Gui {

struct OfferedTasks;

//! A field for a text of moderate length. A text that would take long to lay out, and files where they are
//! wanted, are handed on instead of being inserted.
class PasteEdit : public QPlainTextEdit
{
    Q_OBJECT
    //! Otherwise a file is its address, as in any field.
    Q_PROPERTY(bool takesFiles MEMBER m_takesFiles)
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

private:
    bool m_takesFiles = false;
};

} // namespace Gui
