// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logleveldelegate.h"

#include "gui/icons.h"
#include "models/logmodel.h"

#include <QPainter>
#include <QWidget>

namespace Gui {

using namespace Qt::StringLiterals;

LogLevelDelegate::LogLevelDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_plainIcons{icon(u"info"_s), icon(u"success"_s), icon(u"warning"_s), icon(u"error"_s)}
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
    tint(*option);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = m_icons[level];
}

void LogLevelDelegate::tint(const QStyleOptionViewItem &option) const
{
    const QColor colour = option.palette.color(QPalette::HighlightedText);
    const qreal ratio = option.widget != nullptr ? option.widget->devicePixelRatioF() : 1.0;
    if (m_tint == colour && qFuzzyCompare(m_ratio, ratio))
        return;
    m_tint = colour;
    m_ratio = ratio;
    for (size_t level = 0; level < m_icons.size(); ++level) {
        const QPixmap plain = m_plainIcons[level].pixmap(option.decorationSize, ratio);
        QPixmap selected = plain;
        QPainter painter(&selected);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(selected.rect(), colour);
        painter.end();
        m_icons[level] = QIcon(plain);
        m_icons[level].addPixmap(selected, QIcon::Selected);
    }
}

} // namespace Gui
