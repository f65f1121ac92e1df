// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logleveldelegate.h"

#include "gui/icons.h"
#include "models/logmodel.h"

namespace Gui {

using namespace Qt::StringLiterals;

LogLevelDelegate::LogLevelDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_icons{icon(u"info"_s), icon(u"success"_s), icon(u"warning"_s), icon(u"error"_s)}
{
    static_assert(int(Core::LogLevel::Info) == 0 && int(Core::LogLevel::Success) == 1
                  && int(Core::LogLevel::Warning) == 2 && int(Core::LogLevel::Error) == 3);
}

void LogLevelDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto level = size_t(index.data(Models::LogModel::LevelRole).toInt());
    if (level >= m_icons.size())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = m_icons[level];
}

} // namespace Gui
