// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/historypage.h"

#include "core/clock.h"
#include "core/logstore.h"
#include "core/redaction.h"
#include "gui/historyexport.h"
#include "gui/icons.h"
#include "gui/plaintooltip.h"
#include "gui/rowtext.h"
#include "gui/statusicon.h"
#include "gui/userprompt.h"
#include "models/historymodel.h"
#include "service/history.h"
#include "text/errorsentences.h"
#include "text/formats.h"
#include "text/historywords.h"
#include "ui_historypage.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

using RequestModel = Models::HistoryModel;

constexpr int typingMs = 200;
constexpr int followMs = 1000;
constexpr int spanMs = 60'000; //!< how late what left the last hour, or days, may still be shown
constexpr int hour = 3600;

//! Choices of the time box, beside "any" and "between".
enum TimeChoice {
    AnyTime = 0,
    LastHour = hour,
    LastDay = 24 * hour,
    LastWeek = 168 * hour,
    LastMonth = 720 * hour,
    Between = -1
};

StatusShape shapeOfRequest(const QString &outcome)
{
    if (outcome == "failed"_L1)
        return StatusShape::Failed;
    if (outcome == "unknown"_L1)
        return StatusShape::Unknown;
    return outcome == "notSent"_L1 ? StatusShape::Warning : StatusShape::Confirmed;
}

//! The outcome has a shape beside its word.
class RequestOutcomeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString outcome = index.data(RequestModel::OutcomeRole).toString();
        if (outcome.isEmpty())
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = statusIcon(shapeOfRequest(outcome), option->palette);
        const int side = option->fontMetrics.ascent() + 2;
        option->decorationSize = QSize(side, side);
    }
};

//! In lines where it is JSON, which is what is sent and answered.
QString inLines(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    const QString shown = error.error == QJsonParseError::NoError
        ? QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed()
        : text;
    QStringList lines = shown.split(u'\n');
    for (QString &line : lines)
        line = Core::plainText(line, Core::longestKeptText);
    return lines.join(u'\n');
}

//! Usual width of a column in average characters of the font.
int charactersOfColumn(int column)
{
    constexpr std::array<int, RequestModel::ColumnCount> widths{24, 14, 13, 25, 28, 16, 24, 40, 10, 5};
    return widths.at(static_cast<std::size_t>(column));
}

void selectData(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

//! Also what is not among the choices: those are read later, and the journal may have lost it.
void choose(QComboBox *box, const QVariant &data, const QString &text)
{
    if (data.isValid() && box->findData(data) < 0)
        box->addItem(Core::plainText(text, 64), data);
    selectData(box, data);
}

} // namespace

HistoryPage::HistoryPage(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::HistoryPage>())
    , m_model(new RequestModel(
          services.history,
          {.time = [](const QDateTime &utc) { return Text::localDateTime(utc); },
           .outcome = [](const Core::HistoryEntry &entry) { return Text::historyOutcome(entry.outcome); },
           .latency = [](qint64 milliseconds) { return Text::latency(milliseconds); }},
          this))
    , m_inspectAction(new QAction(this))
    , m_copyAction(new QAction(this))
    , m_copyRequestIdAction(new QAction(this))
    , m_onlyTaskAction(new QAction(this))
{
    m_ui->setupUi(this);
    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(typingMs);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(followMs);
    m_spanTimer.setInterval(spanMs);
    m_ui->historyExportButton->setIcon(icon(u"export"_s));
    m_ui->cancelExportButton->hide();
    for (QComboBox *box : {m_ui->historyAccountBox, m_ui->historyAppBox, m_ui->historyActionBox,
                           m_ui->historyOutcomeBox, m_ui->historyTimeBox})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const TimeChoice choice : {AnyTime, LastHour, LastDay, LastWeek, LastMonth, Between})
        m_ui->historyTimeBox->addItem(QString(), int(choice));
    const QDateTime now = m_services.clock.nowUtc().toLocalTime();
    m_ui->historySinceEdit->setDateTime(now.addDays(-1));
    m_ui->historyUntilEdit->setDateTime(now);
    setUpTable();
    setUpActions();
    showChoices({});
    showTexts();
    showTimeEdits();
    connectFilters();
    applyFilters();
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::focusSearch()
{
    m_ui->historySearchEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->historySearchEdit->selectAll();
}

