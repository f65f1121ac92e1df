// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pastepreview.h"

#include <QAbstractTableModel>

namespace Gui {

//! The lines of a preview, all of them or those that were not taken.
class PastePreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { LineColumn, TaskColumn, ApplicationColumn, LabelColumn, ResultColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role { VerdictRole = Qt::UserRole }; //!< PastedLine::Verdict as int

    using QAbstractTableModel::QAbstractTableModel;

    //! Another text, or another account: everything is new.
    void setLines(const QList<Service::PastedTask> &pieces, const QList<PastedLine> &lines);
    void setOnlyRefused(bool isOnly);
    [[nodiscard]] const QList<PastedLine> &lines() const { return m_lines; }
    [[nodiscard]] const Service::PastedTask &pieceOf(const PastedLine &line) const
    {
        return m_pieces.at(line.piece);
    }
    [[nodiscard]] int count(PastedLine::Verdict verdict) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void choose();
    [[nodiscard]] QString text(const PastedLine &line, Column column) const;
    [[nodiscard]] QString placeOf(const Service::PastedTask &piece) const;

    QList<Service::PastedTask> m_pieces;
    QList<PastedLine> m_lines;
    QList<qsizetype> m_rows; //!< which of the lines are shown
    bool m_isOnlyRefused = false;
    bool m_hasSeveralFiles = false;
};

} // namespace Gui
