// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accountform.h"

#include "config/editions.h"
#include "service/applicationquery.h"
#include "ui_accountform.h"

#include <QRegularExpression>
#include <QSignalBlocker>

#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int editionRole = Qt::UserRole;
constexpr int isCustomRole = Qt::UserRole + 1;

constexpr AccountField allFields[] = {
    AccountField::Name,      AccountField::Host,  AccountField::Region,       AccountField::SecretId,
    AccountField::SecretKey, AccountField::Token, AccountField::Applications, AccountField::CaFile,
};

void addEdition(QComboBox *box, const QString &text, Core::Edition edition, bool isCustom)
{
    box->addItem(text, QVariant::fromValue(int(edition)));
    box->setItemData(box->count() - 1, isCustom, isCustomRole);
}

void chooseEdition(QComboBox *box, Core::Edition edition, bool isCustom)
{
    for (int index = 0; index < box->count(); ++index) {
        if (box->itemData(index, editionRole).toInt() == int(edition)
            && box->itemData(index, isCustomRole).toBool() == isCustom)
            box->setCurrentIndex(index);
    }
}

//! Replaces the choices and keeps the text.
void offer(QComboBox *box, const QStringList &choices)
{
    const QString text = box->currentText();
    box->clear();
    box->addItems(choices);
    box->setEditText(text);
}

} // namespace

AccountForm::AccountForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AccountForm>())
{
    m_ui->setupUi(this);
    addEdition(m_ui->editionBox, tr("International"), Core::Edition::International, false);
    addEdition(m_ui->editionBox, tr("Mainland China"), Core::Edition::Mainland, false);
    addEdition(m_ui->editionBox, tr("Custom endpoint, international requests"), Core::Edition::International,
               true);
    addEdition(m_ui->editionBox, tr("Custom endpoint, mainland requests"), Core::Edition::Mainland, true);
    connectFields();
}

AccountForm::~AccountForm() = default;

void AccountForm::connectFields()
{
    const auto watch = [this](QLineEdit *edit, AccountField field) {
        connect(edit, &QLineEdit::textChanged, this, &AccountForm::onEdited);
        connect(edit, &QLineEdit::editingFinished, this,
                [this, edit, field] { onFieldLeft(field, edit->text().isEmpty()); });
    };
    watch(m_ui->nameEdit, AccountField::Name);
    watch(m_ui->hostBox->lineEdit(), AccountField::Host);
    watch(m_ui->regionBox->lineEdit(), AccountField::Region);
    watch(m_ui->secretIdEdit, AccountField::SecretId);
    watch(m_ui->secretKeyEdit, AccountField::SecretKey);
    watch(m_ui->tokenEdit, AccountField::Token);
    watch(m_ui->applicationsEdit, AccountField::Applications);
    watch(m_ui->caFileEdit, AccountField::CaFile);
    connect(m_ui->secretKeyEdit, &SecretField::changed, this, &AccountForm::onEdited);
    connect(m_ui->tokenEdit, &SecretField::changed, this, &AccountForm::onEdited);
    connect(m_ui->readOnlyBox, &QAbstractButton::toggled, this, &AccountForm::onEdited);
    connect(m_ui->editionBox, &QComboBox::activated, this, &AccountForm::onEditionChosen);
    connect(m_ui->caFileButton, &QPushButton::clicked, this, &AccountForm::caFileWanted);
    connect(m_ui->askApplicationsButton, &QPushButton::clicked, this, &AccountForm::applicationsWanted);
}

