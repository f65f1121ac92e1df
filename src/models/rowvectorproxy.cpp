// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowvectorproxy.h"

#include "models/rowblocks.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace Models {

namespace {

[[nodiscard]] size_t at(int row)
{
    return static_cast<size_t>(row);
}

void shiftRows(std::vector<int> &rows, int from, int by)
{
    for (int &row : rows) {
        if (row >= from) {
            row += by;
        }
    }
}

} // namespace

RowVectorProxy::RowVectorProxy(QAbstractTableModel &source, QObject *parent)
    : QAbstractProxyModel(parent)
{
    QAbstractProxyModel::setSourceModel(&source);
    connect(&source, &QAbstractItemModel::rowsInserted, this, &RowVectorProxy::onRowsInserted);
    connect(&source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            &RowVectorProxy::onRowsAboutToBeRemoved);
    connect(&source, &QAbstractItemModel::rowsRemoved, this, &RowVectorProxy::onRowsRemoved);
    connect(&source, &QAbstractItemModel::dataChanged, this, &RowVectorProxy::onDataChanged);
    connect(&source, &QAbstractItemModel::layoutAboutToBeChanged, this,
            &RowVectorProxy::onLayoutAboutToBeChanged);
    connect(&source, &QAbstractItemModel::layoutChanged, this, &RowVectorProxy::onLayoutChanged);
    connect(&source, &QAbstractItemModel::headerDataChanged, this, &RowVectorProxy::onHeaderDataChanged);
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, &RowVectorProxy::beginResetModel);
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        readSource();
        endResetModel();
    });
}

QModelIndex RowVectorProxy::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid() || proxyIndex.row() >= rowCount()) {
        return {};
    }
    return sourceModel()->index(m_shown[at(proxyIndex.row())], proxyIndex.column());
}

QModelIndex RowVectorProxy::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid() || at(sourceIndex.row()) >= m_proxyRow.size()) {
        return {};
    }
    const int row = m_proxyRow[at(sourceIndex.row())];
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

QModelIndex RowVectorProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex RowVectorProxy::parent(const QModelIndex &) const
{
    return {};
}

QModelIndex RowVectorProxy::sibling(int row, int column, const QModelIndex &index) const
{
    return index.isValid() ? this->index(row, column) : QModelIndex();
}

int RowVectorProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RowVectorProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sourceModel()->columnCount();
}

QVariant RowVectorProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The inherited one asks a cell of the first row for its column, and finds none in an empty table.
    return orientation == Qt::Horizontal ? sourceModel()->headerData(section, orientation, role)
                                         : QAbstractItemModel::headerData(section, orientation, role);
}

bool RowVectorProxy::isBefore(int sourceRow, int otherSourceRow) const
{
    return sourceRow < otherSourceRow;
}

void RowVectorProxy::sortRows(std::vector<int> &sourceRows) const
{
    std::ranges::sort(sourceRows, [this](int a, int b) { return isBefore(a, b); });
}

bool RowVectorProxy::isFilterAffected(int, int) const
{
    return true;
}

bool RowVectorProxy::isOrderAffected(int, int) const
{
    return false;
}

void RowVectorProxy::readSource()
{
    const int count = sourceModel()->rowCount();
    m_order.resize(at(count));
    std::iota(m_order.begin(), m_order.end(), 0);
    sortRows(m_order);
    m_isAccepted.assign(at(count), 0);
    updateAccepted(0, count - 1);
    m_shown.clear();
    std::ranges::copy_if(m_order, std::back_inserter(m_shown),
                         [this](int row) { return m_isAccepted[at(row)]; });
    indexShown();
}

void RowVectorProxy::refilter()
{
    if (updateAccepted(0, static_cast<int>(m_isAccepted.size()) - 1)) {
        show();
    }
}

void RowVectorProxy::resort()
{
    sortRows(m_order);
    show();
}

