// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/taskpage.h"

#include "config/settings.h"
#include "core/clock.h"
#include "core/redaction.h"
#include "gui/filterbar.h"
#include "gui/savedfilters.h"
#include "gui/tableplace.h"
#include "gui/taskcelldelegate.h"
#include "models/rowblocks.h"
#include "models/taskfiltermodel.h"
#include "models/tasktablemodel.h"
#include "service/accounts.h"
#include "service/guard.h"
#include "service/taskbook.h"
#include "text/formats.h"
#include "text/guardsentences.h"
#include "text/outcomes.h"
#include "text/punctuation.h"
#include "ui_taskpage.h"

#include <QAction>
#include <QActionGroup>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>

#include <algorithm>
#include <utility>
#include <vector>

namespace Gui {

using namespace Qt::StringLiterals;

using TaskModel = Models::TaskTableModel;

namespace {

constexpr int patienceMs = 1000; //!< how long an empty table may stay silent before the registry was read

QString plannedStopText(const Models::PlannedStop &stop)
{
    return stop.secondsLeft < 0 ? Text::moment(stop.at, QDateTime::currentDateTimeUtc())
                                : TaskPage::tr("in %1", "countdown").arg(Text::countdown(stop.secondsLeft));
}

Models::TaskTexts textsWith(const QHash<QString, QString> &accountNames)
{
    return {
        .status = [](const Core::PushTask &task) { return Text::statusText(task); },
        .lastResult = [](const Core::PushTask &task) { return Text::lastResultText(task); },
        .finishReason = [](Core::FinishReason reason) { return Text::word(reason); },
        .dateTime = [](const QDateTime &utc) { return Text::localDateTime(utc); },
        .duration = [](qint64 seconds) { return Text::duration(seconds); },
        .accountName =
            [&accountNames](const QString &accountId) { return accountNames.value(accountId, accountId); },
        .plannedStop = [](const Models::PlannedStop &stop) { return plannedStopText(stop); },
    };
}

//! In average characters of the font.
int usualWidth(TaskModel::Column column)
{
    switch (column) {
    case TaskModel::StatusColumn:
        return 27; // "Stopped, but not its backup"
    case TaskModel::TaskIdColumn:
        return 25;
    case TaskModel::LastResultColumn:
        return 28;
    case TaskModel::LabelColumn:
    case TaskModel::AccountColumn:
        return 16;
    case TaskModel::ApplicationColumn:
    case TaskModel::RunningForColumn:
        return 13;
    case TaskModel::RoomColumn:
        return 10;
    case TaskModel::StartedColumn:
        return 24;
    case TaskModel::FinishReasonColumn:
        return 21;
    case TaskModel::RequestIdColumn:
        return 38;
    case TaskModel::StopsAtColumn:
        return 14;
    case TaskModel::ColumnCount:
        break;
    }
    return 20;
}

void sortOnce(std::vector<int> &rows)
{
    std::ranges::sort(rows);
    const auto again = std::ranges::unique(rows);
    rows.erase(again.begin(), again.end());
}

} // namespace

TaskPage::TaskPage(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::TaskPage>())
    , m_model(std::make_unique<Models::TaskTableModel>(textsWith(m_accountNames)))
    , m_filtered(std::make_unique<Models::TaskFilterModel>(*m_model))
    , m_filters(new FilterBar(services, prompt, this))
    , m_place(nullptr)
    , m_updateTimer(this)
    , m_tickTimer(this)
{
    m_ui->setupUi(this);
    m_ui->stack->setCurrentWidget(m_ui->tablePage);
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(0);
    m_tickTimer.setObjectName(u"tickTimer"_s);
    m_tickTimer.setInterval(1000);
    setUpTable();
    m_place = new TablePlace(*m_ui->taskTable, *m_filtered, services.book, this);
    setUpColumns();
    setUpGrouping();
    setUpFilters();
    readAccountNames();
    followBook();

    m_ui->taskTable->installEventFilter(this);
    connect(m_ui->emptyAddButton, &QAbstractButton::clicked, this, &TaskPage::addRequested);
    connect(m_ui->emptyFindButton, &QAbstractButton::clicked, this, &TaskPage::findRequested);
    connect(m_ui->emptyClearButton, &QAbstractButton::clicked, m_filters, &FilterBar::clear);
    connect(&m_updateTimer, &QTimer::timeout, this, &TaskPage::updateAll);
    connect(&m_tickTimer, &QTimer::timeout, this, &TaskPage::tick);
}

TaskPage::~TaskPage()
{
    m_ui->taskTable->setModel(nullptr); // the models go before the view
}

void TaskPage::setUpTable()
{
    QTableView *view = m_ui->taskTable;
    view->setModel(m_filtered.get());
    view->setItemDelegate(new TaskCellDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);

    QHeaderView *header = view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = view->fontMetrics().averageCharWidth();
    for (int column = 0; column < TaskModel::ColumnCount; ++column)
        header->resizeSection(column, usualWidth(static_cast<TaskModel::Column>(column)) * character + 12);
    header->moveSection(header->visualIndex(TaskModel::StopsAtColumn),
                        header->visualIndex(TaskModel::RunningForColumn) + 1);
    view->sortByColumn(TaskModel::StartedColumn, Qt::DescendingOrder);

    connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint &position) {
        Q_EMIT contextMenuRequested(view->viewport()->mapToGlobal(position));
    });
    connect(view, &QAbstractItemView::doubleClicked, this, &TaskPage::activated);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskPage::updateLater);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TaskPage::updateLater);
}