void HistoryPage::setUpTable()
{
    QTableView *view = m_ui->historyTable;
    view->setModel(m_model);
    view->setItemDelegate(new PlainTipDelegate(view));
    view->setItemDelegateForColumn(RequestModel::OutcomeColumn, new RequestOutcomeDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < RequestModel::ColumnCount; ++column)
        header->resizeSection(column,
                              view->fontMetrics().averageCharWidth() * charactersOfColumn(column) + 12);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::showDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryPage::showDetails);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryPage::showDetails);
    connect(m_model, &RequestModel::loaded, this, [this] {
        m_problem.reset();
        showState();
    });
    connect(m_model, &RequestModel::failed, this, [this](const Core::Error &error) {
        m_problem = error;
        showState();
    });
}

void HistoryPage::setUpActions()
{
    m_inspectAction->setObjectName(u"inspectHistoryAction"_s);
    m_inspectAction->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_inspectAction->setShortcutContext(Qt::WidgetShortcut);
    m_copyAction->setObjectName(u"copyHistoryAction"_s);
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_copyRequestIdAction->setObjectName(u"copyHistoryRequestIdAction"_s);
    m_copyRequestIdAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_copyRequestIdAction->setShortcutContext(Qt::WidgetShortcut);
    m_onlyTaskAction->setObjectName(u"onlyTaskAction"_s);
    connect(m_inspectAction, &QAction::triggered, this, &HistoryPage::inspect);
    connect(m_ui->historyTable, &QAbstractItemView::doubleClicked, this, &HistoryPage::inspect);
    connect(m_copyAction, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(selectedRowsAsText(*m_ui->historyTable)); });
    connect(m_copyRequestIdAction, &QAction::triggered, this, &HistoryPage::copyRequestIds);
    connect(m_onlyTaskAction, &QAction::triggered, this, [this] {
        if (const auto entry = m_model->entryAt(m_ui->historyTable->currentIndex().row()))
            m_ui->historyTaskEdit->setText(entry->taskId);
    });
    m_ui->historyTable->addActions({m_inspectAction, m_copyRequestIdAction, m_copyAction, m_onlyTaskAction});
    connect(m_ui->historyExportButton, &QToolButton::clicked, this, &HistoryPage::askForExport);
    connect(m_ui->cancelExportButton, &QPushButton::clicked, this, [this] {
        if (m_export)
            m_export->cancel();
    });
}

void HistoryPage::connectFilters()
{
    connect(&m_filterTimer, &QTimer::timeout, this, &HistoryPage::applyFilters);
    connect(&m_refreshTimer, &QTimer::timeout, this, &HistoryPage::refresh);
    connect(&m_spanTimer, &QTimer::timeout, this, [this] {
        if (m_ui->historyTimeBox->currentData().toInt() > 0)
            refresh();
    });
    const auto applyLater = [this] { m_filterTimer.start(); };
    connect(m_ui->historySearchEdit, &QLineEdit::textChanged, this, applyLater);
    connect(m_ui->historyTaskEdit, &QLineEdit::textChanged, this, applyLater);
    connect(m_ui->historySinceEdit, &QDateTimeEdit::dateTimeChanged, this, applyLater);
    connect(m_ui->historyUntilEdit, &QDateTimeEdit::dateTimeChanged, this, applyLater);
    for (const QComboBox *box :
         {m_ui->historyAccountBox, m_ui->historyAppBox, m_ui->historyActionBox, m_ui->historyOutcomeBox})
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryPage::applyFilters);
    connect(m_ui->historyTimeBox, &QComboBox::currentIndexChanged, this, [this] {
        showTimeEdits();
        applyFilters();
    });
    // What is journaled is also logged; a page that nobody sees looks when it is shown again.
    connect(&m_services.log, &Core::LogStore::appended, this, [this] {
        if (isVisible() && !m_refreshTimer.isActive())
            m_refreshTimer.start();
    });
}