void AccountForm::showDraft(const AccountDraft &draft)
{
    m_isShowing = true;
    m_draft = draft;
    m_revealed.clear();
    m_ui->nameEdit->setText(draft.name);
    chooseEdition(m_ui->editionBox, draft.edition, draft.isCustomEndpoint);
    offerEndpoints(draft.edition, draft.isCustomEndpoint);
    m_ui->hostBox->setEditText(draft.host);
    m_ui->regionBox->setEditText(draft.region);
    m_ui->secretIdEdit->setText(draft.secretId);
    m_ui->secretKeyEdit->setChange(draft.secrets.secretKey);
    m_ui->tokenEdit->setChange(draft.secrets.token);
    m_ui->applicationsEdit->setText(draft.applications);
    m_ui->caFileEdit->setText(draft.caFile);
    m_ui->readOnlyBox->setChecked(draft.isReadOnly);
    for (QLineEdit *edit : {m_ui->nameEdit, m_ui->secretIdEdit, m_ui->applicationsEdit, m_ui->caFileEdit})
        edit->setCursorPosition(0);
    showKept();
    showApplicationsAnswer({});
    m_ui->connectionTestView->reset();
    m_isShowing = false;
}

AccountDraft AccountForm::draft() const
{
    AccountDraft draft = m_draft;
    draft.name = m_ui->nameEdit->text();
    draft.edition = Core::Edition(m_ui->editionBox->currentData(editionRole).toInt());
    draft.isCustomEndpoint = m_ui->editionBox->currentData(isCustomRole).toBool();
    draft.host = m_ui->hostBox->currentText();
    draft.region = m_ui->regionBox->currentText();
    draft.secretId = m_ui->secretIdEdit->text();
    draft.secrets.secretKey = m_ui->secretKeyEdit->change();
    draft.secrets.token = m_ui->tokenEdit->change();
    draft.applications = m_ui->applicationsEdit->text();
    draft.caFile = m_ui->caFileEdit->text();
    draft.isReadOnly = m_ui->readOnlyBox->isChecked();
    return draft;
}

void AccountForm::setProblems(const QMap<AccountField, QString> &problems)
{
    m_problems = problems;
    for (const AccountField field : allFields) {
        const Row shown = row(field);
        shown.label->setProblem(m_revealed.contains(field) ? problems.value(field) : QString(), shown.field);
    }
}

void AccountForm::reveal()
{
    for (const AccountField field : allFields)
        m_revealed.insert(field);
    setProblems(m_problems);
    for (const AccountField field : allFields) {
        if (m_problems.contains(field)) {
            row(field).field->setFocus();
            return;
        }
    }
}

void AccountForm::setKeyring(bool isMissing)
{
    m_isKeyringMissing = isMissing;
    showKept();
}

ConnectionTestView &AccountForm::testView() const
{
    return *m_ui->connectionTestView;
}

void AccountForm::forgetSecrets()
{
    const QSignalBlocker forKey(m_ui->secretKeyEdit);
    const QSignalBlocker forToken(m_ui->tokenEdit);
    m_draft.secrets = {};
    m_ui->secretKeyEdit->forget();
    m_ui->tokenEdit->forget();
}

void AccountForm::setCaFile(const QString &path)
{
    m_ui->caFileEdit->setText(path);
    onFieldLeft(AccountField::CaFile, path.isEmpty());
}

void AccountForm::addApplications(const QList<Core::SdkAppId> &applications)
{
    const QString typed = m_ui->applicationsEdit->text().trimmed();
    static const QRegularExpression separators(u"[^0-9]+"_s);
    const QStringList known = typed.split(separators, Qt::SkipEmptyParts);
    QStringList all = typed.isEmpty() ? QStringList() : QStringList{typed};
    for (const Core::SdkAppId sdkAppId : applications) {
        if (!known.contains(sdkAppId.toString()))
            all.append(sdkAppId.toString());
    }
    m_ui->applicationsEdit->setText(all.join(u", "_s));
    m_ui->applicationsEdit->setCursorPosition(0);
}

void AccountForm::showApplicationsAnswer(const QString &text, bool isAsking)
{
    m_isAskingApplications = isAsking;
    m_ui->applicationsAnswer->setText(text);
    m_ui->applicationsAnswer->setVisible(!text.isEmpty());
    showWhetherApplicationsCanBeAsked();
}

