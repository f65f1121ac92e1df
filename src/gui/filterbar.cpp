// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filterbar.h"

#include "core/clock.h"
#include "core/redaction.h"
#include "gui/icons.h"
#include "gui/plaintooltip.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/history.h"
#include "service/startservice.h"
#include "service/taskbook.h"
#include "ui_filterbar.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

using Models::TaskKind;

namespace {

constexpr int mostStartsRead = 10'000;
constexpr int longestNameShown = 28; //!< of an account, in average characters; its tool tip has all of it

} // namespace

FilterBar::FilterBar(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::FilterBar>())
    , m_saved(services.settings)
    , m_menu(new QMenu(this))
{
    m_ui->setupUi(this);
    m_ui->savedButton->setIcon(icon(u"filter"_s));
    m_ui->filterEdit->installEventFilter(this);
    m_menu->setObjectName(u"savedFiltersMenu"_s);
    m_ui->accountCombo->setMaximumWidth(fontMetrics().averageCharWidth() * longestNameShown);
    fillKinds();
    fillAccounts();
    fillApplications();
    fillMenu();

    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &FilterBar::filterChanged);
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, [this] {
        if (filter().kind == TaskKind::Mine)
            readStarted();
        Q_EMIT filterChanged();
    });
    connect(m_ui->applicationCombo, &QComboBox::currentIndexChanged, this, &FilterBar::filterChanged);
    connect(m_ui->accountCombo, &QComboBox::currentIndexChanged, this, [this] {
        showAccountName();
        Q_EMIT filterChanged();
    });
    connect(m_ui->savedButton, &QAbstractButton::clicked, this, &FilterBar::showSavedFilters);
    connect(&m_services.book, &Service::TaskBook::loaded, this, [this] {
        if (filter().kind == TaskKind::Mine)
            readStarted(); // a filter of the last run: nothing could be read yet when it was put back
    });
    connect(&m_services.starts, &Service::StartService::settled, this,
            [this](const Service::StartResult &result) {
                if (result.outcome == Core::StartOutcome::Started)
                    addStarted({result.task.taskId.toString()}); // whoever selects the new task finds it
            });
    connect(&m_services.starts, &Service::StartService::resumed, this, [this] {
        if (filter().kind == TaskKind::Mine)
            readStarted(); // it may have been asked for on another day
    });
    connect(&m_services.accounts, &Service::Accounts::accountsChanged, this, [this] {
        fillAccounts();
        Q_EMIT filterChanged();
    });
}

FilterBar::~FilterBar() = default;

Models::TaskFilter FilterBar::filter() const
{
    Models::TaskFilter filter;
    filter.text = m_ui->filterEdit->text();
    filter.kind = static_cast<TaskKind>(m_ui->kindCombo->currentData().toInt());
    filter.sdkAppId.value = m_ui->applicationCombo->currentData().toLongLong();
    filter.accountId = chosenAccountId();
    filter.longRunSeconds = qint64(longRunHours(m_services.settings)) * 3600;
    if (filter.kind == TaskKind::Mine) {
        filter.mineSince = today();
        if (m_startedSince == filter.mineSince)
            filter.startedIds = m_startedIds;
    }
    return filter;
}

//! The beginning of the operator's day, which is not that of UTC.
QDateTime FilterBar::today() const
{
    return m_services.clock.nowUtc().toLocalTime().date().startOfDay().toUTC();
}

QString FilterBar::chosenAccountId() const
{
    return m_ui->accountCombo->currentData().toString();
}

QWidget *FilterBar::lastField() const
{
    return m_ui->accountCombo;
}

void FilterBar::focusText()
{
    m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->filterEdit->selectAll();
}

void FilterBar::clear()
{
    show({});
}

