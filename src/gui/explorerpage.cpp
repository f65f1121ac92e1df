// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explorerpage.h"

#include "config/settings.h"
#include "core/redaction.h"
#include "gui/explorersearch.h"
#include "gui/explorertexts.h"
#include "gui/fieldeditor.h"
#include "gui/icons.h"
#include "gui/plaintooltip.h"
#include "gui/requesteditor.h"
#include "gui/requestinspector.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/explorerservice.h"
#include "text/punctuation.h"
#include "ui_explorerpage.h"

#include <QEvent>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QShortcut>
#include <QSignalBlocker>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView firstAction = u"StopWhiteboardPush";
constexpr qsizetype mostLinesAsked = 12;

//! What may be remembered of a request: no secrets, and nothing of which nobody knows what it is.
QJsonObject keepable(const Explorer::Catalogue &catalogue, const Explorer::Action &action,
                     const QJsonObject &values)
{
    const QJsonObject plain = Explorer::withoutSecrets(catalogue, action.request, values);
    QJsonObject kept;
    for (auto value = plain.begin(); value != plain.end(); ++value) {
        const QJsonObject single{{value.key(), *value}};
        const bool isKnown = Explorer::findField(action.request, value.key()) != nullptr;
        if (isKnown && Core::redacted(single) == single)
            kept.insert(value.key(), *value);
    }
    return kept;
}

//! The parameters line by line, secrets as placeholders.
QString linesOfValues(const QJsonObject &shown)
{
    QStringList lines;
    for (auto value = shown.begin(); value != shown.end(); ++value)
        lines.append(Text::labelled(value.key(), ExplorerTexts::shortValue(*value)));
    if (lines.size() > mostLinesAsked) {
        lines = lines.mid(0, mostLinesAsked);
        lines.append(u"…"_s);
    }
    return lines.join(u'\n');
}

} // namespace

ExplorerPage::ExplorerPage(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::ExplorerPage>())
    , m_search(nullptr)
    , m_editor(nullptr)
{
    m_ui->setupUi(this);
    QFont bold = m_ui->actionLabel->font();
    bold.setBold(true);
    m_ui->actionLabel->setFont(bold);
    m_ui->jsonEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->callButton->setIcon(icon(u"start"_s));
    const Explorer::Catalogue &catalogue = m_services.explorer.catalogue();
    m_search = new ExplorerSearch(catalogue, m_ui->explorerSplitter);
    m_ui->explorerSplitter->insertWidget(0, m_search);
    m_ui->explorerSplitter->setStretchFactor(1, 1);
    m_ui->explorerSplitter->setSizes({250, 750});
    m_editor = new RequestEditor(
        catalogue, {*m_ui->formArea, *m_ui->formProblem, *m_ui->jsonEdit, *m_ui->jsonProblem}, this);

    connect(m_search, &ExplorerSearch::chosen, this, &ExplorerPage::openHit);
    connect(m_editor, &RequestEditor::changed, this, &ExplorerPage::onRequestChanged);
    connect(m_ui->explorerAccountBox, &QComboBox::currentIndexChanged, this, &ExplorerPage::onAccountChosen);
    connect(&m_services.accounts, &Service::Accounts::accountsChanged, this, &ExplorerPage::fillAccounts);
    connect(m_ui->exampleButton, &QAbstractButton::clicked, this,
            [this] { m_editor->setValues(m_action->exampleRequest); });
    connect(m_ui->clearButton, &QAbstractButton::clicked, this, [this] { m_editor->setValues({}); });
    connect(m_ui->callButton, &QAbstractButton::clicked, this, &ExplorerPage::askToCall);
    // A button's own shortcut is its mnemonic.
    auto *callShortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    callShortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(callShortcut, &QShortcut::activated, m_ui->callButton, &QAbstractButton::click);
    connect(m_ui->cancelCallButton, &QAbstractButton::clicked, this, [this] {
        if (m_call)
            m_call->cancel();
    });
    connect(m_ui->signTab, &SigningView::signRequested, this, &ExplorerPage::signOnly);
    connect(m_ui->answerTab, &AnswerView::inspectRequested, this, [this](const Core::WireExchange &exchange) {
        RequestInspector::show(m_services, exchange, this);
    });
    m_action = catalogue.findAction(firstAction);
    fillAccounts();
}

ExplorerPage::~ExplorerPage() = default;

QString ExplorerPage::accountId() const
{
    return m_account ? m_account->id : QString();
}

void ExplorerPage::fillAccounts()
{
    const QString chosen = m_account ? accountId() : [this] {
        const std::optional<Core::Account> usual = m_services.accounts.defaultAccount();
        return usual ? usual->id : QString();
    }();
    {
        const QSignalBlocker blocker(m_ui->explorerAccountBox);
        m_ui->explorerAccountBox->clear();
        const QList<Core::Account> accounts = m_services.accounts.all();
        for (const Core::Account &account : accounts) {
            QStringList parts{Core::plainText(account.name, 64),
                              ExplorerTexts::editionName(account.endpoint.edition), account.endpoint.region};
            if (account.isReadOnly)
                parts.append(tr("reading only"));
            m_ui->explorerAccountBox->addItem(parts.join(u" · "_s), account.id);
        }
        const int index = m_ui->explorerAccountBox->findData(chosen);
        m_ui->explorerAccountBox->setCurrentIndex(std::max(index, accounts.isEmpty() ? -1 : 0));
    }
    onAccountChosen();
}

