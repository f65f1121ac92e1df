// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accountspage.h"

#include "config/tccliprofile.h"
#include "core/clock.h"
#include "core/redaction.h"
#include "gui/accountsaving.h"
#include "gui/connectiontestview.h"
#include "gui/icons.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/applicationquery.h"
#include "service/connectiontest.h"
#include "text/errorsentences.h"
#include "text/punctuation.h"
#include "ui_accountspage.h"

#include <QMenu>
#include <QTimer>

namespace Gui {

using namespace Qt::StringLiterals;

AccountsPage::AccountsPage(Service::Accounts &accounts, Service::ConnectionTest &connectionTest,
                           Service::ApplicationQuery &applicationQuery, const Core::Clock &clock,
                           UserPrompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_connectionTest(connectionTest)
    , m_applicationQuery(applicationQuery)
    , m_clock(clock)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::AccountsPage>())
{
    m_ui->setupUi(this);
    m_ui->formArea->viewport()->setAutoFillBackground(false); // the page's own shows through
    m_ui->accountForm->setAutoFillBackground(false);
    connectButtons();
    addExchangeMenu();
    connect(&m_accounts, &Service::Accounts::keyringUnavailable, this, &AccountsPage::showKeyring);
    connect(&m_connectionTest, &Service::ConnectionTest::finished, this, &AccountsPage::onVerdict);
    connect(&m_applicationQuery, &Service::ApplicationQuery::finished, this, &AccountsPage::onApplications);
}

AccountsPage::~AccountsPage() = default;

void AccountsPage::connectButtons()
{
    connect(m_ui->accountList, &QListWidget::currentRowChanged, this, &AccountsPage::showRow);
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] {
        choose(m_drafts.addFresh());
        m_ui->accountForm->startEditing();
    });
    connect(m_ui->duplicateButton, &QPushButton::clicked, this, [this] {
        choose(m_drafts.duplicate(m_row));
        m_ui->accountForm->startEditing();
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this, &AccountsPage::onRemove);
    connect(m_ui->defaultButton, &QPushButton::clicked, this, [this] {
        m_drafts.setDefaultRow(m_row);
        showLabels();
    });
    connect(m_ui->accountForm, &AccountForm::edited, this, &AccountsPage::onEdited);
    connect(m_ui->accountForm, &AccountForm::fieldLeft, this, [this] {
        if (m_row >= 0)
            m_ui->accountForm->setProblems(m_drafts.checked(m_row).problems);
    });
    connect(m_ui->accountForm, &AccountForm::caFileWanted, this, [this] {
        m_prompt.askOpenFile({tr("Choose the CA file"),
                              m_ui->accountForm->draft().caFile,
                              tr("PEM files (*.pem *.crt *.cer);;All files (*)"),
                              {}},
                             this, [this](const QString &path) { m_ui->accountForm->setCaFile(path); });
    });
    connect(m_ui->accountForm, &AccountForm::applicationsWanted, this, &AccountsPage::onApplicationsWanted);
    const ConnectionTestView &view = m_ui->accountForm->testView();
    connect(&view, &ConnectionTestView::testRequested, this, &AccountsPage::onTestRequested);
    connect(&view, &ConnectionTestView::cancelRequested, this, [this] {
        cancelAsking();
        m_ui->accountForm->testView().reset();
    });
}

void AccountsPage::addExchangeMenu()
{
    auto *menu = new QMenu(m_ui->exchangeButton);
    const auto add = [this, menu](const QString &name, const QString &iconName, const QString &text,
                                  auto triggered) {
        QAction *action = menu->addAction(icon(iconName), text, this, triggered);
        action->setObjectName(name);
    };
    add(u"importEnvironmentAction"_s, u"import"_s, tr("Import from the &environment"),
        [this] { take(accountsOfEnvironment(QProcessEnvironment::systemEnvironment())); });
    add(u"importTccliAction"_s, u"import"_s, tr("Import the profiles of &tccli"),
        [this] { take(accountsOfTccli(Config::tccliDirectory(), m_clock.nowUtc())); });
    add(u"importFileAction"_s, u"import"_s, tr("&Import from a file…"), [this] { importFile(); });
    menu->addSeparator();
    add(u"exportFileAction"_s, u"export"_s, tr("E&xport the saved accounts, without secrets…"),
        [this] { exportFile(); });
    m_ui->exchangeButton->setMenu(menu);
}

void AccountsPage::load()
{
    QList<Core::Account> kept;
    const QList<Core::Account> all = m_accounts.all();
    for (const Core::Account &account : all) {
        if (!m_accounts.isTransient(account.id))
            kept.append(account);
    }
    const std::optional<Core::Account> chosen = m_accounts.defaultAccount();
    m_drafts.load(kept, chosen ? chosen->id : QString());
    choose(qMax<qsizetype>(m_drafts.defaultRow(), m_drafts.size() > 0 ? 0 : -1));
    showKeyring();
}

