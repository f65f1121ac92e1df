// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logpane.h"

#include "core/redaction.h"
#include "gui/accountexchange.h"
#include "gui/icons.h"
#include "gui/logexport.h"
#include "gui/logleveldelegate.h"
#include "gui/userprompt.h"
#include "models/logfiltermodel.h"
#include "models/logmodel.h"
#include "text/errorsentences.h"
#include "text/formats.h"
#include "text/logsentences.h"
#include "text/outcomes.h"
#include "ui_logpane.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

using Model = Models::LogModel;

Models::LogTexts texts()
{
    return {
        .sentence = [](const Core::LogEntry &entry) { return Text::sentence(entry); },
        .outcome = &Text::outcomeText,
        .level = [](Core::LogLevel level) { return Text::word(level); },
        .time = [](const QDateTime &utc) { return Text::localTime(utc); },
        .latency = [](qint64 milliseconds) { return Text::latency(milliseconds); },
    };
}

//! Usual width of a column in average characters of the font.
int charactersOf(Model::Column column)
{
    switch (column) {
    case Model::TimeColumn:
        return 14; // "12:59:59 PM"
    case Model::LatencyColumn:
        return 11;
    case Model::LevelColumn:
        return 13;
    case Model::AccountColumn:
        return 15;
    case Model::ActionColumn:
        return 25;
    case Model::TaskColumn:
        return 27;
    case Model::OutcomeColumn:
        return 26;
    case Model::RequestIdColumn:
        return 20;
    case Model::AttemptColumn:
        return 9;
    case Model::TextColumn:
    case Model::ColumnCount:
        break;
    }
    return 50;
}

//! The details pane's paragraphs, as plain text.
QString detailsOf(const Core::LogEntry &entry)
{
    const Text::ErrorText text = Text::detail(entry);
    QStringList paragraphs{text.title, text.explanation, text.remedy};
    if (entry.error && !entry.error->apiMessage.isEmpty())
        paragraphs.append(LogPane::tr("The service says: %1").arg(Core::plainText(entry.error->apiMessage)));
    if (entry.error && !entry.error->detail.isEmpty())
        paragraphs.append(LogPane::tr("Technical detail: %1").arg(Core::plainText(entry.error->detail)));

    QStringList facts;
    const auto fact = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append(LogPane::tr("%1: %2", "name of a field, its value").arg(name, value));
    };
    fact(LogPane::tr("Time"), Text::localDateTime(entry.time));
    fact(LogPane::tr("Account"), entry.accountName);
    fact(LogPane::tr("Action"), entry.action);
    fact(LogPane::tr("Application"), entry.sdkAppId.isValid() ? entry.sdkAppId.toString() : QString());
    fact(LogPane::tr("TaskId"), entry.taskId);
    fact(LogPane::tr("RequestId"), entry.requestId);
    paragraphs.append(facts.join(u'\n'));
    paragraphs.removeAll(QString());
    return paragraphs.join(u"\n\n"_s);
}

} // namespace

LogPane::LogPane(Core::LogStore &log, UserPrompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::LogPane>())
    , m_model(new Models::LogModel(log, texts(), this))
    , m_filter(new Models::LogFilterModel(*m_model, this))
    , m_inspectAction(new QAction(this))
    , m_copyAction(new QAction(icon(u"copy"_s), {}, this))
    , m_copyRequestIdAction(new QAction(this))
{
    m_ui->setupUi(this);
    for (int level = 0; level < 4; ++level)
        m_ui->levelBox->addItem(QString(), level);
    setUpView();
    setUpActions();
    connectView();
    showTexts();
    showEnabled();
}

LogPane::~LogPane()
{
    // The view goes after this object's members, and moves its bar while it goes.
    m_ui->logView->verticalScrollBar()->disconnect(this);
}

void LogPane::setUpView()
{
    QTableView *view = m_ui->logView;
    view->setModel(m_filter);
    view->setItemDelegateForColumn(Model::LevelColumn, new LogLevelDelegate(this));
    view->installEventFilter(this);
    const int icon = view->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, view);
    QHeaderView *rows = view->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed); // measuring each row costs seconds at many lines
    rows->setMinimumSectionSize(1);
    rows->setDefaultSectionSize(qMax(icon, view->fontMetrics().height()) + 4);
    QHeaderView *columns = view->horizontalHeader();
    columns->setSectionsMovable(true);
    columns->setStretchLastSection(true);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setHighlightSections(false);
    for (int column = 0; column < Model::ColumnCount; ++column) {
        const int width = charactersOf(Model::Column(column)) * view->fontMetrics().averageCharWidth();
        columns->resizeSection(column, width);
    }
    m_ui->splitter->setSizes({700, 300});
}

void LogPane::setUpActions()
{
    m_inspectAction->setObjectName(u"inspectAction"_s);
    m_inspectAction->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_inspectAction->setShortcutContext(Qt::WidgetShortcut);
    connect(m_inspectAction, &QAction::triggered, this, &LogPane::inspect);
    connect(m_ui->logView, &QAbstractItemView::doubleClicked, this, &LogPane::inspect);
    m_copyAction->setObjectName(u"copyLinesAction"_s);
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_copyRequestIdAction->setObjectName(u"copyRequestIdAction"_s);
    connect(m_copyAction, &QAction::triggered, this, &LogPane::copyLines);
    connect(m_copyRequestIdAction, &QAction::triggered, this, &LogPane::copyRequestIds);
    m_ui->logView->addActions({m_inspectAction, m_copyAction, m_copyRequestIdAction});

    m_ui->copyButton->setIcon(icon(u"copy"_s));
    m_ui->exportButton->setIcon(icon(u"export"_s));
    m_ui->clearButton->setIcon(icon(u"clear"_s));
    connect(m_ui->copyButton, &QToolButton::clicked, this, &LogPane::copyLines);
    connect(m_ui->exportButton, &QToolButton::clicked, this, [this] {
        m_prompt.askSaveFile({tr("Export the log"), u"log.csv"_s, tr("CSV (*.csv);;JSON (*.json)"), u"csv"_s},
                             this, [this](const QString &path) { exportShown(path); });
    });
    connect(m_ui->clearButton, &QToolButton::clicked, this, [this] { m_log.clear(); });
}