void ExplorerPage::onAccountChosen()
{
    m_ui->explorerAccountBox->setToolTip(plainToolTip(m_ui->explorerAccountBox->currentText()));
    const bool isFirst = !m_account;
    const Core::Edition before = m_account ? m_account->endpoint.edition : Core::Edition::International;
    m_account = m_services.accounts.byId(m_ui->explorerAccountBox->currentData().toString());
    const Core::Edition edition = m_account ? m_account->endpoint.edition : before;
    if (isFirst || edition != before) {
        m_search->setEdition(edition);
        keepValues();
        showAction();
    } else {
        onRequestChanged();
    }
}

void ExplorerPage::focusSearch()
{
    m_search->focusSearch();
}

void ExplorerPage::open(const QString &name)
{
    const Explorer::Action *action = m_services.explorer.catalogue().findAction(name);
    if (action == nullptr || action == m_action)
        return;
    keepValues();
    m_action = action;
    showAction();
    m_ui->explorerTabs->setCurrentWidget(m_ui->formTab);
}

void ExplorerPage::openHit(const Explorer::SearchHit &hit)
{
    open(hit.action.isEmpty() ? hit.name : hit.action);
    m_ui->explorerTabs->setCurrentWidget(m_ui->formTab);
    const bool isOfRequest = hit.kind == Explorer::SearchHit::Kind::Field && !hit.isOfAnswer;
    if (isOfRequest)
        m_editor->focusField(hit.name);
    else if (!m_action->request.isEmpty())
        m_editor->focusField(m_action->request.constFirst().name);
    else
        m_ui->callButton->setFocus(Qt::OtherFocusReason);
}

void ExplorerPage::showAction()
{
    const Core::Edition edition = m_account ? m_account->endpoint.edition : Core::Edition::International;
    m_ui->actionLabel->setText(m_action->name);
    m_ui->kindLabel->setText(ExplorerTexts::kindName(m_action->kind));
    m_editor->show(*m_action, edition, valuesFor(*m_action));
}

void ExplorerPage::keepValues()
{
    if (m_action != nullptr)
        m_kept.insert(m_action->name,
                      keepable(m_services.explorer.catalogue(), *m_action, m_editor->values()));
}

//! What was typed last, else the account's application where there is such a field.
QJsonObject ExplorerPage::valuesFor(const Explorer::Action &action) const
{
    QJsonObject values = m_kept.value(action.name);
    if (!values.isEmpty() || !m_account || m_account->sdkAppIds.isEmpty())
        return values;
    for (const Explorer::Field &field : action.request) {
        if (field.name.compare("SdkAppId"_L1, Qt::CaseInsensitive) == 0 && !field.isList)
            values.insert(field.name, m_account->sdkAppIds.constFirst().value);
    }
    return values;
}

void ExplorerPage::onRequestChanged()
{
    m_ui->signTab->forget();
    m_signAsker.reset();
    if (m_account && m_action != nullptr)
        m_ui->codeTab->show(m_services.explorer.catalogue(), *m_action, m_account->endpoint,
                            m_editor->shownValues());
    if (m_call == nullptr)
        m_progress.clear();
    updateState();
}

QString ExplorerPage::obstacle() const
{
    if (!m_account)
        return tr("There is no account to call with: add one in the settings.");
    if (!m_action->existsIn(m_account->endpoint.edition))
        return tr("This action does not exist in the edition of the account (%1).")
            .arg(ExplorerTexts::editionName(m_account->endpoint.edition));
    if (m_account->isReadOnly && m_action->changesSomething())
        return tr("The account is set to reading only, and this action changes something.");
    return {};
}

void ExplorerPage::updateState()
{
    const QString why = obstacle();
    m_ui->callButton->setEnabled(why.isEmpty() && m_call == nullptr);
    m_ui->cancelCallButton->setEnabled(m_call != nullptr);
    m_ui->callStatus->setText(m_progress.isEmpty() ? why : m_progress);
}

