// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/detailspane.h"

#include "core/clock.h"
#include "gui/detailfields.h"
#include "gui/icons.h"
#include "gui/plaintooltip.h"
#include "gui/rowtext.h"
#include "gui/valuetext.h"
#include "models/eventmodel.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/history.h"
#include "text/errorsentences.h"
#include "text/formats.h"
#include "text/journalsentences.h"
#include "text/outcomes.h"
#include "text/punctuation.h"
#include "ui_detailspane.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QToolButton>

namespace Gui {

using namespace Qt::StringLiterals;

DetailsPane::DetailsPane(const Service::Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::DetailsPane>())
    , m_events(nullptr)
    , m_inspectAction(new QAction(this))
    , m_copyAction(new QAction(this))
{
    m_ui->setupUi(this);
    QFont bold = m_ui->problemTitleLabel->font();
    bold.setBold(true);
    m_ui->problemTitleLabel->setFont(bold);
    m_ui->stopBackupButton->setIcon(icon(u"stop"_s));
    setUpJournal();

    connect(m_ui->stopBackupButton, &QAbstractButton::clicked, this, [this] {
        if (m_task)
            Q_EMIT stopBackupRequested(m_task->key);
    });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &DetailsPane::readJournal);
    showTask(std::nullopt, false);
}

DetailsPane::~DetailsPane() = default;

void DetailsPane::showTask(const std::optional<Core::PushTask> &task, bool canStopBackup)
{
    const bool isOther = !task || !m_task || task->key != m_task->key;
    m_task = task;
    m_ui->stack->setCurrentWidget(task ? static_cast<QWidget *>(m_ui->tabs) : m_ui->nothingPage);
    if (isOther)
        m_events->setEvents({});
    if (!task)
        return;
    m_ui->backupFrame->setVisible(task->hasBackupLeftRunning());
    m_ui->stopBackupButton->setEnabled(canStopBackup);
    updateProblem();
    updateFields();
    readJournal();
}

QByteArray DetailsPane::saveState() const
{
    return QByteArray::number(m_ui->tabs->currentIndex());
}

void DetailsPane::restoreState(const QByteArray &state)
{
    m_ui->tabs->setCurrentIndex(state.toInt());
}

void DetailsPane::tick()
{
    if (m_task && m_task->isRunning())
        updateFields();
}

void DetailsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        translateActions();
        m_events->refreshTexts();
        if (m_task) {
            updateProblem();
            updateFields();
            readJournal(); // says so where there is none
        }
    }
    QWidget::changeEvent(event);
}

void DetailsPane::setUpJournal()
{
    m_events = new Models::EventModel(
        {.kind = [](Core::EventKind kind) { return Text::word(kind); },
         .result = [](const Core::JournalEvent &event) { return Text::resultText(event); },
         .time = [](const QDateTime &utc) { return Text::localDateTime(utc); },
         .latency = [](qint64 milliseconds) { return Text::latency(milliseconds); }},
        this);
    QTableView *view = m_ui->journalTable;
    view->setModel(m_events);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_inspectAction->setObjectName(u"inspectEventAction"_s);
    m_inspectAction->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_inspectAction->setShortcutContext(Qt::WidgetShortcut);
    connect(m_inspectAction, &QAction::triggered, this, &DetailsPane::inspect);
    connect(view, &QAbstractItemView::doubleClicked, this, &DetailsPane::inspect);
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copyAction, &QAction::triggered, this,
            [view] { QGuiApplication::clipboard()->setText(selectedRowsAsText(*view)); });
    view->addActions({m_inspectAction, m_copyAction});
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    translateActions();
}

void DetailsPane::translateActions()
{
    m_inspectAction->setText(tr("&Inspect the request"));
    m_copyAction->setText(tr("&Copy rows"));
}

