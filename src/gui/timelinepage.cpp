// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timelinepage.h"

#include "core/clock.h"
#include "core/redaction.h"
#include "gui/activityplot.h"
#include "gui/plaintooltip.h"
#include "gui/savedfilters.h"
#include "gui/timelinebars.h"
#include "service/dispatcher.h"
#include "service/taskbook.h"
#include "text/formats.h"
#include "ui_timelinepage.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <map>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

using Timeline = Models::TimelineModel;
using BarState = Models::TimelineBar::State;

constexpr int tickMs = 1000;
constexpr int gatherMs = 200;
constexpr std::array barStates{BarState::Running, BarState::LongRunning, BarState::Prepared, BarState::Ended,
                               BarState::Failed,  BarState::Vanished,    BarState::Unknown};
constexpr std::array spanHours{1, 6, 24};

//! How many of the bars ran when, as steps. Of those that are not known nobody can say.
QList<QPair<QDateTime, int>> runningSteps(const Timeline &model)
{
    const qint64 fromMs = model.from().toMSecsSinceEpoch();
    std::map<qint64, int> changes{{fromMs, 0}};
    for (const Models::TimelineBar &bar : model.bars()) {
        if (bar.state == BarState::Unknown)
            continue;
        ++changes[std::max(bar.start.toMSecsSinceEpoch(), fromMs)];
        if (bar.end.isValid())
            --changes[bar.end.toMSecsSinceEpoch()];
    }
    QList<QPair<QDateTime, int>> steps;
    int running = 0;
    for (const auto &[timeMs, change] : changes) {
        running += change;
        steps.append({QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC), running});
    }
    return steps;
}

} // namespace

TimelinePage::TimelinePage(const Service::Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::TimelinePage>())
    , m_model(nullptr)
    , m_plot(new ActivityPlot(this))
{
    m_ui->setupUi(this);
    m_plot->setObjectName(u"activityPlot"_s);
    m_ui->rows->addWidget(m_plot);
    for (const int hours : spanHours)
        m_ui->spanBox->addItem(QString(), hours);
    m_ui->spanBox->setCurrentIndex(1);
    m_tick.setInterval(tickMs);
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(gatherMs);
    setUpTable();
    setUpLegend();
    connect(&m_tick, &QTimer::timeout, this, &TimelinePage::readTasks);
    connect(&m_readTimer, &QTimer::timeout, this, &TimelinePage::readTasks);
    connect(m_ui->spanBox, &QComboBox::currentIndexChanged, this, &TimelinePage::readTasks);
    const auto readLater = [this] {
        if (isVisible() && !m_readTimer.isActive())
            m_readTimer.start();
    };
    connect(&m_services.book, &Service::TaskBook::tasksChanged, this, readLater);
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, this, readLater);
    readTasks();
}

TimelinePage::~TimelinePage() = default;

void TimelinePage::setUpTable()
{
    m_model = new Timeline(
        {.duration = [](qint64 seconds) { return Text::duration(seconds); },
         .sentence =
             [this](const Models::TimelineBar &bar) {
                 const QString name = Core::plainText(bar.name, 128);
                 const QString state =
                     m_legend.isEmpty() ? QString() : m_legend.at(static_cast<qsizetype>(bar.state))->text();
                 return bar.end.isValid()
                     ? tr("%1: %2, from %3 to %4, %5")
                           .arg(name, state, Text::localDateTime(bar.start), Text::localDateTime(bar.end),
                                Text::duration(bar.seconds))
                     : tr("%1: %2, since %3, %4")
                           .arg(name, state, Text::localDateTime(bar.start), Text::duration(bar.seconds));
             }},
        this);
    QTableView *view = m_ui->timelineTable;
    view->setHorizontalHeader(new TimelineHeader(*m_model, view));
    view->setModel(m_model);
    view->setItemDelegate(new PlainTipDelegate(view));
    view->setItemDelegateForColumn(Timeline::BarColumn, new TimelineDelegate(*m_model, view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    QHeaderView *header = view->horizontalHeader();
    header->setSectionResizeMode(Timeline::BarColumn, QHeaderView::Stretch);
    header->resizeSection(Timeline::TaskColumn, view->fontMetrics().averageCharWidth() * 26);
    header->resizeSection(Timeline::DurationColumn, view->fontMetrics().averageCharWidth() * 14);
    view->installEventFilter(this);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                if (!selected.isEmpty())
                    Q_EMIT taskChosen(m_model->barAt(selected.constFirst().top()).key);
            });
    connect(view, &QAbstractItemView::doubleClicked, this, &TimelinePage::activateCurrent);
}

