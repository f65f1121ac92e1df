// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historymodel.h"

#include "core/plaintext.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Models {

namespace {

[[nodiscard]] bool isSame(const Core::HistoryEntry &a, const Core::HistoryEntry &b)
{
    return a.eventId == b.eventId && a.outcome == b.outcome && a.errorCode == b.errorCode
        && a.errorMessage == b.errorMessage && a.taskId == b.taskId;
}

} // namespace

HistoryModel::HistoryModel(Core::HistorySource &source, HistoryTexts texts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_texts(std::move(texts))
    , m_asker(std::make_unique<QObject>())
{
    m_wantTimer.setSingleShot(true);
    m_wantTimer.setInterval(0);
    connect(&m_wantTimer, &QTimer::timeout, this, &HistoryModel::askForWanted);
}

HistoryModel::~HistoryModel() = default;

void HistoryModel::setQuery(const Core::HistoryQuery &query)
{
    m_query = query;
    m_asker = std::make_unique<QObject>();
    m_wanted.clear();
    m_isLoading = true;
    m_isFetching = false;
    m_isRefreshing = false;
    // What was shown stays until the answer is here: a table that flickers with every letter cannot be read.
    ask(0, pageSize, &HistoryModel::takeFirst);
}

void HistoryModel::refresh()
{
    if (m_isLoading || m_isRefreshing) {
        return;
    }
    m_isRefreshing = true;
    ask(0, pageSize, &HistoryModel::takeNewest);
}

std::optional<Core::HistoryEntry> HistoryModel::entryAt(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return std::nullopt;
    }
    const auto page = pageAt(row);
    page->usedAt = ++m_use;
    if ((page->entries.isEmpty() || page->isOld) && !page->isAsked) {
        m_wanted.insert(page->before);
        m_wantTimer.start();
    }
    return page->entries.isEmpty() ? std::nullopt : std::optional(page->entries.at(row - page->firstRow));
}

int HistoryModel::keptPages() const
{
    return static_cast<int>(
        std::ranges::count_if(m_pages, [](const Page &page) { return !page.entries.isEmpty(); }));
}

void HistoryModel::refreshTexts()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_pages.empty() ? 0 : m_pages.back().firstRow + m_pages.back().size;
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = column == LatencyColumn || column == AttemptColumn;
        return QVariant::fromValue(Qt::Alignment(isNumber ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != OutcomeRole) {
        return {};
    }
    const std::optional<Core::HistoryEntry> entry = entryAt(index.row());
    if (!entry) {
        return role == Qt::DisplayRole && column == TimeColumn ? QVariant(QString(QChar(0x2026)))
                                                               : QVariant();
    }
    if (role == OutcomeRole) {
        return entry->outcome;
    }
    if (role == Qt::ToolTipRole) {
        return column == CodeColumn && !entry->errorMessage.isEmpty()
            ? QVariant(Core::plainText(entry->errorMessage))
            : QVariant();
    }
    return Core::oneLine(text(*entry, column));
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case AccountColumn:
        return tr("Account");
    case AppColumn:
        return tr("Application");
    case TaskColumn:
        return tr("TaskId");
    case ActionColumn:
        return tr("Action");
    case OutcomeColumn:
        return tr("Outcome");
    case CodeColumn:
        return tr("Code");
    case RequestIdColumn:
        return tr("RequestId");
    case LatencyColumn:
        return tr("Latency");
    case AttemptColumn:
        return tr("Try");
    case ColumnCount:
        break;
    }
    return {};
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isAtEnd && !m_isFetching && !m_isLoading && !m_pages.empty();
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        m_isFetching = true;
        ask(m_pages.back().last.eventId, pageSize, &HistoryModel::takeMore);
    }
}

bool HistoryModel::isNewer(const Core::HistoryEntry &entry, const Place &place)
{
    return entry.time != place.time ? entry.time > place.time : entry.eventId > place.eventId;
}

HistoryModel::Place HistoryModel::placeOf(const Core::HistoryEntry &entry)
{
    return {entry.time, entry.eventId};
}

//! `row` must exist.
HistoryModel::Pages::iterator HistoryModel::pageAt(int row) const
{
    return std::prev(std::ranges::upper_bound(m_pages, row, {}, &Page::firstRow));
}