void RowVectorProxy::onRowsInserted(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        return;
    }
    const int count = last - first + 1;
    if (at(first) < m_isAccepted.size()) {
        shiftRows(m_order, first, count);
        shiftRows(m_shown, first, count);
    }
    m_isAccepted.insert(m_isAccepted.begin() + first, at(count), 0);
    indexShown();

    Rows newRows(at(count));
    std::iota(newRows.begin(), newRows.end(), first);
    sortRows(newRows);
    const auto middle = std::ssize(m_order);
    m_order.insert(m_order.end(), newRows.begin(), newRows.end());
    std::inplace_merge(m_order.begin(), m_order.begin() + middle, m_order.end(),
                       [this](int a, int b) { return isBefore(a, b); });
    if (updateAccepted(first, last)) {
        show();
    }
}

void RowVectorProxy::onRowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        return;
    }
    // Hidden while the source still has them: listeners may read rows that are about to go.
    std::fill(m_isAccepted.begin() + first, m_isAccepted.begin() + last + 1, 0);
    show();
}

void RowVectorProxy::onRowsRemoved(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        return;
    }
    const int count = last - first + 1;
    m_isAccepted.erase(m_isAccepted.begin() + first, m_isAccepted.begin() + last + 1);
    std::erase_if(m_order, [first, last](int row) { return row >= first && row <= last; });
    shiftRows(m_order, first, -count);
    shiftRows(m_shown, first, -count);
    indexShown();
}

void RowVectorProxy::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                   const QList<int> &roles)
{
    const int first = topLeft.row();
    const int last = bottomRight.row();
    const bool hasNewOrder = isOrderAffected(topLeft.column(), bottomRight.column());
    if (hasNewOrder) {
        repositionInOrder(first, last);
    }
    const bool hasNewAnswers =
        isFilterAffected(topLeft.column(), bottomRight.column()) && updateAccepted(first, last);
    if (hasNewOrder || hasNewAnswers) {
        show();
    }
    announceChanged(first, last, topLeft.column(), bottomRight.column(), roles);
}

void RowVectorProxy::onLayoutAboutToBeChanged()
{
    m_moving.clear();
    m_moving.reserve(m_isAccepted.size());
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        m_moving.emplace_back(sourceModel()->index(row, 0));
    }
}

void RowVectorProxy::onLayoutChanged()
{
    Rows newRow;
    newRow.reserve(m_moving.size());
    std::ranges::transform(m_moving, std::back_inserter(newRow), &QPersistentModelIndex::row);
    m_moving.clear();
    std::vector<char> isAccepted(m_isAccepted.size());
    for (size_t row = 0; row < newRow.size(); ++row) {
        isAccepted[at(newRow[row])] = m_isAccepted[row];
    }
    m_isAccepted = std::move(isAccepted);
    for (Rows *const rows : {&m_order, &m_shown}) {
        std::ranges::transform(*rows, rows->begin(), [&newRow](int row) { return newRow[at(row)]; });
    }
    indexShown();
    resort();
}

void RowVectorProxy::onHeaderDataChanged(Qt::Orientation orientation, int first, int last)
{
    if (orientation == Qt::Horizontal) {
        Q_EMIT headerDataChanged(orientation, first, last);
    }
}

bool RowVectorProxy::updateAccepted(int first, int last)
{
    bool isChanged = false;
    for (int row = first; row <= last; ++row) {
        const char isAccepted = accepts(row) ? 1 : 0;
        isChanged = isChanged || isAccepted != m_isAccepted[at(row)];
        m_isAccepted[at(row)] = isAccepted;
    }
    return isChanged;
}

void RowVectorProxy::repositionInOrder(int first, int last)
{
    Rows rest;
    Rows changed;
    rest.reserve(m_order.size());
    for (const int row : m_order) {
        (row < first || row > last ? rest : changed).push_back(row);
    }
    sortRows(changed);
    m_order.clear();
    auto from = rest.cbegin();
    for (const int row : changed) {
        const auto place = placeOf(row, from, rest.cend());
        m_order.insert(m_order.end(), from, place);
        m_order.push_back(row);
        from = place;
    }
    m_order.insert(m_order.end(), from, rest.cend());
}