void DetailsPane::addRow(const QString &objectName, bool isId)
{
    const int row = static_cast<int>(m_rows.size());
    FieldRow fields{new QLabel(m_ui->taskContents), new ValueText(m_ui->taskContents), nullptr};
    fields.value->setObjectName(objectName);
    fields.name->setBuddy(fields.value);
    m_ui->fieldsGrid->addWidget(fields.name, row, 0);
    m_ui->fieldsGrid->addWidget(fields.value, row, 1, Qt::AlignVCenter);
    if (isId) {
        fields.copy = new QToolButton(m_ui->taskContents);
        fields.copy->setObjectName(QString(objectName + u"CopyButton"));
        fields.copy->setAutoRaise(true);
        fields.copy->setIcon(icon(u"copy"_s));
        connect(fields.copy, &QAbstractButton::clicked, fields.value,
                [value = fields.value] { QGuiApplication::clipboard()->setText(value->toPlainText()); });
        m_ui->fieldsGrid->addWidget(fields.copy, row, 2);
    }
    m_rows.append(fields);
}

void DetailsPane::updateFields()
{
    const std::optional<Core::Account> account = m_services.accounts.byId(m_task->key.accountId);
    const QList<DetailField> fields =
        detailFields(*m_task, account ? account->name : m_task->key.accountId, m_services.clock.nowUtc());
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const DetailField &field = fields.at(i);
        if (i == m_rows.size())
            addRow(field.objectName, field.isId);
        const FieldRow &row = m_rows.at(i);
        const bool isShown = !field.value.isEmpty();
        row.name->setText(Text::fieldLabel(field.name));
        row.name->setVisible(isShown);
        row.value->setVisible(isShown);
        row.value->setAccessibleName(field.name);
        row.value->setAccessibleDescription(tr("Of the selected task, to read and copy"));
        if (row.value->toPlainText() != field.value) { // keeps a selection the operator made
            row.value->setPlainText(field.value);
            row.value->setToolTip(plainToolTip(field.value));
        }
        if (row.copy != nullptr) {
            row.copy->setVisible(isShown);
            row.copy->setAccessibleName(tr("Copy: %1").arg(field.name));
            row.copy->setToolTip(tr("Put it on the clipboard"));
        }
    }
}

void DetailsPane::updateProblem()
{
    const std::optional<TaskProblem> problem = problemOf(*m_task);
    m_ui->problemFrame->setVisible(problem.has_value());
    if (!problem)
        return;
    const auto show = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    show(m_ui->problemTitleLabel, problem->text.title);
    show(m_ui->problemExplanationLabel, problem->text.explanation);
    show(m_ui->problemRemedyLabel, problem->text.remedy);
    show(m_ui->problemMessageLabel,
         problem->serviceMessage.isEmpty() ? QString()
                                           : tr("The service says: %1").arg(problem->serviceMessage));
}

void DetailsPane::readJournal()
{
    if (!m_task || m_ui->tabs->currentWidget() != m_ui->journalTab)
        return;
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    m_isStale = false;
    const std::optional<Core::Account> account = m_services.accounts.byId(m_task->key.accountId);
    m_services.history.eventsOf(
        m_task->key, account ? account->secretId : QString(), this,
        [this, key = m_task->key](const Core::Result<QList<Core::JournalEvent>> &events) {
            m_isReading = false;
            if (m_isStale) {
                readJournal();
                return;
            }
            if (!m_task || m_task->key != key)
                return;
            m_ui->journalNoteLabel->setVisible(!events || events->isEmpty());
            if (!events) {
                m_ui->journalNoteLabel->setText(Text::explain(events.error()).title);
                return;
            }
            m_ui->journalNoteLabel->setText(tr("Nothing was asked about this task yet."));
            m_events->setEvents(*events);
            m_ui->journalTable->resizeColumnsToContents();
        });
}

void DetailsPane::inspect()
{
    const QModelIndex current = m_ui->journalTable->currentIndex();
    if (!m_task || !current.isValid())
        return;
    Core::Intent intent;
    intent.task = m_task->key;
    intent.accountId = m_task->key.accountId;
    if (const std::optional<Core::Account> account = m_services.accounts.byId(intent.accountId)) {
        intent.profile = account->name;
        intent.endpoint = account->endpoint;
    }
    Q_EMIT inspectRequested(
        m_services.dispatcher.exchanges().behind(m_events->eventAt(current.row()), intent));
}

} // namespace Gui