void TimelinePage::setUpLegend()
{
    constexpr int swatchWidth = 22;
    for (const BarState state : barStates) {
        const qreal ratio = devicePixelRatioF();
        const QSize size(swatchWidth, fontMetrics().ascent());
        QPixmap pixmap(size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintTimelineBar(painter, QRectF(1, 1, size.width() - 3, size.height() - 3), state, palette());
        painter.end();
        auto *swatch = new QLabel(this);
        swatch->setPixmap(pixmap);
        auto *word = new QLabel(this);
        word->setTextFormat(Qt::PlainText);
        m_ui->legend->addWidget(swatch);
        m_ui->legend->addWidget(word);
        m_legend.append(word);
    }
    static_assert(int(BarState::Running) == 0 && int(BarState::Unknown) == int(barStates.size()) - 1);
}

void TimelinePage::showTexts()
{
    for (int i = 0; i < m_ui->spanBox->count(); ++i)
        m_ui->spanBox->setItemText(i, tr("%n hour(s)", nullptr, spanHours.at(static_cast<size_t>(i))));
    const QStringList words{
        tr("running"),           tr("running for %n hour(s) or longer", nullptr, m_longRunHours),
        tr("prepared"),          tr("ended"),
        tr("ended by an error"), tr("gone"),
        tr("not known")};
    for (qsizetype i = 0; i < words.size(); ++i)
        m_legend.at(i)->setText(words.at(i));
}

void TimelinePage::readTasks()
{
    constexpr int secondsOfHour = 3600;
    m_readTimer.stop();
    if (const int hours = longRunHours(m_services.settings); hours != m_longRunHours) {
        m_longRunHours = hours;
        m_model->setLongRunSeconds(qint64(hours) * secondsOfHour);
        showTexts();
    }
    m_model->setTasks(m_services.book.byKey(), m_services.clock.nowUtc(),
                      m_ui->spanBox->currentData().toInt() * secondsOfHour);
    m_ui->timelineTable->horizontalHeader()->viewport()->update();
    m_ui->timelineCountLabel->setText(tr("%n task(s)", nullptr, m_model->rowCount()));
    showActivity();
}

void TimelinePage::showActivity()
{
    m_plot->setRunning(m_model->from(), m_model->to(), runningSteps(*m_model));
    m_plot->setRate(m_services.dispatcher.requestsBySecond(), Service::Dispatcher::requestLimitPerSecond);
}

void TimelinePage::activateCurrent()
{
    const QModelIndex current = m_ui->timelineTable->currentIndex();
    if (current.isValid())
        Q_EMIT taskActivated(m_model->barAt(current.row()).key);
}

void TimelinePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showTexts();
        m_model->refreshTexts();
        readTasks();
    }
    QWidget::changeEvent(event);
}

//! No wake-ups while nobody looks.
void TimelinePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readTasks();
    m_tick.start();
}

void TimelinePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
}

bool TimelinePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->timelineTable && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activateCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QByteArray TimelinePage::saveState() const
{
    return QByteArray::number(m_ui->spanBox->currentData().toInt());
}

void TimelinePage::restoreState(const QByteArray &state)
{
    const int index = m_ui->spanBox->findData(state.toInt());
    if (index >= 0)
        m_ui->spanBox->setCurrentIndex(index);
}

} // namespace Gui
