// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pasteedit.h"

#include "gui/taskdrop.h"

#include <QMimeData>

namespace Gui {

bool PasteEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return mayOfferTasks(source);
}

void PasteEdit::insertFromMimeData(const QMimeData *source)
{
    const OfferedTasks tasks = m_takesFiles ? offeredTasks(source) : OfferedTasks{{}, source->text()};
    if (!tasks.files.isEmpty() || tasks.text.size() > longestText)
        Q_EMIT offered(tasks);
    else if (!tasks.text.isEmpty())
        insertPlainText(tasks.text);
}

} // namespace Gui
