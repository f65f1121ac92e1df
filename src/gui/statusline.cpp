// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusline.h"

#include "core/logstore.h"
#include "core/redaction.h"
#include "gui/plaintooltip.h"
#include "gui/spokenframe.h"
#include "service/dispatcher.h"
#include "service/stopservice.h"
#include "service/tasksync.h"
#include "service/taskwatch.h"
#include "text/formats.h"
#include "text/outcomes.h"
#include "text/punctuation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <array>
#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rateIntervalMs = 250;
constexpr int spokenMs = 10'000; // a reader has asked for the words by then

constexpr std::array outcomes{
    Core::StopOutcome::Stopped, Core::StopOutcome::AlreadyStopped, Core::StopOutcome::Accepted,
    Core::StopOutcome::Failed,  Core::StopOutcome::Unknown,        Core::StopOutcome::NotSent,
};

QLabel *addLabel(QHBoxLayout *row, QWidget *parent, const QString &objectName)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    row->addWidget(label);
    return label;
}

} // namespace

StatusLine::StatusLine(const Service::Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_spoken(new SpokenFrame(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(14);
    m_rate = addLabel(row, this, u"rateLabel"_s);
    m_clock = addLabel(row, this, u"clockLabel"_s);
    m_place = addLabel(row, this, u"placeLabel"_s);
    m_rateTimer.setInterval(rateIntervalMs);
    m_spoken->setObjectName(u"spokenFrame"_s);
    m_spoken->setFixedSize(1, 1); // there to be heard
    m_spoken->hide();
    m_silence.setSingleShot(true);
    m_silence.setInterval(spokenMs);

    connect(&m_rateTimer, &QTimer::timeout, this, &StatusLine::updateRate);
    connect(&m_silence, &QTimer::timeout, m_spoken, &QWidget::hide);
    connect(&m_services.stops, &Service::StopService::settled, this,
            [this](const Service::StopResult &result) { m_settled.append(result); });
    connect(&m_services.stops, &Service::StopService::idle, this, &StatusLine::sayOutcomes);
    connect(&m_services.log, &Core::LogStore::appended, this, &StatusLine::watchRate);
    connect(&m_services.sync, &Service::TaskSync::underWayChanged, this, &StatusLine::watchRate);
    connect(&m_services.stops, &Service::StopService::progressed, this, &StatusLine::watchRate);
    connect(&m_services.watch, &Service::TaskWatch::looked, this, &StatusLine::watchRate);
    connect(&m_services.dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            &StatusLine::updateAccount);

    updateRate();
    updateAccount();
}

void StatusLine::setAccount(const std::optional<Core::Account> &account)
{
    m_account = account;
    updateAccount();
}

void StatusLine::say(const QString &text)
{
    m_spoken->hide();
    if (text.isEmpty())
        return;
    m_spoken->setAccessibleName(text);
    m_spoken->show();
    m_silence.start();
}

//! Once all is quiet: a thousand sentences would be heard by nobody.
void StatusLine::sayOutcomes()
{
    const QList<Service::StopResult> settled = std::exchange(m_settled, {});
    if (settled.size() == 1) {
        const Service::StopResult &result = settled.first();
        say(Text::labelled(result.task.taskId.toString(), Text::sentence(result.outcome)));
        return;
    }
    QStringList counts;
    for (const Core::StopOutcome outcome : outcomes) {
        const qsizetype count = std::ranges::count(settled, outcome, &Service::StopResult::outcome);
        if (count > 0)
            counts.append(Text::labelled(Text::word(outcome), QString::number(count)));
    }
    say(Text::joinedItems(counts));
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateRate();
        updateAccount();
    }
    QWidget::changeEvent(event);
}

void StatusLine::watchRate()
{
    if (!m_rateTimer.isActive()) {
        m_rateTimer.start();
        updateRate();
    }
}

void StatusLine::updateRate()
{
    const int requests = m_services.dispatcher.requestsInLastSecond();
    m_rate->setText(tr("%1/%2 requests/s").arg(requests).arg(Service::Dispatcher::requestLimitPerSecond));
    m_rate->setToolTip(tr("Requests within the last second, of the busiest action, and the service's limit"));
    if (requests == 0 && m_services.stops.underWay() == 0 && m_services.sync.underWay() == 0)
        m_rateTimer.stop();
}

void StatusLine::updateAccount()
{
    qint64 offset = 0;
    if (m_account) {
        const QString edition =
            m_account->endpoint.edition == Core::Edition::Mainland ? tr("Mainland") : tr("International");
        m_place->setText(QString(Core::plainText(m_account->name, 40) + u" · "_s + edition + u" · "_s
                                 + Core::plainText(m_account->endpoint.region, 40)));
        m_place->setToolTip(plainToolTip(Core::plainText(m_account->endpoint.display(), 200)));
        offset = m_services.dispatcher.clockOffsetSeconds(m_account->endpoint);
    } else {
        m_place->setText(tr("No account"));
        m_place->setToolTip({});
    }
    m_clock->setVisible(offset != 0);
    if (offset != 0) {
        m_clock->setText(tr("Clock: %1").arg(Text::clockOffset(offset)));
        m_clock->setToolTip(
            tr("Requests are signed with the service's time. Set this computer's clock right."));
    }
}

} // namespace Gui
