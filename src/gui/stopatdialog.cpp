// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stopatdialog.h"

#include "config/settings.h"
#include "core/clock.h"
#include "text/formats.h"
#include "text/guardsentences.h"
#include "ui_stopatdialog.h"

#include <QPushButton>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int suggestedSeconds = 3600;

} // namespace

StopAtDialog::StopAtDialog(const Service::Services &services, int taskCount, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::StopAtDialog>())
{
    m_ui->setupUi(this);
    QPushButton *accept = m_ui->buttons->button(QDialogButtonBox::Ok);
    accept->setText(tr("&Plan the stop"));
    accept->setObjectName(u"planStopButton"_s);
    m_ui->tasksLabel->setText(
        tr("When are %n push task(s) to be stopped? An earlier plan is replaced.", nullptr, taskCount));
    const QDateTime suggested = m_services.clock.nowUtc().addSecs(suggestedSeconds).toLocalTime();
    m_ui->atEdit->setDateTime(QDateTime(suggested.date(), QTime(suggested.time().hour(), 0)));

    connect(m_ui->afterSpin, &QSpinBox::valueChanged, this, [this] { m_ui->afterRadio->setChecked(true); });
    connect(m_ui->atEdit, &QDateTimeEdit::dateTimeChanged, this, [this] { m_ui->atRadio->setChecked(true); });
    connect(m_ui->afterSpin, &QSpinBox::valueChanged, this, &StopAtDialog::updateSummary);
    connect(m_ui->atEdit, &QDateTimeEdit::dateTimeChanged, this, &StopAtDialog::updateSummary);
    connect(m_ui->atRadio, &QAbstractButton::toggled, this, &StopAtDialog::updateSummary);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &StopAtDialog::submit);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->afterSpin->setFocus();
    m_ui->afterSpin->selectAll();
    updateSummary();
}

StopAtDialog::~StopAtDialog() = default;

QDateTime StopAtDialog::chosen() const
{
    return m_ui->afterRadio->isChecked() ? m_services.clock.nowUtc().addSecs(60 * m_ui->afterSpin->value())
                                         : m_ui->atEdit->dateTime().toUTC();
}

void StopAtDialog::updateSummary()
{
    const QDateTime now = m_services.clock.nowUtc();
    const QDateTime at = chosen();
    const bool isAhead = at > now;
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(isAhead);
    m_ui->summaryLabel->setText(
        isAhead ? tr("Stopped at %1, announced %2 before. The console has to be running then; if it is not, "
                     "the stop is announced at its next start.")
                      .arg(Text::localDateTime(at), Text::span(m_services.settings.guardNoticeMs() / 60'000))
                : tr("This time has passed."));
}

void StopAtDialog::submit()
{
    const QDateTime at = chosen();
    if (at <= m_services.clock.nowUtc()) {
        updateSummary(); // it passed while the dialog was open
        return;
    }
    accept();
    Q_EMIT planned(at);
}

} // namespace Gui
