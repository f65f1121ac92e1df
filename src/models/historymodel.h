// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/historysource.h"

#include <QAbstractTableModel>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Models {

//! The words of the history, handed in because models know no language. Every function must be set.
struct HistoryTexts
{
    std::function<QString(const QDateTime &utc)> time;
    std::function<QString(const Core::HistoryEntry &)> outcome;
    std::function<QString(qint64 milliseconds)> latency;
};

//! The requests of the journal, newest first, as far down as somebody has scrolled. The entries come in pages
//! from a source, when they are looked at; of the pages only some are kept, so that the memory does not grow
//! with the history.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        AccountColumn,
        AppColumn,
        TaskColumn,
        ActionColumn,
        OutcomeColumn,
        CodeColumn,
        RequestIdColumn,
        LatencyColumn,
        AttemptColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        OutcomeRole = Qt::UserRole, //!< HistoryEntry::outcome, empty while the row is not there
    };
    Q_ENUM(Role)

    static constexpr int pageSize = 200;
    static constexpr int mostPages = 40; //!< kept at once

    //! Nothing is asked for before setQuery(). `source` outlives the model.
    HistoryModel(Core::HistorySource &source, HistoryTexts texts, QObject *parent = nullptr);
    ~HistoryModel() override;

    //! Begins anew with what matches; `limit` and `beforeEventId` do not count.
    void setQuery(const Core::HistoryQuery &query);
    [[nodiscard]] const Core::HistoryQuery &query() const { return m_query; }
    //! Of a span that moves on with the time: what began before leaves with the next refresh(), the rest
    //! stays as it is.
    void setSince(const QDateTime &since) { m_query.since = since; }
    //! Asks what has come since, or has changed in the newest page, and merges it.
    void refresh();
    //! None while the row is not there.
    [[nodiscard]] std::optional<Core::HistoryEntry> entryAt(int row) const;
    [[nodiscard]] bool isLoading() const { return m_isLoading; } //!< the first page is on its way
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; } //!< there are no older ones than those known
    [[nodiscard]] int keptPages() const;
    //! The texts answer differently from now on.
    void refreshTexts();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loaded(); //!< a page came
    void failed(const Core::Error &error);

private:
    //! Where an entry stands: newest first, by time and then by id.
    struct Place
    {
        QDateTime time;
        qint64 eventId = 0;
    };
    //! `size` rows from `firstRow` on. The entries are there, or can be asked for again.
    struct Page
    {
        qint64 before = 0; //!< HistoryQuery::beforeEventId; 0: the newest
        Place last; //!< of the last row
        int firstRow = 0;
        int size = 0;
        QList<Core::HistoryEntry> entries;
        quint64 usedAt = 0;
        bool isOld = false; //!< may have changed since
        bool isAsked = false;
    };
    using Pages = std::vector<Page>;

    [[nodiscard]] static bool isNewer(const Core::HistoryEntry &entry, const Place &place);
    [[nodiscard]] static Place placeOf(const Core::HistoryEntry &entry);
    [[nodiscard]] Pages::iterator pageAt(int row) const;
    [[nodiscard]] QString text(const Core::HistoryEntry &entry, Column column) const;
    void ask(qint64 before, int limit, void (HistoryModel::*done)(const QList<Core::HistoryEntry> &));
    void askForWanted();
    void takeFirst(const QList<Core::HistoryEntry> &entries);
    void takeMore(const QList<Core::HistoryEntry> &entries);
    void takeNewest(const QList<Core::HistoryEntry> &newest);
    void restore(qint64 before, const QList<Core::HistoryEntry> &entries);
    void begin(const QList<Core::HistoryEntry> &entries);
    void merge(const QList<Core::HistoryEntry> &newest);
    void removeRow(Page &page, int rowInPage);
    void insertRow(Page &page, int rowInPage, const Core::HistoryEntry &entry);
    void splitFirst();
    void renumber();
    void dropUnused();
    void fail(const Core::Error &error);

    Core::HistorySource &m_source;
    HistoryTexts m_texts;
    Core::HistoryQuery m_query;
    std::unique_ptr<QObject> m_asker; //!< context of the questions; a new one ends the old questions
    // What is looked at is only known when it is asked for by data().
    mutable Pages m_pages;
    mutable quint64 m_use = 0;
    mutable QTimer m_wantTimer;
    mutable QSet<qint64> m_wanted; //!< Page::before of pages that were looked at
    bool m_isLoading = false;
    bool m_isFetching = false;
    bool m_isRefreshing = false;
    bool m_isAtEnd = true;
};

} // namespace Models