bool AccountsPage::validate()
{
    const qsizetype row = m_drafts.firstWithProblems();
    if (row < 0)
        return true;
    choose(row);
    m_ui->accountForm->setProblems(m_drafts.checked(row).problems);
    m_ui->accountForm->reveal();
    return false;
}

void AccountsPage::save()
{
    cancelAsking();
    auto *saving = new AccountSaving(m_accounts, m_drafts, this);
    connect(saving, &AccountSaving::finished, this, [this, saving](const QList<AccountFailure> &failures) {
        saving->deleteLater();
        onSaved(failures);
    });
    saving->start();
}

void AccountsPage::onSaved(const QList<AccountFailure> &failures)
{
    if (failures.isEmpty()) {
        Q_EMIT saved();
        return;
    }
    m_drafts.bindToKept(m_accounts.all());
    QStringList reasons;
    for (const AccountFailure &failure : failures) {
        const Text::ErrorText text = Text::explain(failure.error);
        reasons.append(tr("\"%1\" was not saved completely. %2 %3")
                           .arg(failure.name, text.explanation, text.remedy)
                           .trimmed());
    }
    Q_EMIT savingFailed(reasons.join(u'\n'));
}

void AccountsPage::forgetSecrets()
{
    cancelAsking();
    m_drafts.forgetSecrets();
    m_ui->accountForm->forgetSecrets();
    m_ui->accountForm->testView().reset();
}

void AccountsPage::showAccount(const QString &accountId)
{
    for (qsizetype row = 0; row < m_drafts.size(); ++row) {
        if (m_drafts.at(row).id == accountId)
            choose(row);
    }
}

void AccountsPage::choose(qsizetype row)
{
    showLabels();
    m_ui->accountList->setCurrentRow(int(row));
    showRow(row); // also when another draft came to stand in the same row
}

void AccountsPage::showRow(qsizetype row)
{
    cancelAsking();
    m_row = row;
    const bool isChosen = row >= 0;
    m_ui->formStack->setCurrentWidget(isChosen ? static_cast<QWidget *>(m_ui->formArea) : m_ui->emptyPage);
    if (isChosen) {
        m_ui->accountForm->showDraft(m_drafts.at(row));
        m_ui->accountForm->setProblems(m_drafts.checked(row).problems);
    }
    m_ui->duplicateButton->setEnabled(isChosen);
    m_ui->removeButton->setEnabled(isChosen);
    m_ui->defaultButton->setEnabled(isChosen && row != m_drafts.defaultRow());
}

void AccountsPage::showLabels()
{
    QListWidget *list = m_ui->accountList;
    const QSignalBlocker blocker(list);
    while (list->count() > m_drafts.size())
        delete list->takeItem(list->count() - 1);
    while (list->count() < m_drafts.size())
        list->addItem(QString());
    for (int row = 0; row < list->count(); ++row) {
        const bool isDefault = row == m_drafts.defaultRow();
        const QString name = m_drafts.at(row).name.trimmed();
        const QString shown = name.isEmpty() ? tr("(no name)") : name;
        list->item(row)->setText(isDefault ? tr("%1 (default)").arg(shown) : shown);
        list->item(row)->setToolTip({}); // would guess rich text
        QFont font = list->font();
        font.setBold(isDefault);
        list->item(row)->setFont(font);
    }
    m_ui->defaultButton->setEnabled(m_row >= 0 && m_row != m_drafts.defaultRow());
}

void AccountsPage::showKeyring()
{
    const bool isMissing = m_accounts.isKeyringMissing();
    m_ui->keyringLabel->setText(
        tr("No keyring was found on this desktop. SecretKeys and tokens stay in memory and "
           "are gone when the program ends; they are never written to a file."));
    m_ui->keyringLabel->setVisible(isMissing);
    m_ui->accountForm->setKeyring(isMissing);
}

void AccountsPage::onEdited()
{
    if (m_row < 0)
        return;
    cancelAsking();
    m_drafts.replace(m_row, m_ui->accountForm->draft());
    m_ui->accountForm->setProblems(m_drafts.checked(m_row).problems);
    showLabels();
}

void AccountsPage::onRemove()
{
    const AccountDraft draft = m_drafts.at(m_row);
    const auto remove = [this] {
        m_drafts.remove(m_row);
        choose(qMin(m_row, m_drafts.size() - 1));
    };
    if (draft.isNew()) {
        remove();
        return;
    }
    Question question;
    question.title = tr("Remove an account");
    question.text = tr("Remove the account \"%1\" and its secrets?").arg(draft.name);
    question.details =
        tr("This happens when the settings are saved. Its tasks stay in the list and in the history, "
           "but cannot be stopped any more.");
    question.acceptText = tr("Remove");
    question.isDestructive = true;
    m_prompt.ask(question, this, [this, id = draft.id, remove](const Answer &answer) {
        if (answer.isAccepted() && m_row >= 0 && m_drafts.at(m_row).id == id)
            remove();
    });
}

