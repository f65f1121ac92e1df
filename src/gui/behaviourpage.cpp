// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/behaviourpage.h"

#include "config/settings.h"
#include "ui_behaviourpage.h"

namespace Gui {

using namespace Qt::StringLiterals;

BehaviourPage::BehaviourPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::BehaviourPage>())
{
    m_ui->setupUi(this);
    m_ui->deadlineSpin->setRange(Config::shortestConfirmDeadlineMs / 1000,
                                 Config::longestConfirmDeadlineMs / 1000);
    m_ui->historyBox->addItem(tr("For ever"), 0);
    for (const int days : {30, 90, 365, 1095})
        m_ui->historyBox->addItem(tr("%n day(s)", nullptr, days), days);
    m_ui->noticeTimeSpin->setRange(Config::shortestGuardNoticeMs / 60'000,
                                   Config::longestGuardNoticeMs / 60'000);
    m_ui->lockAfterSpin->setRange(0, Config::longestLockAfterMinutes);
    const auto updateLocking = [this] {
        m_ui->locksDespiteRulesCheck->setEnabled(m_ui->lockAfterSpin->value() > 0
                                                 || m_ui->locksWithDesktopCheck->isChecked());
    };
    connect(m_ui->lockAfterSpin, &QSpinBox::valueChanged, this, updateLocking);
    connect(m_ui->locksWithDesktopCheck, &QAbstractButton::toggled, this, updateLocking);
    updateLocking();
    m_ui->languageBox->addItem(tr("As the system says"), QString());
    m_ui->languageBox->addItem(u"English"_s, u"en"_s); // each in its own words, to be found by who needs it
    m_ui->languageBox->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_ui->themeBox->addItem(tr("As the system says"), int(Config::Theme::System));
    m_ui->themeBox->addItem(tr("Light"), int(Config::Theme::Light));
    m_ui->themeBox->addItem(tr("Dark"), int(Config::Theme::Dark));
}

BehaviourPage::~BehaviourPage() = default;

void BehaviourPage::load(const Config::Settings &settings)
{
    m_ui->confirmStopCheck->setChecked(settings.confirmSingleStop());
    m_ui->refreshCheck->setChecked(settings.refreshesByItself());
    m_ui->deadlineSpin->setValue(settings.confirmDeadlineMs() / 1000);
    const int days = settings.historyDays();
    if (m_ui->historyBox->findData(days) < 0)
        m_ui->historyBox->addItem(tr("%n day(s)", nullptr, days), days);
    m_ui->historyBox->setCurrentIndex(m_ui->historyBox->findData(days));
    m_ui->noticeTimeSpin->setValue(settings.guardNoticeMs() / 60'000);
    m_ui->closesToTrayCheck->setChecked(settings.closesToTray());
    m_ui->lockAfterSpin->setValue(settings.lockAfterMinutes());
    m_ui->locksWithDesktopCheck->setChecked(settings.locksWithDesktop());
    m_ui->locksDespiteRulesCheck->setChecked(settings.locksDespiteRules());
    m_ui->languageBox->setCurrentIndex(qMax(0, m_ui->languageBox->findData(settings.language())));
    m_ui->themeBox->setCurrentIndex(qMax(0, m_ui->themeBox->findData(int(settings.theme()))));
}

void BehaviourPage::apply(Config::Settings &settings) const
{
    settings.setConfirmSingleStop(m_ui->confirmStopCheck->isChecked());
    settings.setRefreshesByItself(m_ui->refreshCheck->isChecked());
    settings.setConfirmDeadlineMs(m_ui->deadlineSpin->value() * 1000);
    settings.setHistoryDays(m_ui->historyBox->currentData().toInt());
    settings.setGuardNoticeMs(m_ui->noticeTimeSpin->value() * 60'000);
    settings.setClosesToTray(m_ui->closesToTrayCheck->isChecked());
    settings.setLockAfterMinutes(m_ui->lockAfterSpin->value());
    settings.setLocksWithDesktop(m_ui->locksWithDesktopCheck->isChecked());
    settings.setLocksDespiteRules(m_ui->locksDespiteRulesCheck->isChecked());
    settings.setLanguage(m_ui->languageBox->currentData().toString());
    settings.setTheme(Config::Theme(m_ui->themeBox->currentData().toInt()));
}

} // namespace Gui