void HistoryPage::showTexts()
{
    m_inspectAction->setText(tr("&Inspect the request"));
    m_copyAction->setText(tr("&Copy the selected rows"));
    m_copyRequestIdAction->setText(tr("Copy the &RequestId"));
    m_onlyTaskAction->setText(tr("Only requests about this &task"));
    m_ui->historyAccountBox->setItemText(0, tr("All accounts"));
    m_ui->historyAppBox->setItemText(0, tr("All applications"));
    m_ui->historyActionBox->setItemText(0, tr("All actions"));
    m_ui->historyOutcomeBox->setItemText(0, tr("All outcomes"));
    for (int i = 1; i < m_ui->historyOutcomeBox->count(); ++i)
        m_ui->historyOutcomeBox->setItemText(
            i, Text::historyOutcome(m_ui->historyOutcomeBox->itemData(i).toString()));
    const QStringList times{tr("Any time"),    tr("Last hour"),    tr("Last 24 hours"),
                            tr("Last 7 days"), tr("Last 30 days"), tr("Between…")};
    for (int i = 0; i < times.size(); ++i)
        m_ui->historyTimeBox->setItemText(i, times.at(i));
    showState();
}

void HistoryPage::readChoices()
{
    m_services.history.choices(this, [this](const Core::Result<Core::HistoryChoices> &choices) {
        if (choices)
            showChoices(*choices);
    });
}

//! What was chosen stays chosen.
void HistoryPage::showChoices(const Core::HistoryChoices &choices)
{
    const auto fill = [](QComboBox *box, const QList<QPair<QString, QVariant>> &items) {
        const QVariant chosen = box->currentData();
        const QString chosenText = box->currentText();
        const QSignalBlocker blocker(box);
        const QString all = box->itemText(0);
        box->clear();
        box->addItem(all);
        for (const auto &[text, value] : items)
            box->addItem(Core::plainText(text, 64), value);
        choose(box, chosen, chosenText);
    };
    QList<QPair<QString, QVariant>> accounts;
    for (const QString &profile : choices.profiles)
        accounts.append({profile, profile});
    QList<QPair<QString, QVariant>> apps;
    for (const Core::SdkAppId id : choices.sdkAppIds)
        apps.append({id.toString(), id.value});
    QList<QPair<QString, QVariant>> actions;
    for (const QString &action : choices.actions)
        actions.append({action, action});
    QList<QPair<QString, QVariant>> outcomes;
    for (const QString &outcome : choices.outcomes)
        outcomes.append({Text::historyOutcome(outcome), outcome});
    fill(m_ui->historyAccountBox, accounts);
    fill(m_ui->historyAppBox, apps);
    fill(m_ui->historyActionBox, actions);
    fill(m_ui->historyOutcomeBox, outcomes);
}

void HistoryPage::showTimeEdits()
{
    const bool isBetween = m_ui->historyTimeBox->currentData().toInt() == Between;
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->historySinceLabel), static_cast<QWidget *>(m_ui->historySinceEdit),
          static_cast<QWidget *>(m_ui->historyUntilLabel), static_cast<QWidget *>(m_ui->historyUntilEdit)})
        widget->setVisible(isBetween);
}