void FilterBar::show(const Models::TaskFilter &filter)
{
    {
        const QSignalBlocker text(m_ui->filterEdit);
        const QSignalBlocker kind(m_ui->kindCombo);
        const QSignalBlocker application(m_ui->applicationCombo);
        const QSignalBlocker account(m_ui->accountCombo);
        m_ui->filterEdit->setText(filter.text);
        m_ui->kindCombo->setCurrentIndex(std::max(0, m_ui->kindCombo->findData(int(filter.kind))));
        if (filter.sdkAppId.isValid() && !m_applications.contains(filter.sdkAppId.value)) {
            // Saved when there were tasks of it: none is shown, rather than all.
            m_applications.insert(filter.sdkAppId.value);
            fillApplications();
        }
        m_ui->applicationCombo->setCurrentIndex(
            std::max(0, m_ui->applicationCombo->findData(filter.sdkAppId.value)));
        m_ui->accountCombo->setCurrentIndex(std::max(0, m_ui->accountCombo->findData(filter.accountId)));
        showAccountName();
    }
    if (filter.kind == TaskKind::Mine)
        readStarted();
    Q_EMIT filterChanged();
}

void FilterBar::setApplications(QSet<qint64> applications)
{
    const qint64 chosen = m_ui->applicationCombo->currentData().toLongLong();
    if (chosen > 0)
        applications.insert(chosen); // stays, also without a task
    if (applications == m_applications)
        return;
    m_applications = applications;
    fillApplications();
}

void FilterBar::fillKinds()
{
    const int chosen = m_ui->kindCombo->currentIndex();
    const QSignalBlocker blocker(m_ui->kindCombo);
    m_ui->kindCombo->clear();
    const auto add = [this](TaskKind kind, const QString &text, const QString &explanation = {}) {
        m_ui->kindCombo->addItem(text, static_cast<int>(kind));
        m_ui->kindCombo->setItemData(m_ui->kindCombo->count() - 1, explanation, Qt::ToolTipRole);
    };
    add(TaskKind::Any, tr("All"));
    add(TaskKind::Running, tr("Running"));
    add(TaskKind::LongRunning, tr("Long runners"),
        tr("Running for %1 h or longer").arg(longRunHours(m_services.settings)));
    add(TaskKind::Stopped, tr("Stopped"));
    add(TaskKind::Failed, tr("Failed"));
    add(TaskKind::Unknown, tr("Unknown"));
    add(TaskKind::Mine, tr("Mine today"), tr("Stopped or started here today"));
    m_ui->kindCombo->setCurrentIndex(std::max(0, chosen));
}

void FilterBar::fillAccounts()
{
    const QString chosen = chosenAccountId();
    const QList<Core::Account> accounts = m_services.accounts.all();
    {
        const QSignalBlocker blocker(m_ui->accountCombo);
        m_ui->accountCombo->clear();
        m_ui->accountCombo->addItem(tr("All accounts"), QString());
        for (const Core::Account &account : accounts) {
            const QString name = Core::plainText(account.name, 64);
            m_ui->accountCombo->addItem(name, account.id);
            m_ui->accountCombo->setItemData(m_ui->accountCombo->count() - 1, plainToolTip(name),
                                            Qt::ToolTipRole);
        }
        m_ui->accountCombo->setCurrentIndex(std::max(0, m_ui->accountCombo->findData(chosen)));
    }
    showAccountName();
    m_ui->accountLabel->setVisible(accounts.size() > 1);
    m_ui->accountCombo->setVisible(accounts.size() > 1);
}

//! Whole, where the box is too narrow for it.
void FilterBar::showAccountName()
{
    m_ui->accountCombo->setToolTip(chosenAccountId().isEmpty()
                                       ? tr("Show only the tasks of this account")
                                       : plainToolTip(m_ui->accountCombo->currentText()));
}

