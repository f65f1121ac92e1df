// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    std::array<QIcon, 4> m_icons; //!< by Core::LogLevel
};

} // namespace Gui