Core::HistoryQuery HistoryPage::chosenQuery() const
{
    Core::HistoryQuery query;
    query.text = m_ui->historySearchEdit->text().simplified();
    query.taskId = m_ui->historyTaskEdit->text().trimmed();
    query.profile = m_ui->historyAccountBox->currentData().toString();
    query.action = m_ui->historyActionBox->currentData().toString();
    query.outcome = m_ui->historyOutcomeBox->currentData().toString();
    query.sdkAppId = Core::SdkAppId{m_ui->historyAppBox->currentData().toLongLong()};
    const int time = m_ui->historyTimeBox->currentData().toInt();
    if (time == Between) {
        query.since = m_ui->historySinceEdit->dateTime().toUTC();
        query.until = m_ui->historyUntilEdit->dateTime().toUTC();
    } else if (time != AnyTime) {
        query.since = m_services.clock.nowUtc().addSecs(-time);
    }
    return query;
}

void HistoryPage::applyFilters()
{
    m_filterTimer.stop();
    m_model->setQuery(chosenQuery());
    m_ui->historyTable->scrollToTop();
    showState();
}

void HistoryPage::refresh()
{
    readChoices();
    m_model->setSince(chosenQuery().since);
    m_model->refresh();
}

void HistoryPage::showState()
{
    const int rows = m_model->rowCount();
    QString text;
    if (m_problem)
        text = Text::explain(*m_problem).title;
    else if (rows == 0)
        text = m_model->isLoading() ? tr("Reading…") : tr("No request matches.");
    else
        text = m_model->isAtEnd() ? tr("%n request(s)", nullptr, rows)
                                  : tr("The newest %n request(s); scroll down for more", nullptr, rows);
    m_ui->historyStateLabel->setText(text);
    m_ui->historyExportButton->setEnabled(rows > 0 && !m_export);
}

void HistoryPage::showDetails()
{
    const QModelIndexList rows = m_ui->historyTable->selectionModel()->selectedRows();
    m_inspectAction->setEnabled(!rows.isEmpty());
    m_copyAction->setEnabled(!rows.isEmpty());
    m_copyRequestIdAction->setEnabled(!rows.isEmpty());
    m_onlyTaskAction->setEnabled(!rows.isEmpty());
    const auto entry = rows.isEmpty() ? std::nullopt : m_model->entryAt(rows.constLast().row());
    if (!entry) {
        m_detailsOf = 0;
        m_detailsAsker.reset();
        m_ui->historyDetailsText->clear();
        return;
    }
    if (m_detailsOf == entry->eventId)
        return;
    m_detailsOf = entry->eventId;
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(tr("%1: %2", "name, value").arg(name, Core::plainText(value)));
    };
    for (int column = 0; column < RequestModel::ColumnCount; ++column)
        add(m_model->headerData(column, Qt::Horizontal).toString(),
            rows.constLast().siblingAtColumn(column).data().toString());
    add(tr("The service says"), entry->errorMessage);
    const QString facts = lines.join(u'\n');
    m_ui->historyDetailsText->setPlainText(facts);
    m_detailsAsker = std::make_unique<QObject>();
    m_services.history.exchange(
        entry->eventId, m_detailsAsker.get(), [this, facts](const Core::Result<Core::ExchangeTexts> &texts) {
            if (!texts)
                return;
            const QString gone = tr("No longer kept, or there was none.");
            m_ui->historyDetailsText->setPlainText(
                QString(facts + u"\n\n"_s + tr("Request:") + u'\n'
                        + (texts->request.isEmpty() ? gone : inLines(texts->request)) + u"\n\n"_s
                        + tr("Answer:") + u'\n' + (texts->answer.isEmpty() ? gone : inLines(texts->answer))));
        });
}

void HistoryPage::inspect()
{
    const auto entry = m_model->entryAt(m_ui->historyTable->currentIndex().row());
    if (!entry)
        return;
    m_services.history.exchange(entry->eventId, this,
                                [this, entry = *entry](const Core::Result<Core::ExchangeTexts> &texts) {
                                    Q_EMIT inspectRequested(entry, texts.value_or(Core::ExchangeTexts()));
                                });
}

