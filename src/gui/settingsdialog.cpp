// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settingsdialog.h"

#include "config/settings.h"
#include "gui/accountspage.h"
#include "gui/behaviourpage.h"
#include "gui/networkpage.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/connectiontest.h"
#include "service/services.h"
#include "text/errorsentences.h"
#include "ui_settingsdialog.h"

#include <QPushButton>
#include <QScreen>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

//! What shows a whole account without scrolling, in average characters and lines of the font.
constexpr QSize usualSize(125, 40);

} // namespace

SettingsDialog::SettingsDialog(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QDialog(parent)
    , m_settings(services.settings)
    , m_accounts(services.accounts)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_accountsPage(new AccountsPage(services.accounts, services.connectionTest, services.applicationQuery,
                                      services.clock, prompt))
    , m_networkPage(new NetworkPage(prompt))
    , m_behaviourPage(new BehaviourPage)
{
    m_ui->setupUi(this);
    m_ui->pages->addTab(m_accountsPage, tr("Accounts"));
    m_ui->pages->addTab(m_networkPage, tr("Network"));
    m_ui->pages->addTab(m_behaviourPage, tr("Behaviour"));
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setText(tr("&Save"));
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_ui->pages, &QTabWidget::currentChanged, m_ui->statusLabel, &QWidget::hide);
    connect(m_accountsPage, &AccountsPage::saved, this, &SettingsDialog::savePassword);
    connect(m_accountsPage, &AccountsPage::savingFailed, this, &SettingsDialog::stay);
    connect(&m_accounts, &Service::Accounts::keyringUnavailable, this, &SettingsDialog::onKeyringUnavailable);
    connect(&services.connectionTest, &Service::ConnectionTest::finished, this,
            &SettingsDialog::tellOfUnsavedNetwork);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::showAccounts(const QString &accountId)
{
    m_ui->pages->setCurrentWidget(m_accountsPage);
    if (!accountId.isEmpty())
        m_accountsPage->showAccount(accountId);
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    if (!m_isLoaded) {
        load();
        const QSize wanted(usualSize.width() * fontMetrics().averageCharWidth(),
                           usualSize.height() * fontMetrics().lineSpacing());
        resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    }
    QDialog::showEvent(event);
}

void SettingsDialog::load()
{
    m_accountsPage->load();
    m_networkPage->load(m_settings.network());
    m_behaviourPage->load(m_settings);
    m_ui->statusLabel->hide();
    m_isLoaded = true;
}

void SettingsDialog::accept()
{
    if (m_isSaving)
        return;
    if (!m_accountsPage->validate()) {
        m_ui->pages->setCurrentWidget(m_accountsPage);
        stay(tr("Nothing is saved yet: please look at the marked fields of the account."));
        return;
    }
    if (!m_networkPage->validate()) {
        m_ui->pages->setCurrentWidget(m_networkPage);
        stay(tr("Nothing is saved yet: please look at the marked fields."));
        return;
    }
    setSaving(true);
    m_accountsPage->save();
}

void SettingsDialog::onKeyringUnavailable()
{
    m_isKeyringLost = m_isSaving;
}

//! A test goes the way that all else goes meanwhile.
void SettingsDialog::tellOfUnsavedNetwork()
{
    if (!m_isLoaded || m_isSaving)
        return;
    if (m_networkPage->settings() != m_settings.network() || m_networkPage->passwordChange())
        stay(tr("The test used the network settings that are saved. What was changed on the page Network "
                "counts once it is saved."));
}

void SettingsDialog::savePassword()
{
    const std::optional<Core::SecretText> password = m_networkPage->passwordChange();
    if (!password) {
        finish();
        return;
    }
    m_accounts.saveProxyPassword(*password, this, [this](const Core::Result<void> &saved) {
        if (saved) {
            finish();
            return;
        }
        const Text::ErrorText text = Text::explain(saved.error());
        stay(tr("The proxy's password was not saved. %1 %2").arg(text.explanation, text.remedy));
    });
}

void SettingsDialog::finish()
{
    const Core::Result<void> saved = m_settings.setNetwork(m_networkPage->settings());
    if (!saved) {
        m_ui->pages->setCurrentWidget(m_networkPage);
        stay(tr("The network settings were refused: %1").arg(saved.error().detail));
        return;
    }
    m_behaviourPage->apply(m_settings);
    setSaving(false);
    if (m_isKeyringLost) {
        QObject *const over = parentWidget() != nullptr ? parentWidget() : static_cast<QWidget *>(this);
        m_prompt.warn(tr("Saved for this run only"),
                      tr("No keyring was found on this desktop. The secrets you typed stay in memory and are "
                         "gone when the program ends; everything else is saved."),
                      over);
    }
    QDialog::accept();
}

void SettingsDialog::reject()
{
    if (!m_isSaving) // saving ends by itself: every job of the keyring has a timer
        QDialog::reject();
}

void SettingsDialog::forgetSecrets()
{
    m_accountsPage->forgetSecrets();
    m_networkPage->forgetSecrets();
}

void SettingsDialog::done(int result)
{
    forgetSecrets();
    m_isLoaded = false;
    QDialog::done(result);
}

void SettingsDialog::stay(const QString &why)
{
    setSaving(false);
    m_ui->statusLabel->setText(why);
    m_ui->statusLabel->show();
}

void SettingsDialog::setSaving(bool isSaving)
{
    m_isSaving = isSaving;
    m_ui->pages->setEnabled(!isSaving);
    m_ui->buttonBox->setEnabled(!isSaving);
    m_ui->statusLabel->setText(tr("Saving…"));
    m_ui->statusLabel->setVisible(isSaving);
}

} // namespace Gui