RowVectorProxy::Rows::const_iterator RowVectorProxy::placeOf(int sourceRow, Rows::const_iterator from,
                                                             Rows::const_iterator end) const
{
    const auto isAhead = [this](int other, int row) { return isBefore(other, row); };
    auto known = from; // what is before it stands ahead of the row
    for (std::ptrdiff_t step = 1; from != end && isAhead(*from, sourceRow); step *= 2) {
        known = from + 1;
        from += std::min(step, end - from);
    }
    return std::lower_bound(known, from, sourceRow, isAhead);
}

void RowVectorProxy::announceChanged(int first, int last, int firstColumn, int lastColumn,
                                     const QList<int> &roles)
{
    Rows changed;
    for (int row = first; row <= last; ++row) {
        if (m_proxyRow[at(row)] >= 0) {
            changed.push_back(m_proxyRow[at(row)]);
        }
    }
    std::ranges::sort(changed);
    for (const RowBlock &block : changedBlocksOf(changed)) {
        Q_EMIT dataChanged(createIndex(block.first, firstColumn), createIndex(block.last, lastColumn), roles);
    }
}

void RowVectorProxy::show()
{
    Rows target;
    target.reserve(m_order.size());
    std::ranges::copy_if(m_order, std::back_inserter(target),
                         [this](int row) { return m_isAccepted[at(row)]; });
    if (target == m_shown) {
        return;
    }
    hideLeavers();
    insertNewcomers(target);
    if (target != m_shown) {
        rearrange(std::move(target));
    }
}

void RowVectorProxy::hideLeavers()
{
    Rows leavers;
    for (int row = 0; row < rowCount(); ++row) {
        if (!m_isAccepted[at(m_shown[at(row)])]) {
            leavers.push_back(row);
        }
    }
    if (leavers.empty()) {
        return;
    }
    const std::vector<RowBlock> blocks = blocksOf(leavers);
    if (blocks.size() <= mostBlocks) {
        std::for_each(blocks.rbegin(), blocks.rend(),
                      [this](const RowBlock &block) { removeShown(block.first, block.last); });
        return;
    }
    Rows gathered = m_shown;
    std::ranges::stable_partition(gathered, [this](int row) { return m_isAccepted[at(row)]; });
    rearrange(std::move(gathered));
    removeShown(rowCount() - static_cast<int>(leavers.size()), rowCount() - 1);
}

void RowVectorProxy::insertNewcomers(const Rows &target)
{
    Rows positions;
    Rows newcomers;
    Rows staying;
    for (int position = 0; std::cmp_less(position, target.size()); ++position) {
        const int row = target[at(position)];
        if (m_proxyRow[at(row)] < 0) {
            positions.push_back(position);
            newcomers.push_back(row);
        } else {
            staying.push_back(row);
        }
    }
    if (newcomers.empty()) {
        return;
    }
    const std::vector<RowBlock> blocks = blocksOf(positions);
    if (blocks.size() > mostBlocks || staying != m_shown) {
        insertShown(rowCount(), newcomers.begin(), newcomers.end());
        return;
    }
    for (const RowBlock &block : blocks) {
        insertShown(block.first, target.begin() + block.first, target.begin() + block.last + 1);
    }
}

void RowVectorProxy::removeShown(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
    indexShown();
    endRemoveRows();
}

void RowVectorProxy::insertShown(int position, Rows::const_iterator begin, Rows::const_iterator end)
{
    beginInsertRows({}, position, position + static_cast<int>(end - begin) - 1);
    m_shown.insert(m_shown.begin() + position, begin, end);
    indexShown();
    endInsertRows();
}

void RowVectorProxy::rearrange(Rows rows)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const Rows shownBefore = std::exchange(m_shown, std::move(rows));
    indexShown();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        after.append(createIndex(m_proxyRow[at(shownBefore[at(index.row())])], index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RowVectorProxy::indexShown()
{
    m_proxyRow.assign(m_isAccepted.size(), -1);
    for (size_t row = 0; row < m_shown.size(); ++row) {
        m_proxyRow[at(m_shown[row])] = static_cast<int>(row);
    }
}

} // namespace Models