//! Status and TaskId stay: a table without them says nothing.
void TaskPage::setUpColumns()
{
    QHeaderView *header = m_ui->taskTable->horizontalHeader();
    for (int column = 0; column < TaskModel::ColumnCount; ++column) {
        if (column == TaskModel::StatusColumn || column == TaskModel::TaskIdColumn)
            continue;
        auto *action = new QAction(m_model->headerData(column, Qt::Horizontal).toString(), this);
        action->setData(column);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, header,
                [header, column](bool isShown) { header->setSectionHidden(column, !isShown); });
        m_columnActions.append(action);
    }
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    header->addActions(m_columnActions);
}

void TaskPage::setUpGrouping()
{
    auto *group = new QActionGroup(this);
    for (const auto &[grouping, name] :
         {std::pair(Models::TaskGrouping::None, u"groupByNothingAction"_s),
          std::pair(Models::TaskGrouping::Application, u"groupByApplicationAction"_s),
          std::pair(Models::TaskGrouping::Account, u"groupByAccountAction"_s)}) {
        auto *action = new QAction(group);
        action->setObjectName(name);
        action->setData(static_cast<int>(grouping));
        action->setCheckable(true);
        action->setChecked(grouping == Models::TaskGrouping::None);
        connect(action, &QAction::triggered, this, [this, chosen = grouping] { setGrouping(chosen); });
        m_groupActions.append(action);
    }
    translateGroups();
}

void TaskPage::translateGroups()
{
    m_groupActions.at(0)->setText(tr("&Nothing"));
    m_groupActions.at(1)->setText(tr("&Application"));
    m_groupActions.at(2)->setText(tr("A&ccount"));
}

void TaskPage::setUpFilters()
{
    m_ui->filterRow->insertWidget(0, m_filters, 1);
    setTabOrder(m_filters->lastField(), m_ui->taskTable);
    setTabOrder(m_ui->taskTable, m_ui->emptyAddButton);
    setTabOrder(m_ui->emptyAddButton, m_ui->emptyFindButton);
    setTabOrder(m_ui->emptyFindButton, m_ui->emptyClearButton);
    connect(m_filters, &FilterBar::filterChanged, this, &TaskPage::applyFilter);
    connect(m_filters, &FilterBar::left, this, [this](bool isEntered) {
        m_ui->taskTable->setFocus(Qt::OtherFocusReason);
        if (isEntered && !m_ui->taskTable->currentIndex().isValid() && m_filtered->rowCount() > 0)
            m_ui->taskTable->selectRow(0);
    });
}

