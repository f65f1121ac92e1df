// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/callbackdialog.h"

#include "core/redaction.h"
#include "service/accounts.h"
#include "service/callbackservice.h"
#include "text/errorsentences.h"
#include "ui_callbackdialog.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

//! A number that was typed so far may be an application of somebody else.
constexpr int callbackTypingMs = 600;

} // namespace

CallbackDialog::CallbackDialog(const Service::Services &services, const QString &accountId,
                               Core::SdkAppId sdkAppId, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::CallbackDialog>())
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Save)->setObjectName(u"saveButton"_s);
    m_ui->keyEdit->setMaxLength(static_cast<int>(Core::longestCallbackKey));
    m_typingTimer.setSingleShot(true);
    m_typingTimer.setInterval(callbackTypingMs);
    fillAccounts(accountId);
    fillApplications();
    if (sdkAppId.isValid())
        m_ui->applicationBox->setEditText(sdkAppId.toString());

    connect(m_ui->keyEdit, &ConcealedEdit::revealedChanged, this, &CallbackDialog::showRevealed);
    connect(m_ui->accountBox, &QComboBox::currentIndexChanged, this, [this] {
        fillApplications();
        read();
    });
    connect(m_ui->applicationBox, &QComboBox::currentTextChanged, this, &CallbackDialog::readLater);
    connect(&m_typingTimer, &QTimer::timeout, this, &CallbackDialog::read);
    const auto readNow = [this] {
        if (m_typingTimer.isActive())
            read();
    };
    connect(m_ui->applicationBox, &QComboBox::activated, this, readNow);
    connect(m_ui->applicationBox->lineEdit(), &QLineEdit::editingFinished, this, readNow);
    connect(m_ui->revealButton, &QPushButton::clicked, this, [this] { reveal(true); });
    connect(m_ui->buttons->button(QDialogButtonBox::Save), &QPushButton::clicked, this,
            &CallbackDialog::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    read();
}

CallbackDialog::~CallbackDialog() = default;

void CallbackDialog::fillAccounts(const QString &accountId)
{
    const QList<Core::Account> accounts = m_services.accounts.all();
    for (const Core::Account &account : accounts)
        m_ui->accountBox->addItem(Core::plainText(account.name, 64), account.id);
    m_ui->accountBox->setCurrentIndex(std::max(0, m_ui->accountBox->findData(accountId)));
}

void CallbackDialog::fillApplications()
{
    const QSignalBlocker blocker(m_ui->applicationBox);
    m_ui->applicationBox->clear();
    if (const auto account = m_services.accounts.byId(accountId())) {
        for (const Core::SdkAppId id : account->sdkAppIds)
            m_ui->applicationBox->addItem(id.toString());
    }
}

QString CallbackDialog::accountId() const
{
    return m_ui->accountBox->currentData().toString();
}

Core::SdkAppId CallbackDialog::sdkAppId() const
{
    return Core::SdkAppId::parse(m_ui->applicationBox->currentText().trimmed()).value_or(Core::SdkAppId());
}

//! What is shown belongs to another application, and what is on its way too.
void CallbackDialog::forget()
{
    ++m_question;
    setEditable(false);
    reveal(false);
    m_ui->addressEdit->clear();
    m_ui->keyEdit->clear();
    m_ui->stateLabel->clear();
}

//! Once nothing more is typed: every question is journaled.
void CallbackDialog::readLater()
{
    if (!sdkAppId().isValid()) {
        read(); // says so, and asks nothing
        return;
    }
    forget();
    m_typingTimer.start();
}

void CallbackDialog::read()
{
    m_typingTimer.stop();
    forget();
    if (accountId().isEmpty()) {
        m_ui->stateLabel->setText(tr("There is no account yet: add one in the settings first."));
        return;
    }
    if (!sdkAppId().isValid()) {
        m_ui->stateLabel->setText(tr("The application must be a number, the SdkAppId."));
        return;
    }
    m_ui->stateLabel->setText(tr("Asking the service…"));
    m_services.callbacks.read(
        accountId(), sdkAppId(), this,
        [this, question = m_question](const Core::Result<Core::PushCallback> &callback) {
            if (question != m_question)
                return; // another application was chosen meanwhile
            if (callback)
                onRead(question, *callback);
            else
                showError(callback.error());
        });
}

void CallbackDialog::onRead(int question, const Core::PushCallback &callback)
{
    Q_ASSERT(question == m_question);
    m_kept = callback;
    m_ui->addressEdit->setText(callback.address);
    m_ui->keyEdit->setText(QString::fromUtf8(callback.key.bytes()));
    setEditable(true);
    m_ui->stateLabel->setText(callback.address.isEmpty()
                                  ? tr("No address is set: the service reports nothing.")
                                  : tr("This is what the service has."));
}

void CallbackDialog::save()
{
    const QString address = m_ui->addressEdit->text().trimmed();
    if (!Core::isCallbackAddress(address)) {
        m_ui->stateLabel->setText(tr("The address begins with http:// or https:// and names a host."));
        m_ui->addressEdit->setFocus();
        return;
    }
    setEditable(false);
    reveal(false);
    m_ui->stateLabel->setText(tr("Saving…"));
    if (address == m_kept.address) {
        saveKey();
        return;
    }
    const int question = ++m_question;
    m_services.callbacks.setAddress(accountId(), sdkAppId(), address, this,
                                    [this, question, address](const Core::Result<void> &done) {
                                        if (question != m_question)
                                            return;
                                        if (!done) {
                                            showError(done.error());
                                            setEditable(true);
                                            return;
                                        }
                                        m_kept.address = address;
                                        saveKey();
                                    });
}

void CallbackDialog::saveKey()
{
    const Core::SecretText key = Core::SecretText::fromString(m_ui->keyEdit->text());
    if (key == m_kept.key) {
        conclude(tr("Saved."));
        return;
    }
    const int question = ++m_question;
    m_services.callbacks.setKey(accountId(), sdkAppId(), key, this,
                                [this, question, key](const Core::Result<void> &done) {
                                    if (question != m_question)
                                        return;
                                    if (!done) {
                                        showError(done.error());
                                        setEditable(true);
                                        return;
                                    }
                                    m_kept.key = key;
                                    conclude(tr("Saved."));
                                });
}

void CallbackDialog::conclude(const QString &state)
{
    setEditable(true);
    m_ui->stateLabel->setText(state);
}

void CallbackDialog::showError(const Core::Error &error)
{
    m_ui->stateLabel->setText(Text::paragraph(Text::explain(error)));
}

void CallbackDialog::reveal(bool isRevealed)
{
    m_ui->keyEdit->setRevealed(isRevealed);
    showRevealed();
}

void CallbackDialog::showRevealed()
{
    m_ui->revealButton->setEnabled(!m_ui->keyEdit->isRevealed() && m_ui->keyEdit->isEnabled());
}

void CallbackDialog::setEditable(bool isEditable)
{
    m_ui->addressEdit->setEnabled(isEditable);
    m_ui->keyEdit->setEnabled(isEditable);
    m_ui->revealButton->setEnabled(isEditable);
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(isEditable);
}

} // namespace Gui
