// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bulkstoppanel.h"

#include "core/journal.h"
#include "gui/accountexchange.h"
#include "gui/icons.h"
#include "gui/stopburst.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "text/errorsentences.h"
#include "text/formats.h"
#include "text/recordwriter.h"
#include "ui_bulkstoppanel.h"

#include <QBuffer>
#include <QEvent>
#include <QLocale>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int updateMs = 200;

} // namespace

BulkStopPanel::BulkStopPanel(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::BulkStopPanel>())
    , m_burst(new StopBurst(services.stops, services.clock, this))
    , m_timer(this)
{
    m_ui->setupUi(this);
    m_ui->exportSummaryButton->setIcon(icon(u"export"_s));
    m_ui->closePanelButton->setIcon(icon(u"close"_s));
    m_timer.setInterval(updateMs);
    connect(&m_timer, &QTimer::timeout, this, &BulkStopPanel::showProgress);
    connect(m_burst, &StopBurst::begun, this, [this] {
        m_timer.start();
        // Once all that was asked for in this turn is counted.
        QMetaObject::invokeMethod(this, &BulkStopPanel::showProgress, Qt::QueuedConnection);
    });
    connect(m_burst, &StopBurst::ended, this, &BulkStopPanel::onEnded);
    connect(m_ui->cancelRestButton, &QAbstractButton::clicked, this, &BulkStopPanel::cancelRestRequested);
    connect(m_ui->retryFailedButton, &QAbstractButton::clicked, this,
            [this] { Q_EMIT retryRequested(m_burst->retryable()); });
    connect(m_ui->exportSummaryButton, &QAbstractButton::clicked, this, [this] {
        m_prompt.askSaveFile(
            {tr("Export the summary"), u"stops.csv"_s, tr("CSV (*.csv);;JSON (*.json)"), u"csv"_s}, this,
            [this](const QString &path) { exportSummary(path); });
    });
    connect(m_ui->closePanelButton, &QAbstractButton::clicked, this, [this] {
        m_burst->forget();
        hide();
    });
    hide();
}

BulkStopPanel::~BulkStopPanel() = default;

void BulkStopPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showProgress();
    }
    QFrame::changeEvent(event);
}

void BulkStopPanel::onEnded()
{
    m_timer.stop();
    showProgress();
}

void BulkStopPanel::showProgress()
{
    const StopBurst::Counts &counts = m_burst->counts();
    const bool isRunning = m_burst->isRunning();
    const qsizetype unsent = m_burst->unsent();
    Q_EMIT canCancelChanged(unsent > 0);
    if (!m_burst->isOfMany()) {
        hide();
        return;
    }
    showTitle();
    showCounts();
    m_ui->bulkProgress->setRange(0, counts.total());
    m_ui->bulkProgress->setValue(counts.settled());
    m_ui->cancelRestButton->setVisible(isRunning);
    m_ui->cancelRestButton->setEnabled(unsent > 0);
    m_ui->retryFailedButton->setVisible(!isRunning);
    m_ui->retryFailedButton->setEnabled(counts.failed + counts.notSent > 0);
    m_ui->exportSummaryButton->setVisible(!isRunning);
    m_ui->closePanelButton->setVisible(!isRunning);
    if (isRunning)
        show();
}

void BulkStopPanel::showTitle()
{
    const StopBurst::Counts &counts = m_burst->counts();
    const int total = counts.total();
    if (m_burst->isRunning())
        m_ui->bulkTitleLabel->setText(tr("Stopping %n push task(s)", nullptr, total));
    else if (counts.stopped == total)
        m_ui->bulkTitleLabel->setText(tr("All %n push task(s) have stopped", nullptr, total));
    else
        m_ui->bulkTitleLabel->setText(
            tr("%1 of %n push task(s) have stopped", nullptr, total).arg(counts.stopped));
}

void BulkStopPanel::showCounts()
{
    const StopBurst::Counts &counts = m_burst->counts();
    const bool isRunning = m_burst->isRunning();
    m_ui->stoppedLabel->setText(tr("Done: %1").arg(counts.stopped));
    m_ui->failedLabel->setText(tr("Failed: %1").arg(counts.failed));
    m_ui->unknownLabel->setText(tr("Unknown: %1").arg(counts.unknown));
    m_ui->notSentLabel->setText(tr("Not sent: %1").arg(counts.notSent));
    m_ui->notSentLabel->setVisible(counts.notSent > 0);
    m_ui->remainingLabel->setText(tr("Remaining: %1").arg(counts.remaining));
    m_ui->remainingLabel->setVisible(isRunning);
    m_ui->bulkRateLabel->setText(tr("%1 stops/s").arg(QLocale().toString(m_burst->ratePerSecond(), 'f', 1)));
    m_ui->bulkRateLabel->setVisible(isRunning);
    const std::optional<qint64> left = m_burst->secondsLeft();
    m_ui->timeLeftLabel->setText(left ? tr("about %1 left").arg(Text::duration(*left)) : tr("waiting"));
    m_ui->timeLeftLabel->setVisible(isRunning);
}

void BulkStopPanel::exportSummary(const QString &path)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Text::RecordWriter writer(buffer, Text::recordFormatOf(path),
                              {u"account"_s, u"sdkAppId"_s, u"taskId"_s, u"outcome"_s, u"status"_s,
                               u"errorCode"_s, u"errorMessage"_s, u"requestId"_s, u"backupRequestId"_s,
                               u"attempts"_s, u"elapsedMs"_s});
    const QList<Service::StopResult> results = m_burst->results();
    for (const Service::StopResult &result : results) {
        const std::optional<Core::Account> account = m_services.accounts.byId(result.task.accountId);
        writer.write({account ? account->name : result.task.accountId, result.task.sdkAppId.value,
                      result.task.taskId.toString(), Core::toWord(result.outcome),
                      Text::textOrNull(Core::toWire(result.lastStatus)),
                      result.error ? Text::textOrNull(Core::codeOf(*result.error)) : QJsonValue(),
                      result.error ? Text::textOrNull(result.error->apiMessage) : QJsonValue(),
                      Text::textOrNull(result.requestId), Text::textOrNull(result.backupRequestId),
                      result.attempts, result.elapsedMs});
    }
    const Core::Result<void> written =
        writer.finish().and_then([&] { return writeFile(path, buffer.data()); });
    if (!written)
        m_prompt.warn(tr("Export the summary"), Text::fileNotWritten(written.error()), this);
}

} // namespace Gui