void TaskPage::setGrouping(Models::TaskGrouping grouping)
{
    restoreGroupColumn();
    m_filtered->setGrouping(grouping);
    placeGroupColumn();
    for (QAction *action : std::as_const(m_groupActions))
        action->setChecked(action->data().toInt() == static_cast<int>(grouping));
    m_services.settings.setViewState(u"taskGrouping"_s, QByteArray::number(static_cast<int>(grouping)));
}

void TaskPage::placeGroupColumn()
{
    const int column = m_filtered->groupColumn();
    if (column < 0)
        return;
    QHeaderView *header = m_ui->taskTable->horizontalHeader();
    m_groupColumnPlace = header->visualIndex(column);
    m_isGroupColumnHidden = header->isSectionHidden(column);
    header->moveSection(m_groupColumnPlace, 0);
    header->setSectionHidden(column, false);
}

void TaskPage::restoreGroupColumn()
{
    if (m_groupColumnPlace < 0)
        return;
    QHeaderView *header = m_ui->taskTable->horizontalHeader();
    const int column = m_filtered->groupColumn();
    header->moveSection(header->visualIndex(column), m_groupColumnPlace);
    header->setSectionHidden(column, m_isGroupColumnHidden);
    m_groupColumnPlace = -1;
}

void TaskPage::followBook()
{
    m_model->setTasks(m_services.book.tasks());
    m_isLoaded = m_services.book.size() > 0;
    connect(&m_services.book, &Service::TaskBook::tasksChanged, m_model.get(), &TaskModel::upsert);
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, m_model.get(), &TaskModel::remove);
    connect(&m_services.book, &Service::TaskBook::tasksChanged, this, &TaskPage::updateLater);
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, this, &TaskPage::updateLater);
    const auto setLoaded = [this] {
        m_isLoaded = true;
        updateLater();
    };
    connect(&m_services.book, &Service::TaskBook::loaded, this, setLoaded);
    connect(&m_services.book, &Service::TaskBook::storageFailed, this, setLoaded);
    QTimer::singleShot(patienceMs, this, setLoaded);
    connect(&m_services.accounts, &Service::Accounts::accountsChanged, this, [this] {
        readAccountNames();
        m_model->refreshTexts();
    });
    connect(&m_services.guard, &Service::Guard::standingsChanged, this, &TaskPage::showPlannedStops);
    updateLater();
}

QList<const Core::PushTask *> TaskPage::selectedTasks() const
{
    // The table selects whole rows. QItemSelectionModel::selectedRows() searches all ranges for each of them.
    const QItemSelection ranges = m_ui->taskTable->selectionModel()->selection();
    std::vector<int> rows;
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    sortOnce(rows);
    QList<const Core::PushTask *> tasks;
    tasks.reserve(static_cast<qsizetype>(rows.size()));
    for (const int row : rows)
        tasks.append(m_filtered->taskAt(m_filtered->index(row, 0)));
    return tasks;
}

QList<Core::TaskKey> TaskPage::selectedKeys() const
{
    QList<Core::TaskKey> keys;
    for (const Core::PushTask *task : selectedTasks())
        keys.append(task->key);
    return keys;
}

QList<Core::TaskKey> TaskPage::shownKeys() const
{
    QList<Core::TaskKey> keys;
    keys.reserve(m_filtered->rowCount());
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        keys.append(m_filtered->taskAt(m_filtered->index(row, 0))->key);
    return keys;
}

const Core::PushTask *TaskPage::currentTask() const
{
    const QItemSelectionModel *selection = m_ui->taskTable->selectionModel();
    if (!selection->hasSelection())
        return nullptr;
    const QModelIndex current = selection->currentIndex();
    if (selection->isRowSelected(current.row()))
        return m_filtered->taskAt(current);
    const QList<const Core::PushTask *> tasks = selectedTasks();
    return tasks.isEmpty() ? nullptr : tasks.first();
}