void AccountForm::showWhetherApplicationsCanBeAsked()
{
    const auto edition = Core::Edition(m_ui->editionBox->currentData(editionRole).toInt());
    const bool canBeAsked = Service::ApplicationQuery::isFor(edition);
    m_ui->askApplicationsButton->setEnabled(canBeAsked && !m_isAskingApplications);
    m_ui->askApplicationsButton->setToolTip(
        canBeAsked ? tr("Asks the service which applications this key may see")
                   : tr("The mainland edition has no request for this: type the SdkAppIds"));
}

void AccountForm::startEditing()
{
    m_ui->nameEdit->setFocus();
    m_ui->nameEdit->selectAll();
}

AccountForm::Row AccountForm::row(AccountField field) const
{
    switch (field) {
    case AccountField::Name:
        return {m_ui->nameEdit, m_ui->nameProblem};
    case AccountField::Host:
        return {m_ui->hostBox, m_ui->hostProblem};
    case AccountField::Region:
        return {m_ui->regionBox, m_ui->regionProblem};
    case AccountField::SecretId:
        return {m_ui->secretIdEdit, m_ui->secretIdProblem};
    case AccountField::SecretKey:
        return {m_ui->secretKeyEdit, m_ui->secretKeyProblem};
    case AccountField::Token:
        return {m_ui->tokenEdit, m_ui->tokenProblem};
    case AccountField::Applications:
        return {m_ui->applicationsEdit, m_ui->applicationsProblem};
    case AccountField::CaFile:
        break;
    }
    return {m_ui->caFileEdit, m_ui->caFileProblem};
}

void AccountForm::onFieldLeft(AccountField field, bool isEmpty)
{
    if (m_isShowing)
        return;
    if (field == AccountField::Host) {
        const AccountDraft now = draft();
        chooseEdition(m_ui->editionBox, now.edition,
                      !Config::hosts(now.edition).contains(now.host.trimmed()));
        onEdited();
    }
    if (!isEmpty) // an empty field may just not have been come to yet
        m_revealed.insert(field);
    Q_EMIT fieldLeft();
}

void AccountForm::onEditionChosen()
{
    const AccountDraft now = draft();
    offerEndpoints(now.edition, now.isCustomEndpoint);
    const QStringList hosts = Config::hosts(now.edition);
    const QStringList regions = Config::regions(now.edition);
    if (now.isCustomEndpoint) {
        m_ui->hostBox->setFocus();
        m_ui->hostBox->lineEdit()->selectAll();
    } else if (now.edition != m_draft.edition || !hosts.contains(now.host.trimmed())) {
        m_ui->hostBox->setEditText(hosts.value(0));
    }
    if (now.edition != m_draft.edition)
        m_ui->regionBox->setEditText(regions.value(0));
    m_draft.edition = now.edition;
    onEdited();
}

void AccountForm::offerEndpoints(Core::Edition edition, bool isCustom)
{
    const bool wasShowing = std::exchange(m_isShowing, true); // the texts stay as they are
    offer(m_ui->hostBox, isCustom ? QStringList() : Config::hosts(edition));
    offer(m_ui->regionBox, Config::regions(edition));
    m_isShowing = wasShowing;
}

void AccountForm::showKept()
{
    const bool isKept = draft().hasKeptKey();
    QString kept =
        m_isKeyringMissing ? tr("Kept in memory until the program ends") : tr("Kept in the keyring");
    if (m_draft.isNew() && isKept)
        kept = tr("The same as that of the original");
    m_ui->secretKeyEdit->setKept(isKept ? kept : tr("The secret half of the key"), false);
    m_ui->tokenEdit->setKept(m_draft.hasKeptToken ? kept : tr("Only with temporary credentials"),
                             m_draft.hasKeptToken);
}

void AccountForm::onEdited()
{
    if (m_isShowing)
        return;
    showKept();
    showApplicationsAnswer({});
    m_ui->connectionTestView->reset();
    Q_EMIT edited();
}

} // namespace Gui
