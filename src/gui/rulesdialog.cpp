// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rulesdialog.h"

#include "config/settings.h"
#include "core/redaction.h"
#include "service/accounts.h"
#include "service/guard.h"
#include "service/taskbook.h"
#include "text/guardsentences.h"
#include "ui_rulesdialog.h"

#include <QPushButton>

#include <algorithm>
#include <set>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

// What stands in a field that the rule shown has no use for.
constexpr int usualMinutes = 180;
const QTime usualTime(22, 0);

} // namespace

RulesDialog::RulesDialog(const Service::Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::RulesDialog>())
    , m_rules(services.guard.rules())
{
    m_ui->setupUi(this);
    m_ui->kindCombo->addItem(tr("Warn after a running time"), int(Core::GuardKind::WarnAfter));
    m_ui->kindCombo->addItem(tr("Stop after a running time"), int(Core::GuardKind::StopAfter));
    m_ui->kindCombo->addItem(tr("Stop at a time of day"), int(Core::GuardKind::StopAt));
    m_ui->accountCombo->addItem(tr("All accounts"), QString());
    for (const Core::Account &account : m_services.accounts.all())
        m_ui->accountCombo->addItem(Core::plainText(account.name, 64), account.id);
    m_ui->hintLabel->setText(tr("Rules work while the console runs. A stop is announced %1 before, and does "
                                "not take place for a task that is to keep running.")
                                 .arg(Text::span(m_services.settings.guardNoticeMs() / 60'000)));
    for (int row = 0; row < m_rules.size(); ++row)
        showRow(row);

    connect(m_ui->ruleList, &QListWidget::currentRowChanged, this, &RulesDialog::showCurrent);
    connect(m_ui->ruleList, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        m_rules[m_ui->ruleList->row(item)].isEnabled = item->checkState() == Qt::Checked;
    });
    connect(m_ui->addRuleButton, &QAbstractButton::clicked, this, &RulesDialog::add);
    connect(m_ui->removeRuleButton, &QAbstractButton::clicked, this, &RulesDialog::removeCurrent);
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, &RulesDialog::takeFields);
    connect(m_ui->hoursSpin, &QSpinBox::valueChanged, this, &RulesDialog::takeFields);
    connect(m_ui->minutesSpin, &QSpinBox::valueChanged, this, &RulesDialog::takeFields);
    connect(m_ui->dayTimeEdit, &QTimeEdit::timeChanged, this, &RulesDialog::takeFields);
    connect(m_ui->accountCombo, &QComboBox::currentIndexChanged, this, &RulesDialog::takeFields);
    connect(m_ui->applicationCombo, &QComboBox::currentIndexChanged, this, &RulesDialog::takeFields);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->ruleList->setCurrentRow(m_rules.isEmpty() ? -1 : 0);
    showCurrent();
    (m_rules.isEmpty() ? static_cast<QWidget *>(m_ui->addRuleButton) : m_ui->ruleList)->setFocus();
}

RulesDialog::~RulesDialog() = default;

void RulesDialog::accept()
{
    m_services.guard.setRules(m_rules);
    QDialog::accept();
}

void RulesDialog::add()
{
    m_rules.append(Core::GuardRule());
    const int row = static_cast<int>(m_rules.size()) - 1;
    showRow(row);
    m_ui->ruleList->setCurrentRow(row);
    m_ui->kindCombo->setFocus();
}

void RulesDialog::removeCurrent()
{
    const int row = m_ui->ruleList->currentRow();
    if (row < 0)
        return;
    m_rules.removeAt(row);
    delete m_ui->ruleList->takeItem(row);
    showCurrent();
}

//! Puts the rule into its row of the list, which is made if it is missing.
void RulesDialog::showRow(int row)
{
    const QSignalBlocker blocker(m_ui->ruleList);
    const Core::GuardRule &rule = m_rules.at(row);
    if (row == m_ui->ruleList->count())
        m_ui->ruleList->addItem(new QListWidgetItem);
    QListWidgetItem *item = m_ui->ruleList->item(row);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(rule.isEnabled ? Qt::Checked : Qt::Unchecked);
    item->setText(describe(rule));
}

QString RulesDialog::describe(const Core::GuardRule &rule) const
{
    const int account = m_ui->accountCombo->findData(rule.accountId);
    const QString name = account >= 0 ? m_ui->accountCombo->itemText(account) : rule.accountId;
    const QString application =
        rule.sdkAppId.isValid() ? tr("application %1").arg(rule.sdkAppId.toString()) : tr("all applications");
    const QString text =
        tr("%1 – %2, %3", "rule, account, application").arg(Text::ruleText(rule), name, application);
    const std::optional<Core::Account> owner = m_services.accounts.byId(rule.accountId);
    return rule.stops() && owner && owner->isReadOnly
        ? tr("%1 (the account is read-only: this only warns)", "rule").arg(text)
        : text;
}

void RulesDialog::showCurrent()
{
    const int row = m_ui->ruleList->currentRow();
    const bool hasRule = row >= 0 && row < m_rules.size();
    m_ui->rulePane->setEnabled(hasRule);
    m_ui->removeRuleButton->setEnabled(hasRule);
    const Core::GuardRule rule = hasRule ? m_rules.at(row) : Core::GuardRule();
    m_isShowing = true;
    m_ui->kindCombo->setCurrentIndex(m_ui->kindCombo->findData(int(rule.kind)));
    const bool isDaily = rule.kind == Core::GuardKind::StopAt;
    const int span = isDaily ? usualMinutes : rule.minutes;
    m_ui->dayTimeEdit->setTime(isDaily ? rule.timeOfDay() : usualTime);
    m_ui->hoursSpin->setValue(span / 60);
    m_ui->minutesSpin->setValue(span % 60);
    if (m_ui->accountCombo->findData(rule.accountId) < 0)
        m_ui->accountCombo->addItem(Core::plainText(rule.accountId, 64), rule.accountId); // it was removed
    m_ui->accountCombo->setCurrentIndex(m_ui->accountCombo->findData(rule.accountId));
    fillApplications(rule);
    m_isShowing = false;
    updateFields();
}

//! Those of the rule's account, or of all; what the settings and the list know.
void RulesDialog::fillApplications(const Core::GuardRule &rule)
{
    std::set<qint64> known;
    for (const Core::Account &account : m_services.accounts.all()) {
        for (const Core::SdkAppId id : account.sdkAppIds) {
            if (rule.accountId.isEmpty() || rule.accountId == account.id)
                known.insert(id.value);
        }
    }
    for (const Core::PushTask &task : m_services.book.tasks()) {
        if (rule.accountId.isEmpty() || rule.accountId == task.key.accountId)
            known.insert(task.key.sdkAppId.value);
    }
    if (rule.sdkAppId.isValid())
        known.insert(rule.sdkAppId.value);
    m_ui->applicationCombo->clear();
    m_ui->applicationCombo->addItem(tr("All applications"), qint64(0));
    for (const qint64 id : known)
        m_ui->applicationCombo->addItem(QString::number(id), id);
    m_ui->applicationCombo->setCurrentIndex(
        std::max(0, m_ui->applicationCombo->findData(rule.sdkAppId.value)));
}

//! What stands in the fields becomes the current rule.
void RulesDialog::takeFields()
{
    const int row = m_ui->ruleList->currentRow();
    if (m_isShowing || row < 0)
        return;
    Core::GuardRule &rule = m_rules[row];
    rule.kind = static_cast<Core::GuardKind>(m_ui->kindCombo->currentData().toInt());
    if (rule.kind == Core::GuardKind::StopAt) {
        const QTime time = m_ui->dayTimeEdit->time();
        rule.minutes = time.hour() * 60 + time.minute();
    } else {
        rule.minutes = std::clamp(m_ui->hoursSpin->value() * 60 + m_ui->minutesSpin->value(),
                                  Core::shortestRuleMinutes, Core::longestRuleMinutes);
    }
    const QString accountId = m_ui->accountCombo->currentData().toString();
    rule.sdkAppId = Core::SdkAppId{m_ui->applicationCombo->currentData().toLongLong()};
    if (accountId != rule.accountId) {
        rule.accountId = accountId;
        m_isShowing = true;
        fillApplications(rule);
        m_isShowing = false;
    }
    showRow(row);
    updateFields();
}

//! Only the field that the kind of rule has a use for.
void RulesDialog::updateFields()
{
    const bool isDaily = m_ui->kindCombo->currentData().toInt() == int(Core::GuardKind::StopAt);
    m_ui->fields->setRowVisible(m_ui->span, !isDaily);
    m_ui->fields->setRowVisible(m_ui->dayTimeEdit, isDaily);
}

} // namespace Gui