QString TaskPage::chosenAccountId() const
{
    return m_filters->chosenAccountId();
}

void TaskPage::select(const QList<Core::TaskKey> &tasks)
{
    std::vector<int> rows;
    for (const Core::TaskKey &key : tasks) {
        if (const QModelIndex index = m_filtered->indexOf(key); index.isValid())
            rows.push_back(index.row());
    }
    sortOnce(rows);
    // All at once, and as wide as the table: thousands that are joined, or widened by the selection model,
    // range by range take seconds.
    QItemSelection ranges;
    for (const Models::RowBlock &block : Models::blocksOf(rows))
        ranges.append(QItemSelectionRange(m_filtered->index(block.first, 0),
                                          m_filtered->index(block.last, TaskModel::ColumnCount - 1)));
    QItemSelectionModel *selection = m_ui->taskTable->selectionModel();
    selection->clearSelection();
    selection->select(ranges, QItemSelectionModel::Select);
    if (!rows.empty()) {
        const QModelIndex first = m_filtered->index(rows.front(), 0);
        selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_ui->taskTable->scrollTo(first);
    }
}

void TaskPage::selectFirstRunning()
{
    m_place->selectFirstRunning();
}

void TaskPage::focusFilter()
{
    m_filters->focusText();
}

void TaskPage::showSavedFilters()
{
    m_filters->showSavedFilters();
}

void TaskPage::sortByCurrentColumn()
{
    const int column = m_ui->taskTable->currentIndex().column();
    if (column < 0)
        return;
    const QHeaderView *header = m_ui->taskTable->horizontalHeader();
    const bool isRising =
        header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
    m_ui->taskTable->sortByColumn(column, isRising ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QTableView *TaskPage::table() const
{
    return m_ui->taskTable;
}

//! As it is without groups. The place of the group's column is put right in a copy: the table is not touched.
QByteArray TaskPage::saveState() const
{
    const QByteArray state = m_ui->taskTable->horizontalHeader()->saveState();
    if (m_groupColumnPlace < 0)
        return state;
    QHeaderView copy(Qt::Horizontal);
    copy.setModel(m_filtered.get());
    copy.restoreState(state);
    copy.moveSection(copy.visualIndex(m_filtered->groupColumn()), m_groupColumnPlace);
    copy.setSectionHidden(m_filtered->groupColumn(), m_isGroupColumnHidden);
    return copy.saveState();
}

QByteArray TaskPage::saveView() const
{
    const QJsonObject view{{u"filter"_s, filterToJson(m_filters->filter())}, {u"place"_s, m_place->toJson()}};
    return QJsonDocument(view).toJson(QJsonDocument::Compact);
}

void TaskPage::restoreView(const QByteArray &view)
{
    const QJsonObject kept = QJsonDocument::fromJson(view).object();
    m_filters->show(filterFromJson(kept.value("filter"_L1).toObject()));
    m_place->restore(kept.value("place"_L1).toObject());
}

void TaskPage::restoreState(const QByteArray &state)
{
    QHeaderView *header = m_ui->taskTable->horizontalHeader();
    const int grouping = m_services.settings.viewState(u"taskGrouping"_s).toInt();
    restoreGroupColumn();
    const bool isRestored = !state.isEmpty() && header->restoreState(state);
    if (grouping > 0 && grouping < m_groupActions.size())
        setGrouping(static_cast<Models::TaskGrouping>(grouping));
    if (!isRestored)
        return;
    header->setSectionHidden(TaskModel::StatusColumn, false);
    header->setSectionHidden(TaskModel::TaskIdColumn, false);
    for (QAction *action : std::as_const(m_columnActions))
        action->setChecked(!header->isSectionHidden(action->data().toInt()));
    m_ui->taskTable->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

bool TaskPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_ui->taskTable && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            && key->modifiers() == Qt::NoModifier) {
            Q_EMIT activated();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TaskPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model->refreshTexts();
        for (QAction *action : std::as_const(m_columnActions))
            action->setText(m_model->headerData(action->data().toInt(), Qt::Horizontal).toString());
        translateGroups();
        updateLater();
    }
    QWidget::changeEvent(event);
}

void TaskPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateTicking();
}

void TaskPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateTicking();
}

void TaskPage::readAccountNames()
{
    m_accountNames.clear();
    for (const Core::Account &account : m_services.accounts.all())
        m_accountNames.insert(account.id, Core::plainText(account.name, 64));
}

void TaskPage::applyFilter()
{
    m_filtered->setFilter(m_filters->filter());
    updateLater();
}

void TaskPage::updateLater()
{
    m_updateTimer.start();
}

void TaskPage::updateAll()
{
    const int all = m_model->rowCount();
    const int shown = m_filtered->rowCount();
    m_running = 0;
    QSet<qint64> applications;
    qint64 last = 0;
    for (int row = 0; row < all; ++row) {
        const Core::PushTask &task = m_model->taskAt(row);
        m_running += task.hasAnythingRunning() ? 1 : 0;
        if (task.key.sdkAppId.value != last) {
            last = task.key.sdkAppId.value;
            applications.insert(last);
        }
    }
    m_filters->setApplications(applications);

    const QString running = tr("%n running", nullptr, m_running);
    m_ui->countLabel->setText(shown == all ? Text::joinedClauses({tr("%n task(s)", nullptr, all), running})
                                           : tr("%1 of %2 tasks, %3").arg(shown).arg(all).arg(running));
    m_ui->countLabel->setVisible(all > 0);
    updateEmptyState(shown, all);
    if (m_running > 0 && !m_tickTimer.isActive())
        m_model->tick(m_services.clock.nowUtc());
    updateTicking();
    Q_EMIT selectionChanged();
}

void TaskPage::updateEmptyState(int shown, int all)
{
    const bool isEmpty = shown == 0 && m_isLoaded;
    m_ui->stack->setCurrentWidget(isEmpty ? m_ui->emptyPage : m_ui->tablePage);
    if (!isEmpty)
        return;
    const bool isFiltered = all > 0;
    m_ui->emptyLabel->setText(
        isFiltered ? tr("No task matches the filter.")
                   : tr("No task is in the list yet.\nAdd tasks by their TaskId, or let the console find "
                        "the running ones."));
    m_ui->emptyAddButton->setVisible(!isFiltered);
    m_ui->emptyFindButton->setVisible(!isFiltered);
    m_ui->emptyClearButton->setVisible(isFiltered);
}

void TaskPage::showPlannedStops()
{
    QHash<Core::TaskKey, Models::PlannedStop> stops;
    const QHash<Core::TaskKey, Service::GuardStanding> standings = m_services.guard.standings();
    stops.reserve(standings.size());
    for (auto standing = standings.cbegin(); standing != standings.cend(); ++standing)
        stops.insert(standing.key(), {standing->stopsAt, standing->secondsLeft});
    m_model->setPlannedStops(stops);
    updateLater(); // what may be done with the selected ones
}

//! No wake-ups while nobody looks or nothing runs.
void TaskPage::updateTicking()
{
    const bool isWanted = m_running > 0 && isVisible() && !window()->isMinimized();
    if (isWanted == m_tickTimer.isActive())
        return;
    if (isWanted) {
        m_tickTimer.start();
        tick();
    } else {
        m_tickTimer.stop();
    }
}

void TaskPage::tick()
{
    if (window()->isMinimized()) {
        m_tickTimer.stop();
        return;
    }
    m_model->tick(m_services.clock.nowUtc());
    m_filtered->setFilter(m_filters->filter()); // another day may have begun
    Q_EMIT ticked();
}

} // namespace Gui
