// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logmodel.h"
#include "models/rowvectorproxy.h"
#include "models/searchwords.h"

namespace Models {

//! The log's lines of a level and above whose columns hold all words of a text, in the log's order.
class LogFilterModel final : public RowVectorProxy
{
    Q_OBJECT
public:
    explicit LogFilterModel(LogModel &source, QObject *parent = nullptr);

    void setMinimumLevel(Core::LogLevel level);
    void setText(const QString &text);
    [[nodiscard]] Core::LogLevel minimumLevel() const { return m_minimumLevel; }

    //! Null for an invalid index; valid until the next change of the model.
    [[nodiscard]] const Core::LogEntry *entryAt(const QModelIndex &proxyIndex) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    LogModel &m_source;
    Core::LogLevel m_minimumLevel = Core::LogLevel::Info;
    SearchWords m_words;
};

} // namespace Models
