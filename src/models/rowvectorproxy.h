// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>
#include <QAbstractTableModel>
#include <QPersistentModelIndex>

#include <vector>

namespace Models {

//! A filter and order over a flat table, kept as a vector of source rows.
//!
//! QSortFilterProxyModel announces scattered changes range by range, which takes seconds at 100,000 rows.
//! This one announces few ranges as they are, and many as one: leavers are moved to the end (layoutChanged)
//! and removed at once, newcomers are inserted at the end at once and moved into place. The model is never
//! reset unless the source is, so that selection and current row survive for the rows that stay.
//!
//! The source must be flat, outlive the proxy, not move rows but by layoutChanged, and change no row before
//! it announces it: rows are put into order among others that are still in theirs.
class RowVectorProxy : public QAbstractProxyModel
{
    Q_OBJECT
public:
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    explicit RowVectorProxy(QAbstractTableModel &source, QObject *parent);

    //! Whether the filter shows a row.
    [[nodiscard]] virtual bool accepts(int sourceRow) const = 0;
    //! Strict order of two different source rows. The source's own order unless overridden.
    [[nodiscard]] virtual bool isBefore(int sourceRow, int otherSourceRow) const;
    //! Sorts by isBefore(); to be overridden where the whole can be sorted faster than pair by pair.
    virtual void sortRows(std::vector<int> &sourceRows) const;
    //! Whether a change of these source columns can change what accepts() says.
    [[nodiscard]] virtual bool isFilterAffected(int firstColumn, int lastColumn) const;
    //! Whether a change of these source columns can change what isBefore() says.
    [[nodiscard]] virtual bool isOrderAffected(int firstColumn, int lastColumn) const;

    //! Call at the end of the constructor of the final class.
    void readSource();
    //! accepts() answers differently from now on.
    void refilter();
    //! isBefore() answers differently from now on.
    void resort();

private:
    using Rows = std::vector<int>;

    void onRowsInserted(const QModelIndex &parent, int first, int last);
    void onRowsAboutToBeRemoved(const QModelIndex &parent, int first, int last);
    void onRowsRemoved(const QModelIndex &parent, int first, int last);
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void onLayoutAboutToBeChanged();
    void onLayoutChanged();
    void onHeaderDataChanged(Qt::Orientation orientation, int first, int last);

    //! Evaluates accepts() for a range; true if any answer changed.
    bool updateAccepted(int first, int last);
    void repositionInOrder(int first, int last);
    //! The first of the rows in order that is not before this one, looked for in growing steps: a comparison
    //! is dear, and of thousands of rows a handful changes.
    [[nodiscard]] Rows::const_iterator placeOf(int sourceRow, Rows::const_iterator from,
                                               Rows::const_iterator end) const;
    void announceChanged(int first, int last, int firstColumn, int lastColumn, const QList<int> &roles);
    //! Brings what is shown in line with m_order and m_isAccepted.
    void show();
    void hideLeavers();
    void insertNewcomers(const Rows &target);
    void removeShown(int first, int last);
    void insertShown(int position, Rows::const_iterator begin, Rows::const_iterator end);
    void rearrange(Rows rows);
    void indexShown();

    Rows m_order; //!< all source rows, sorted
    Rows m_shown; //!< those shown, by proxy row
    Rows m_proxyRow; //!< by source row; -1 where hidden
    std::vector<char> m_isAccepted; //!< by source row
    std::vector<QPersistentModelIndex> m_moving; //!< by old source row, while the source rearranges itself
};

} // namespace Models