void AccountsPage::onTestRequested()
{
    const CheckedAccount checked = m_drafts.checked(m_row);
    if (!checked.isTestable()) {
        m_ui->accountForm->setProblems(checked.problems);
        m_ui->accountForm->reveal();
        return;
    }
    cancelAsking();
    ConnectionTestView &view = m_ui->accountForm->testView();
    view.showTesting();
    withCredential(
        checked,
        [this, account = checked.account](const Core::Credential &credential) {
            m_connectionTest.start(account, credential);
        },
        [&view](const QString &problem) { view.showProblem(problem); });
}

void AccountsPage::withCredential(const CheckedAccount &checked, std::function<void(Core::Credential)> use,
                                  std::function<void(QString)> complain)
{
    const int number = ++m_askNumber;
    const auto go = [checked, use = std::move(use)](Core::Credential credential) {
        credential.secretId = checked.account.secretId;
        if (checked.secrets.secretKey)
            credential.secretKey = *checked.secrets.secretKey;
        if (checked.secrets.token)
            credential.token = *checked.secrets.token;
        use(credential);
    };
    const AccountDraft &draft = m_drafts.at(m_row);
    const bool needsKept = !checked.secrets.secretKey || (draft.hasKeptToken && !checked.secrets.token);
    if (draft.keptAt.isEmpty() || !needsKept) {
        if (checked.secrets.secretKey)
            go({});
        else
            complain(tr("Paste the SecretKey first: none is kept."));
        return;
    }
    m_accounts.credential(
        draft.keptAt, this,
        [this, number, go, complain = std::move(complain)](const Core::Result<Core::Credential> &credential) {
            if (number != m_askNumber)
                return;
            if (credential) {
                go(*credential);
                return;
            }
            const Text::ErrorText text = Text::explain(credential.error());
            complain(Text::joinedSentences({text.explanation, text.remedy}));
        });
}

void AccountsPage::onApplicationsWanted()
{
    const CheckedAccount checked = m_drafts.checked(m_row);
    if (!checked.isTestable()) {
        m_ui->accountForm->setProblems(checked.problems);
        m_ui->accountForm->reveal();
        return;
    }
    cancelAsking();
    m_ui->accountForm->showApplicationsAnswer(tr("Asking for the applications…"), true);
    withCredential(
        checked,
        [this, account = checked.account](const Core::Credential &credential) {
            m_applicationQuery.start(account, credential);
        },
        [this](const QString &problem) { m_ui->accountForm->showApplicationsAnswer(problem); });
}

void AccountsPage::onApplications(const Core::Result<QList<Service::FoundApplication>> &found)
{
    AccountForm &form = *m_ui->accountForm;
    if (!found) {
        form.showApplicationsAnswer(Text::paragraph(Text::explain(found.error())));
        return;
    }
    QList<Core::SdkAppId> ids;
    QStringList names;
    for (const Service::FoundApplication &application : *found) {
        ids.append(application.sdkAppId);
        names.append(application.name.isEmpty()
                         ? application.sdkAppId.toString()
                         : tr("%1 (%2)", "SdkAppId, name")
                               .arg(application.sdkAppId.toString(), Core::plainText(application.name, 64)));
    }
    form.addApplications(ids);
    form.showApplicationsAnswer(
        ids.isEmpty() ? tr("This key may see no application.")
                      : Text::joinedSentences({tr("%n application(s) found:", nullptr, int(ids.size())),
                                               Text::joinedItems(names)}));
}

void AccountsPage::onVerdict(const Service::ConnectionVerdict &verdict)
{
    ConnectionTestView &view = m_ui->accountForm->testView();
    if (!view.isTesting())
        return;
    view.showVerdict(verdict);
    // Once the form has made room for it.
    QTimer::singleShot(0, this, [this, &view] { m_ui->formArea->ensureWidgetVisible(&view); });
}

void AccountsPage::cancelAsking()
{
    ++m_askNumber;
    m_applicationQuery.cancel();
    m_ui->accountForm->showApplicationsAnswer({});
    if (!m_ui->accountForm->testView().isTesting())
        return;
    m_connectionTest.cancel();
    m_ui->accountForm->testView().reset();
}

void AccountsPage::take(const FoundAccounts &found)
{
    for (const AccountDraft &draft : found.drafts)
        choose(m_drafts.add(draft));
    if (!found.problems.isEmpty())
        m_prompt.warn(tr("Import"), found.problems.join(u'\n'), this);
}

void AccountsPage::importFile()
{
    m_prompt.askOpenFile({tr("Import accounts"), {}, tr("Accounts (*.json);;All files (*)"), {}}, this,
                         [this](const QString &path) { take(accountsOfFile(path)); });
}

void AccountsPage::exportFile()
{
    m_prompt.askSaveFile({tr("Export accounts"), u"accounts.json"_s, tr("Accounts (*.json)"), u"json"_s},
                         this, [this](const QString &path) {
                             const Core::Result<void> written = writeFile(path, m_accounts.exportAll());
                             if (!written)
                                 m_prompt.warn(tr("Export accounts"), Text::fileNotWritten(written.error()),
                                               this);
                         });
}

} // namespace Gui