void LogPane::connectView()
{
    connect(m_ui->levelBox, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_filter->setMinimumLevel(Core::LogLevel(qMax(0, index))); });
    connect(m_ui->searchEdit, &QLineEdit::textChanged, m_filter, &Models::LogFilterModel::setText);
    connect(m_ui->logView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LogPane::showDetails);
    // Both lines that come and a view that becomes lower move the end away.
    QScrollBar *bar = m_ui->logView->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_followsEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_followsEnd)
            bar->setValue(maximum);
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &LogPane::showEnabled);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LogPane::showEnabled);
}

void LogPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_model->refreshTexts();
    showTexts();
    showDetails();
}

void LogPane::showTexts()
{
    m_ui->levelBox->setItemText(0, tr("Everything"));
    m_ui->levelBox->setItemText(1, tr("Successes, warnings, errors"));
    m_ui->levelBox->setItemText(2, tr("Warnings and errors"));
    m_ui->levelBox->setItemText(3, tr("Errors"));
    m_inspectAction->setText(tr("&Inspect the request"));
    m_copyAction->setText(tr("&Copy the selected lines"));
    m_copyRequestIdAction->setText(tr("Copy the &RequestId"));
}

bool LogPane::eventFilter(QObject *watched, QEvent *event)
{
    // Ctrl+C belongs to the table that has the focus, also where the window has a shortcut of that key.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            key->accept();
            if (event->type() == QEvent::KeyPress)
                copyLines();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LogPane::showDetails()
{
    showEnabled();
    const QList<Core::LogEntry> entries = selectedEntries();
    const QString text = entries.isEmpty() ? QString() : detailsOf(entries.constLast());
    if (text != m_ui->detailsText->toPlainText())
        m_ui->detailsText->setPlainText(text);
}

void LogPane::showEnabled()
{
    const QItemSelectionModel *selection = m_ui->logView->selectionModel();
    const bool hasSelection = selection->hasSelection();
    m_inspectAction->setEnabled(hasSelection);
    m_copyAction->setEnabled(hasSelection);
    m_copyRequestIdAction->setEnabled(hasSelection);
    m_ui->copyButton->setEnabled(hasSelection);
    m_ui->exportButton->setEnabled(m_filter->rowCount() > 0);
    m_ui->clearButton->setEnabled(m_model->rowCount() > 0);
}

void LogPane::inspect()
{
    const QList<Core::LogEntry> entries = selectedEntries();
    if (!entries.isEmpty())
        Q_EMIT inspectRequested(entries.constLast());
}

void LogPane::copyLines()
{
    const QList<Core::LogEntry> entries = selectedEntries();
    if (!entries.isEmpty())
        QGuiApplication::clipboard()->setText(logAsText(entries));
}

void LogPane::copyRequestIds()
{
    QStringList ids;
    const QList<Core::LogEntry> entries = selectedEntries();
    for (const Core::LogEntry &entry : entries) {
        if (!entry.requestId.isEmpty() && !ids.contains(entry.requestId))
            ids.append(entry.requestId);
    }
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void LogPane::exportShown(const QString &path)
{
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QList<Core::LogEntry> entries = shownEntries();
    const Core::Result<void> written = writeFile(path, isJson ? logAsJson(entries) : logAsCsv(entries));
    if (!written)
        m_prompt.warn(tr("Export the log"), Text::fileNotWritten(written.error()), this);
}

QList<Core::LogEntry> LogPane::selectedEntries() const
{
    QModelIndexList rows = m_ui->logView->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<Core::LogEntry> entries;
    for (const QModelIndex &row : rows) {
        if (const Core::LogEntry *entry = m_filter->entryAt(row))
            entries.append(*entry);
    }
    return entries;
}

QList<Core::LogEntry> LogPane::shownEntries() const
{
    QList<Core::LogEntry> entries;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        entries.append(*m_filter->entryAt(m_filter->index(row, 0)));
    return entries;
}

QByteArray LogPane::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << m_ui->logView->horizontalHeader()->saveState() << m_ui->splitter->saveState()
        << qint32(m_ui->levelBox->currentIndex()) << m_ui->searchEdit->text();
    return state;
}

void LogPane::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    QByteArray header;
    QByteArray splitter;
    in >> header >> splitter;
    if (in.status() != QDataStream::Ok)
        return;
    m_ui->logView->horizontalHeader()->restoreState(header);
    m_ui->splitter->restoreState(splitter);
    qint32 level = 0; // the first releases kept no filter
    QString text;
    in >> level >> text;
    if (in.status() != QDataStream::Ok)
        return;
    m_ui->levelBox->setCurrentIndex(level >= 0 && level < m_ui->levelBox->count() ? level : 0);
    m_ui->searchEdit->setText(text);
}

} // namespace Gui