QString HistoryModel::text(const Core::HistoryEntry &entry, Column column) const
{
    switch (column) {
    case TimeColumn:
        return m_texts.time(entry.time);
    case AccountColumn:
        return entry.profile;
    case AppColumn:
        return entry.sdkAppId.isValid() ? entry.sdkAppId.toString() : QString();
    case TaskColumn:
        return entry.taskId;
    case ActionColumn:
        return entry.action;
    case OutcomeColumn:
        return m_texts.outcome(entry);
    case CodeColumn:
        return entry.errorCode;
    case RequestIdColumn:
        return entry.requestId;
    case LatencyColumn:
        return entry.latencyMs >= 0 ? m_texts.latency(entry.latencyMs) : QString();
    case AttemptColumn:
        return entry.attempt > 0 ? QString::number(entry.attempt) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

void HistoryModel::ask(qint64 before, int limit,
                       void (HistoryModel::*done)(const QList<Core::HistoryEntry> &))
{
    Core::HistoryQuery query = m_query;
    query.beforeEventId = before;
    query.limit = limit;
    m_source.page(query, m_asker.get(), [this, done](const Core::Result<QList<Core::HistoryEntry>> &entries) {
        if (!entries) {
            fail(entries.error());
            return;
        }
        (this->*done)(*entries);
        Q_EMIT loaded();
    });
}

//! What was dropped, or may have changed, and is looked at.
void HistoryModel::askForWanted()
{
    for (const qint64 before : std::exchange(m_wanted, {})) {
        const auto page = std::ranges::find(m_pages, before, &Page::before);
        if (page == m_pages.end() || page->isAsked) {
            continue;
        }
        page->isAsked = true;
        Core::HistoryQuery query = m_query;
        query.beforeEventId = before;
        query.limit = page->size;
        m_source.page(query, m_asker.get(),
                      [this, before](const Core::Result<QList<Core::HistoryEntry>> &entries) {
                          if (!entries) {
                              fail(entries.error());
                              return;
                          }
                          restore(before, *entries);
                      });
    }
}

void HistoryModel::takeFirst(const QList<Core::HistoryEntry> &entries)
{
    m_isLoading = false;
    begin(entries);
}

void HistoryModel::takeMore(const QList<Core::HistoryEntry> &entries)
{
    const bool isAtEnd = entries.size() < pageSize;
    if (entries.isEmpty()) {
        m_isFetching = false;
        m_isAtEnd = isAtEnd;
        return;
    }
    Page page;
    page.before = m_pages.back().last.eventId;
    page.last = placeOf(entries.constLast());
    page.firstRow = rowCount();
    page.size = static_cast<int>(entries.size());
    page.entries = entries;
    page.usedAt = ++m_use;
    beginInsertRows({}, page.firstRow, page.firstRow + page.size - 1);
    m_pages.push_back(std::move(page));
    m_isFetching = false; // whoever is told of the rows may already ask for more
    m_isAtEnd = isAtEnd;
    endInsertRows();
    dropUnused();
}

void HistoryModel::takeNewest(const QList<Core::HistoryEntry> &newest)
{
    m_isRefreshing = false;
    const bool isAll = newest.size() < pageSize;
    const bool meets = !m_pages.empty() && !newest.isEmpty()
        && !isNewer(newest.constLast(), placeOf(m_pages.front().entries.constFirst()));
    if (!meets || (isAll && m_pages.size() > 1)) {
        begin(newest);
        return;
    }
    merge(newest);
    if (isAll) { // what is older does not match any more
        Page &only = m_pages.front();
        while (only.size > newest.size()) {
            removeRow(only, only.size - 1);
        }
        only.last = placeOf(only.entries.constLast());
    }
    m_isAtEnd = m_isAtEnd || isAll;
    for (auto page = std::next(m_pages.begin()); page != m_pages.end(); ++page) {
        page->isOld = true;
    }
    splitFirst();
    dropUnused();
}

//! The rows of a page that was asked for again.
void HistoryModel::restore(qint64 before, const QList<Core::HistoryEntry> &entries)
{
    const auto page = std::ranges::find(m_pages, before, &Page::before);
    if (page == m_pages.end()) {
        return;
    }
    page->isAsked = false;
    page->isOld = false;
    QList<Core::HistoryEntry> own;
    for (const Core::HistoryEntry &entry : entries) {
        if (isNewer(entry, page->last) || entry.eventId == page->last.eventId) {
            own.append(entry);
        }
    }
    // Rows whose entries are known go by their keys, others are as good as their places.
    for (int row = page->size - 1; row >= 0; --row) {
        const bool isGone = page->entries.isEmpty()
            ? row >= own.size()
            : std::ranges::find(own, page->entries.at(row).eventId, &Core::HistoryEntry::eventId)
                == own.end();
        if (isGone) {
            removeRow(*page, row);
        }
    }
    for (int row = 0; row < own.size() && !page->entries.isEmpty(); ++row) {
        if (row >= page->size || page->entries.at(row).eventId != own.at(row).eventId) {
            insertRow(*page, row, own.at(row));
        }
    }
    if (page->size == 0) {
        m_pages.erase(page);
        renumber();
        return;
    }
    page->entries = own;
    Q_EMIT dataChanged(index(page->firstRow, 0), index(page->firstRow + page->size - 1, ColumnCount - 1));
    dropUnused();
}

void HistoryModel::removeRow(Page &page, int rowInPage)
{
    const int row = page.firstRow + rowInPage;
    beginRemoveRows({}, row, row);
    if (!page.entries.isEmpty()) {
        page.entries.removeAt(rowInPage);
    }
    --page.size;
    renumber();
    endRemoveRows();
}

void HistoryModel::insertRow(Page &page, int rowInPage, const Core::HistoryEntry &entry)
{
    const int row = page.firstRow + rowInPage;
    beginInsertRows({}, row, row);
    page.entries.insert(rowInPage, entry);
    ++page.size;
    renumber();
    endInsertRows();
}

void HistoryModel::begin(const QList<Core::HistoryEntry> &entries)
{
    beginResetModel();
    m_asker = std::make_unique<QObject>(); // what else is on its way belongs to rows that are gone
    m_isFetching = false;
    m_pages.clear();
    m_wanted.clear();
    m_isAtEnd = entries.size() < pageSize;
    if (!entries.isEmpty()) {
        Page page;
        page.last = placeOf(entries.constLast());
        page.size = static_cast<int>(entries.size());
        page.entries = entries;
        m_pages.push_back(std::move(page));
    }
    endResetModel();
}

//! The newest rows become `newest`; what is older than these stays.
void HistoryModel::merge(const QList<Core::HistoryEntry> &newest)
{
    Page &page = m_pages.front();
    const Place end = placeOf(newest.constLast());
    int row = 0;
    const auto hasOwn = [&] {
        return row < page.size
            && (isNewer(page.entries.at(row), end) || page.entries.at(row).eventId == end.eventId);
    };
    for (const Core::HistoryEntry &entry : newest) {
        while (hasOwn() && isNewer(page.entries.at(row), placeOf(entry))) {
            removeRow(page, row);
        }
        if (hasOwn() && page.entries.at(row).eventId == entry.eventId) {
            if (!isSame(page.entries.at(row), entry)) {
                page.entries[row] = entry;
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
        } else {
            insertRow(page, row, entry);
        }
        ++row;
    }
    page.last = placeOf(page.entries.constLast());
}

//! The first page grows with what comes; its older half can be dropped like any other.
void HistoryModel::splitFirst()
{
    if (m_pages.front().size > 2 * pageSize) {
        Page &first = m_pages.front();
        Page rest;
        rest.entries = first.entries.mid(pageSize);
        rest.before = first.entries.at(pageSize - 1).eventId;
        rest.last = first.last;
        rest.size = first.size - pageSize;
        rest.usedAt = first.usedAt;
        first.entries.resize(pageSize);
        first.size = pageSize;
        first.last = placeOf(first.entries.constLast());
        m_pages.insert(std::next(m_pages.begin()), std::move(rest));
        renumber();
    }
}

void HistoryModel::renumber()
{
    int row = 0;
    for (Page &page : m_pages) {
        page.firstRow = row;
        row += page.size;
    }
}

//! All but the first page, which new rows are merged into.
void HistoryModel::dropUnused()
{
    while (keptPages() > mostPages) {
        auto oldest = m_pages.end();
        for (auto page = std::next(m_pages.begin()); page != m_pages.end(); ++page) {
            if (!page->entries.isEmpty() && (oldest == m_pages.end() || page->usedAt < oldest->usedAt)) {
                oldest = page;
            }
        }
        if (oldest == m_pages.end()) {
            return;
        }
        oldest->entries = {};
    }
}

//! Nothing is tried again by itself: the next query, or refresh, does.
void HistoryModel::fail(const Core::Error &error)
{
    m_isLoading = false;
    m_isFetching = false;
    m_isRefreshing = false;
    m_isAtEnd = true;
    for (Page &page : m_pages) {
        page.isAsked = false;
    }
    Q_EMIT failed(error);
}

} // namespace Models
