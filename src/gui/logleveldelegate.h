// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QStyledItemDelegate>

#include <array>

namespace Gui {

//! The level of a log line: an icon with an outline of its own beside the word.
class LogLevelDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit LogLevelDelegate(QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void tint(const QStyleOptionViewItem &option) const;

    std::array<QIcon, 4> m_plainIcons; //!< by Core::LogLevel
    //! The same, with one more for selected rows in the colour of their text; made for m_tint at m_ratio.
    mutable std::array<QIcon, 4> m_icons;
    mutable QColor m_tint;
    mutable qreal m_ratio = 0;
};

} // namespace Gui