void HistoryPage::copyRequestIds()
{
    QModelIndexList rows = m_ui->historyTable->selectionModel()->selectedRows(RequestModel::RequestIdColumn);
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const QModelIndex &row : std::as_const(rows)) {
        const QString id = Core::plainText(row.data().toString());
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void HistoryPage::askForExport()
{
    m_prompt.askSaveFile(
        {tr("Export the history"), u"history.csv"_s, tr("CSV (*.csv);;JSON (*.json)"), u"csv"_s}, this,
        [this](const QString &path) { startExport(path); });
}

void HistoryPage::startExport(const QString &path)
{
    if (m_export)
        return;
    m_export = new HistoryExport(m_services.history, chosenQuery(), path, this);
    connect(m_export, &HistoryExport::progressed, this, [this](qint64 requests) {
        m_ui->exportLabel->setText(tr("Exported so far: %1").arg(QLocale().toString(requests)));
    });
    connect(m_export, &HistoryExport::finished, this, [this](qint64 requests) {
        endExport(tr("%n request(s) exported", nullptr, static_cast<int>(requests)));
    });
    connect(m_export, &HistoryExport::canceled, this, [this] { endExport(tr("Export canceled")); });
    connect(m_export, &HistoryExport::failed, this, [this](const Core::Error &error) {
        endExport(QString());
        m_prompt.warn(tr("Export the history"), Text::fileNotWritten(error), this);
    });
    m_ui->cancelExportButton->show();
    m_export->start();
    showState();
}

void HistoryPage::endExport(const QString &sentence)
{
    m_export->deleteLater();
    m_export = nullptr;
    m_ui->cancelExportButton->hide();
    m_ui->exportLabel->setText(sentence);
    showState();
}

void HistoryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        if (!m_export)
            m_ui->exportLabel->clear(); // how the last one ended is no news any more
        m_detailsOf = 0; // worded again when the model's texts change
        m_model->refreshTexts();
        showTexts();
    }
    QWidget::changeEvent(event);
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_spanTimer.start();
    refresh();
}

void HistoryPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_spanTimer.stop();
}

QByteArray HistoryPage::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << m_ui->historyTable->horizontalHeader()->saveState() << m_ui->historySplitter->saveState()
        << m_ui->historySearchEdit->text() << m_ui->historyTaskEdit->text();
    for (const QComboBox *box : {m_ui->historyAccountBox, m_ui->historyAppBox, m_ui->historyActionBox,
                                 m_ui->historyOutcomeBox, m_ui->historyTimeBox})
        out << box->currentData();
    out << m_ui->historySinceEdit->dateTime().toUTC() << m_ui->historyUntilEdit->dateTime().toUTC();
    return state;
}

void HistoryPage::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    QByteArray header;
    QByteArray splitter;
    in >> header >> splitter;
    if (in.status() != QDataStream::Ok)
        return;
    m_ui->historyTable->horizontalHeader()->restoreState(header);
    m_ui->historySplitter->restoreState(splitter);
    restoreFilters(in);
}

void HistoryPage::restoreFilters(QDataStream &in)
{
    QString text;
    QString task;
    QVariant account;
    QVariant app;
    QVariant action;
    QVariant outcome;
    QVariant time;
    QDateTime since;
    QDateTime until;
    in >> text >> task >> account >> app >> action >> outcome >> time >> since >> until;
    if (in.status() != QDataStream::Ok)
        return; // the first releases kept no filters
    m_ui->historySearchEdit->setText(text);
    m_ui->historyTaskEdit->setText(task);
    choose(m_ui->historyAccountBox, account, account.toString());
    choose(m_ui->historyAppBox, app, app.toString());
    choose(m_ui->historyActionBox, action, action.toString());
    choose(m_ui->historyOutcomeBox, outcome, Text::historyOutcome(outcome.toString()));
    selectData(m_ui->historyTimeBox, time);
    m_ui->historySinceEdit->setDateTime(since.toLocalTime());
    m_ui->historyUntilEdit->setDateTime(until.toLocalTime());
    applyFilters();
}

} // namespace Gui