void ExplorerPage::askToCall()
{
    if (m_call != nullptr || !obstacle().isEmpty())
        return;
    if (!m_editor->isReady()) {
        const bool isBroken = m_editor->isJsonBroken();
        if (isBroken)
            m_ui->explorerTabs->setCurrentWidget(m_ui->jsonTab);
        else if (m_ui->explorerTabs->currentWidget() != m_ui->jsonTab)
            m_ui->explorerTabs->setCurrentWidget(m_ui->formTab);
        m_progress = isBroken ? tr("The JSON cannot be read.") : tr("Correct what is marked first.");
        m_editor->reveal(); // once the view of the first fault is shown
        updateState();
        return;
    }
    const Service::ExplorerRequest request{accountId(), m_action->name, m_editor->values(),
                                           m_services.settings.confirmDeadlineMs()};
    if (!m_action->changesSomething()) {
        call(request);
        return;
    }
    Question question;
    question.title = ExplorerTexts::kindName(m_action->kind);
    question.text =
        tr("Call %1 with the account “%2”?").arg(m_action->name, Core::plainText(m_account->name, 64));
    question.details = ExplorerTexts::words(m_action->description);
    if (m_action->kind == Explorer::ActionKind::Starts)
        question.details = Text::joinedSentences(
            {question.details, tr("It may cost money. It is sent once and never repeated by itself.")});
    question.details += u"\n\n"_s + linesOfValues(m_editor->shownValues());
    question.acceptText = tr("Ca&ll");
    question.isDestructive = true;
    m_prompt.ask(question, this, [this, request](const Answer &answer) {
        if (answer.isAccepted() && m_call == nullptr)
            call(request);
    });
}

void ExplorerPage::call(const Service::ExplorerRequest &request)
{
    m_call = m_services.explorer.call(request);
    connect(m_call, &Service::ExplorerCall::phaseChanged, this,
            [this](Service::ExplorerPhase phase, int attempt) {
                m_progress = ExplorerTexts::phase(phase, attempt);
                updateState();
            });
    connect(m_call, &Service::ExplorerCall::finished, this,
            [this, action = request.action](const Service::ExplorerResult &result) {
                onFinished(action, result);
            });
    m_progress = ExplorerTexts::phase(Service::ExplorerPhase::Preparing, 0);
    updateState();
}

void ExplorerPage::onFinished(const QString &action, const Service::ExplorerResult &result)
{
    m_call = nullptr; // it deletes itself
    m_progress = ExplorerTexts::outcome(action, result).title;
    m_ui->answerTab->show(action, result);
    if (action == m_action->name)
        m_ui->explorerTabs->setCurrentWidget(m_ui->answerTab);
    updateState();
}

void ExplorerPage::signOnly()
{
    Service::SigningQuestion question;
    question.accountId = accountId();
    question.action = m_action->name;
    question.values = m_editor->values();
    question.scheme = m_ui->signTab->scheme();
    question.at = m_ui->signTab->time();
    // What changes meanwhile ends the question.
    m_signAsker = std::make_unique<QObject>();
    m_services.explorer.sign(question, m_signAsker.get(),
                             [this](const Core::Result<Core::WireExchange> &signedRequest) {
                                 m_ui->signTab->show(signedRequest);
                             });
}

void ExplorerPage::forgetSecrets()
{
    m_editor->setValues(
        Explorer::withoutSecrets(m_services.explorer.catalogue(), m_action->request, m_editor->values()));
    m_signAsker.reset();
}

QByteArray ExplorerPage::saveState() const
{
    QHash<QString, QJsonObject> kept = m_kept;
    kept.insert(m_action->name, keepable(m_services.explorer.catalogue(), *m_action, m_editor->values()));
    QJsonObject values;
    for (auto entry = kept.cbegin(); entry != kept.cend(); ++entry) {
        if (!entry->isEmpty())
            values.insert(entry.key(), *entry);
    }
    const QJsonObject state{
        {u"action"_s, m_action->name},
        {u"account"_s, accountId()},
        {u"splitter"_s, QString::fromLatin1(m_ui->explorerSplitter->saveState().toBase64())},
        {u"values"_s, values}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void ExplorerPage::restoreState(const QByteArray &bytes)
{
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    if (state.isEmpty())
        return;
    const Explorer::Catalogue &catalogue = m_services.explorer.catalogue();
    const QJsonObject values = state.value("values"_L1).toObject();
    for (auto entry = values.begin(); entry != values.end(); ++entry) {
        if (const Explorer::Action *action = catalogue.findAction(entry.key()))
            m_kept.insert(action->name, keepable(catalogue, *action, entry->toObject()));
    }
    m_ui->explorerSplitter->restoreState(
        QByteArray::fromBase64(state.value("splitter"_L1).toString().toLatin1()));
    if (const Explorer::Action *action = catalogue.findAction(state.value("action"_L1).toString()))
        m_action = action;
    const int account = m_ui->explorerAccountBox->findData(state.value("account"_L1).toString());
    if (account >= 0) {
        const QSignalBlocker blocker(m_ui->explorerAccountBox);
        m_ui->explorerAccountBox->setCurrentIndex(account);
    }
    m_account.reset(); // what is on the desk is not what was kept
    m_account = m_services.accounts.byId(m_ui->explorerAccountBox->currentData().toString());
    if (m_account)
        m_search->setEdition(m_account->endpoint.edition);
    showAction();
}

void ExplorerPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    const QJsonObject values = m_editor->values(); // secrets included: nobody went anywhere
    showAction();
    m_editor->setValues(values);
    fillAccounts();
}

} // namespace Gui
