// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tableplace.h"

#include "models/taskfiltermodel.h"
#include "service/taskbook.h"

#include <QTableView>

#include <algorithm>
#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

QJsonObject keyToJson(const Core::PushTask *task)
{
    if (task == nullptr)
        return {};
    return {{u"account"_s, task->key.accountId},
            {u"sdkAppId"_s, task->key.sdkAppId.value},
            {u"taskId"_s, task->key.taskId.toString()}};
}

Core::TaskKey keyFromJson(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {object.value("account"_L1).toString(), Core::SdkAppId{object.value("sdkAppId"_L1).toInteger()},
            Core::TaskId::parse(object.value("taskId"_L1).toString()).value_or(Core::TaskId())};
}

} // namespace

TablePlace::TablePlace(QTableView &view, const Models::TaskFilterModel &model, const Service::TaskBook &book,
                       QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
    , m_book(book)
{
    connect(&book, &Service::TaskBook::loaded, this, &TablePlace::findAgain);
    // Later, when the table shows what the book says.
    connect(&book, &Service::TaskBook::tasksChanged, this, &TablePlace::findRunning, Qt::QueuedConnection);
}

QJsonObject TablePlace::toJson() const
{
    if (!m_wanted.isEmpty())
        return m_wanted;
    const QModelIndex current = m_view.currentIndex();
    const bool isSelected = current.isValid() && m_view.selectionModel()->isRowSelected(current.row());
    return {{u"current"_s, keyToJson(isSelected ? m_model.taskAt(current) : nullptr)},
            {u"top"_s, keyToJson(m_model.taskAt(m_view.indexAt(QPoint(0, 0))))}};
}

void TablePlace::findAgain()
{
    const QJsonObject wanted = std::exchange(m_wanted, {});
    if (m_view.selectionModel()->hasSelection())
        return;
    const QModelIndex current = m_model.indexOf(keyFromJson(wanted.value("current"_L1)));
    if (current.isValid())
        m_view.selectRow(current.row());
    const QModelIndex top = m_model.indexOf(keyFromJson(wanted.value("top"_L1)));
    if (top.isValid())
        m_view.scrollTo(top, QAbstractItemView::PositionAtTop);
}

void TablePlace::selectFirstRunning()
{
    m_isRunningWanted = true;
    findRunning();
}

void TablePlace::findRunning()
{
    if (!m_isRunningWanted)
        return;
    const bool isSelected = m_view.selectionModel()->hasSelection();
    const auto isHeardOf = [](const Core::PushTask &task) { return task.refreshedAt.isValid(); };
    if (!isSelected && (m_book.size() == 0 || !std::ranges::all_of(m_book.byKey(), isHeardOf)))
        return;
    m_isRunningWanted = false;
    for (int row = 0; !isSelected && row < m_model.rowCount(); ++row) {
        if (m_model.taskAt(m_model.index(row, 0))->isRunning()) {
            m_view.selectRow(row);
            return;
        }
    }
}

} // namespace Gui