void FilterBar::fillApplications()
{
    const qint64 chosen = m_ui->applicationCombo->currentData().toLongLong();
    {
        const QSignalBlocker blocker(m_ui->applicationCombo);
        QList<qint64> sorted = m_applications.values();
        std::sort(sorted.begin(), sorted.end());
        m_ui->applicationCombo->clear();
        m_ui->applicationCombo->addItem(tr("All applications"), qint64(0));
        for (const qint64 application : std::as_const(sorted))
            m_ui->applicationCombo->addItem(QString::number(application), application);
        m_ui->applicationCombo->setCurrentIndex(std::max(0, m_ui->applicationCombo->findData(chosen)));
    }
    const bool isWanted = m_applications.size() > 1 || chosen > 0;
    m_ui->applicationLabel->setVisible(isWanted);
    m_ui->applicationCombo->setVisible(isWanted);
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    const auto add = [this](const QString &name, const QString &text, TaskKind kind) {
        QAction *action = m_menu->addAction(text, this, [this, kind] { show({.kind = kind}); });
        action->setObjectName(name);
    };
    add(u"showRunningAction"_s, tr("&Running"), TaskKind::Running);
    add(u"showFailedAction"_s, tr("&Failed"), TaskKind::Failed);
    add(u"showMineAction"_s, tr("&Mine today"), TaskKind::Mine);
    add(u"showLongRunnersAction"_s, tr("&Long runners"), TaskKind::LongRunning);
    m_menu->addSeparator();
    fillOwnFilters();
    QAction *save = m_menu->addAction(tr("&Save this filter…"), this, &FilterBar::saveFilter);
    save->setObjectName(u"saveFilterAction"_s);
    if (!m_saved.all().isEmpty()) {
        QMenu *removal = m_menu->addMenu(tr("&Delete a saved filter"));
        removal->setObjectName(u"deleteFilterMenu"_s);
        for (const SavedFilter &saved : m_saved.all()) {
            addNamed(*removal, saved.name, [this, name = saved.name] {
                m_saved.remove(name);
                fillMenu();
            });
        }
    }
    QAction *hours = m_menu->addAction(tr("&When is a run long…"), this, &FilterBar::askForLongRun);
    hours->setObjectName(u"longRunAction"_s);
    m_menu->addSeparator();
    QAction *everything = m_menu->addAction(tr("Show &all tasks"), this, &FilterBar::clear);
    everything->setObjectName(u"showAllAction"_s);
}

//! By a name that somebody gave, with whatever is in it.
void FilterBar::addNamed(QMenu &menu, QString name, const std::function<void()> &triggered)
{
    QAction *action = menu.addAction(QString(), this, triggered);
    action->setToolTip(plainToolTip(name));
    action->setText(name.replace(u'&', u"&&"_s));
}

void FilterBar::fillOwnFilters()
{
    for (const SavedFilter &saved : m_saved.all())
        addNamed(*m_menu, saved.name, [this, filter = saved.filter] { show(filter); });
    if (!m_saved.all().isEmpty())
        m_menu->addSeparator();
}

void FilterBar::showSavedFilters()
{
    m_menu->popup(m_ui->savedButton->mapToGlobal(QPoint(0, m_ui->savedButton->height())));
}

void FilterBar::saveFilter()
{
    m_prompt.askText({.title = tr("Save this filter"), .label = tr("Name of the filter:"), .text = {}},
                     window(), [this, kept = filter()](const QString &name) {
                         m_saved.save(name, kept);
                         fillMenu();
                     });
}

void FilterBar::askForLongRun()
{
    m_prompt.askText({.title = tr("When is a run long"),
                      .label = tr("Hours after which a running task is a long runner:"),
                      .text = QString::number(longRunHours(m_services.settings))},
                     window(), [this](const QString &text) {
                         bool isNumber = false;
                         const int hours = text.trimmed().toInt(&isNumber);
                         if (!isNumber)
                             return;
                         setLongRunHours(m_services.settings, hours);
                         fillKinds();
                         Q_EMIT filterChanged();
                     });
}

void FilterBar::readStarted()
{
    Core::HistoryQuery query;
    query.action = u"StartWhiteboardPush"_s;
    query.since = today();
    query.limit = mostStartsRead;
    m_services.history.page(
        query, this, [this, since = query.since](const Core::Result<QList<Core::HistoryEntry>> &entries) {
            if (!entries || since != today())
                return; // what was stopped is shown all the same; the journal's failure is told elsewhere
            QSet<QString> started;
            for (const Core::HistoryEntry &entry : *entries) {
                if (!entry.taskId.isEmpty())
                    started.insert(entry.taskId);
            }
            addStarted(started);
        });
}

//! To those of today.
void FilterBar::addStarted(const QSet<QString> &taskIds)
{
    if (m_startedSince != today()) {
        m_startedSince = today();
        m_startedIds.clear();
    }
    m_startedIds.unite(taskIds);
    if (filter().kind == TaskKind::Mine)
        Q_EMIT filterChanged();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->filterEdit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_ui->filterEdit->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return) {
            Q_EMIT left(key != Qt::Key_Escape);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillKinds();
        fillAccounts();
        fillApplications();
        fillMenu();
    }
    QWidget::changeEvent(event);
}

} // namespace Gui
