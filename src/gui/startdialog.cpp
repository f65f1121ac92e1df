// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/startdialog.h"

#include "config/settings.h"
#include "core/redaction.h"
#include "core/savedfile.h"
#include "core/starttemplate.h"
#include "gui/problemlabel.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "text/startsentences.h"
#include "ui_startdialog.h"

#include <QFile>
#include <QPushButton>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTemplate = 1024 * 1024;
constexpr qsizetype longestTemplateName = 80;

//! A form's row below a field says what is wrong with it.
[[nodiscard]] ProblemLabel *addProblemLabel(QWidget *field, const QString &name)
{
    auto *label = new ProblemLabel(field->parentWidget());
    label->setObjectName(QString(name + u"Problem"_s).remove(u'.'));
    const auto forms = field->parentWidget()->findChildren<QFormLayout *>();
    for (QFormLayout *form : forms) {
        int row = -1;
        QFormLayout::ItemRole role = QFormLayout::FieldRole;
        form->getWidgetPosition(field, &row, &role);
        if (row >= 0)
            form->insertRow(row + 1, QString(), label);
    }
    return label;
}

} // namespace

StartDialog::StartDialog(const Service::Services &services, UserPrompt &prompt, const QString &accountId,
                         QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::StartDialog>())
{
    m_ui->setupUi(this);
    QPushButton *start = m_ui->buttons->button(QDialogButtonBox::Ok);
    start->setText(tr("&Start"));
    start->setObjectName(u"startButton"_s);
    m_basics = {{u"SdkAppId"_s, m_ui->applicationBox},
                {u"RoomId"_s, m_ui->roomEdit},
                {u"PushUserId"_s, m_ui->userEdit},
                {u"PushUserSig"_s, m_ui->userSigEdit}};
    addProblemLabels();
    setMoreShown(false);
    fillAccounts(accountId);
    fillTemplates({});
    connectFields();
    onAccountChosen();
    m_ui->roomEdit->setFocus();
}

StartDialog::~StartDialog()
{
    // A field that has the focus says so when it goes, and by then this is no StartDialog any more.
    for (QLineEdit *const edit : findChildren<QLineEdit *>())
        edit->disconnect(this);
}

void StartDialog::connectFields()
{
    for (const QString &name : m_problems.keys()) {
        if (auto *edit = qobject_cast<QLineEdit *>(field(name)))
            connect(edit, &QLineEdit::editingFinished, this, [this, name] { check(name); });
    }
    connect(m_ui->accountBox, &QComboBox::currentIndexChanged, this, &StartDialog::onAccountChosen);
    connect(m_ui->moreButton, &QToolButton::toggled, this, &StartDialog::setMoreShown);
    connect(m_ui->templateBox, &QComboBox::activated, this, [this](int index) {
        m_ui->deleteTemplateButton->setEnabled(index > 0);
        if (index > 0)
            showTemplate(m_services.settings.startTemplate(m_ui->templateBox->itemData(index).toString()));
    });
    connect(m_ui->saveTemplateButton, &QPushButton::clicked, this, &StartDialog::saveTemplate);
    connect(m_ui->deleteTemplateButton, &QPushButton::clicked, this, &StartDialog::deleteTemplate);
    connect(m_ui->importTemplateButton, &QPushButton::clicked, this, &StartDialog::importTemplate);
    connect(m_ui->exportTemplateButton, &QPushButton::clicked, this, &StartDialog::exportTemplate);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &StartDialog::submit);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void StartDialog::addProblemLabels()
{
    for (auto field = m_basics.cbegin(); field != m_basics.cend(); ++field)
        m_problems.insert(field.key(), addProblemLabel(field.value(), field.key()));
    for (const QString &name : m_ui->options->fieldNames())
        m_problems.insert(name, addProblemLabel(m_ui->options->field(name), name));
}

void StartDialog::fillAccounts(const QString &accountId)
{
    const QList<Core::Account> accounts = m_services.accounts.all();
    for (const Core::Account &account : accounts)
        m_ui->accountBox->addItem(Core::plainText(account.name, 64), account.id);
    m_ui->accountBox->setCurrentIndex(std::max(0, m_ui->accountBox->findData(accountId)));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!accounts.isEmpty());
    if (accounts.isEmpty())
        m_ui->stateLabel->setText(tr("There is no account yet: add one in the settings first."));
}

void StartDialog::onAccountChosen()
{
    const auto account = m_services.accounts.byId(m_ui->accountBox->currentData().toString());
    const QString before = m_ui->applicationBox->currentText();
    m_ui->applicationBox->clear();
    if (account) {
        for (const Core::SdkAppId id : account->sdkAppIds)
            m_ui->applicationBox->addItem(id.toString());
    }
    if (m_ui->applicationBox->count() == 0)
        m_ui->applicationBox->setEditText(before);
    m_ui->options->setEdition(edition());
    check(u"GroupId"_s);
}

void StartDialog::setMoreShown(bool isShown)
{
    const QSignalBlocker blocker(m_ui->moreButton);
    m_ui->moreButton->setChecked(isShown);
    m_ui->moreButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_ui->moreArea->setVisible(isShown);
    constexpr int unfoldedHeight = 640;
    if (isShown)
        resize(width(), std::max(height(), unfoldedHeight));
    else
        adjustSize();
}

Core::Edition StartDialog::edition() const
{
    const auto account = m_services.accounts.byId(m_ui->accountBox->currentData().toString());
    return account ? account->endpoint.edition : Core::Edition::International;
}

QWidget *StartDialog::field(const QString &name) const
{
    QWidget *basic = m_basics.value(name);
    return basic != nullptr ? basic : m_ui->options->field(name);
}

Core::PushStart StartDialog::wanted() const
{
    Core::PushStart start;
    start.sdkAppId =
        Core::SdkAppId::parse(m_ui->applicationBox->currentText().trimmed()).value_or(Core::SdkAppId());
    start.roomId = numberIn(m_ui->roomEdit->text()).value_or(0);
    start.pushUserId = m_ui->userEdit->text().trimmed();
    start.pushUserSig = Core::SecretText::fromString(m_ui->userSigEdit->text().trimmed());
    m_ui->options->read(start);
    return start;
}

//! One field that was just left. What is still missing is said when the Start is asked for.
void StartDialog::check(const QString &name)
{
    const QList<Core::StartFault> faults = Core::faultsOf(wanted(), edition());
    const auto fault = std::ranges::find_if(faults, [&name](const Core::StartFault &each) {
        return each.field == name && each.problem != Core::StartProblem::Missing;
    });
    m_problems.value(name)->setProblem(fault == faults.cend() ? QString() : Text::problem(*fault),
                                       field(name));
}

bool StartDialog::checkAll()
{
    const QList<Core::StartFault> faults = Core::faultsOf(wanted(), edition());
    for (auto label = m_problems.cbegin(); label != m_problems.cend(); ++label) {
        const auto fault = std::ranges::find(faults, label.key(), &Core::StartFault::field);
        label.value()->setProblem(fault == faults.cend() ? QString() : Text::problem(*fault),
                                  field(label.key()));
    }
    if (faults.isEmpty())
        return true;
    QWidget *first = field(faults.constFirst().field);
    if (m_ui->options->isAncestorOf(first)) {
        setMoreShown(true);
        m_ui->moreArea->ensureWidgetVisible(first);
    }
    first->setFocus();
    m_ui->stateLabel->setText(tr("%n field(s) need another look.", nullptr, static_cast<int>(faults.size())));
    return false;
}

void StartDialog::submit()
{
    if (!checkAll())
        return;
    // At once, so that a second click finds nothing to click on.
    setBusy(tr("Sending…"));
    Q_EMIT startRequested(m_ui->accountBox->currentData().toString(), wanted());
}

void StartDialog::setBusy(const QString &state)
{
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    for (QWidget *part :
         QList<QWidget *>{m_ui->accountBox, m_ui->applicationBox, m_ui->roomEdit, m_ui->userEdit,
                          m_ui->userSigEdit, m_ui->options, m_ui->templateBox, m_ui->importTemplateButton})
        part->setEnabled(false);
    m_ui->stateLabel->setText(state);
}

void StartDialog::showFailure(const QString &reason)
{
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(true);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (QWidget *part :
         QList<QWidget *>{m_ui->accountBox, m_ui->applicationBox, m_ui->roomEdit, m_ui->userEdit,
                          m_ui->userSigEdit, m_ui->options, m_ui->templateBox, m_ui->importTemplateButton})
        part->setEnabled(true);
    m_ui->stateLabel->setText(reason);
}

void StartDialog::fillTemplates(const QString &chosen)
{
    m_ui->templateBox->clear();
    m_ui->templateBox->addItem(tr("None"), QString());
    for (const QString &name : m_services.settings.startTemplateNames())
        m_ui->templateBox->addItem(Core::plainText(name, longestTemplateName), name);
    m_ui->templateBox->setCurrentIndex(std::max(0, m_ui->templateBox->findData(chosen)));
    m_ui->deleteTemplateButton->setEnabled(m_ui->templateBox->currentIndex() > 0);
}

void StartDialog::showTemplate(const QByteArray &json)
{
    const auto start = Core::startFromTemplate(json);
    if (!start) {
        m_ui->stateLabel->setText(Text::problem(start.error()));
        return;
    }
    if (start->sdkAppId.isValid())
        m_ui->applicationBox->setEditText(start->sdkAppId.toString());
    m_ui->roomEdit->setText(start->roomId != 0 ? QString::number(start->roomId) : QString());
    m_ui->userEdit->setText(start->pushUserId);
    m_ui->userSigEdit->forget();
    m_ui->options->show(*start);
    m_ui->options->setEdition(edition());
    for (const QString &name : m_problems.keys())
        check(name);
    Core::PushStart basic;
    basic.sdkAppId = start->sdkAppId;
    basic.roomId = start->roomId;
    basic.pushUserId = start->pushUserId;
    if (!(basic == *start))
        setMoreShown(true); // what the template says further down is not to be overlooked
    m_ui->stateLabel->clear();
}

QByteArray StartDialog::templateOfFields()
{
    const auto json = Core::templateOf(wanted());
    if (!json) {
        m_ui->stateLabel->setText(Text::problem(json.error()));
        return {};
    }
    return *json;
}

void StartDialog::saveTemplate()
{
    const QByteArray json = templateOfFields();
    if (json.isEmpty())
        return;
    m_prompt.askText({.title = tr("Save as template"),
                      .label = tr("Name of the template:"),
                      .text = m_ui->templateBox->currentData().toString()},
                     this, [this, json](const QString &text) {
                         const QString name = text.trimmed().left(longestTemplateName);
                         if (name.isEmpty())
                             return;
                         m_services.settings.setStartTemplate(name, json);
                         fillTemplates(name);
                         m_ui->stateLabel->setText(tr("The template is kept, without the secrets."));
                     });
}

void StartDialog::deleteTemplate()
{
    m_services.settings.setStartTemplate(m_ui->templateBox->currentData().toString(), {});
    fillTemplates({});
}

void StartDialog::importTemplate()
{
    m_prompt.askOpenFile({.title = tr("Import a template"),
                          .suggestedPath = {},
                          .nameFilter = tr("Templates (*.json)"),
                          .defaultSuffix = {}},
                         this, [this](const QString &path) {
                             QFile file(path);
                             if (!file.open(QIODevice::ReadOnly)) {
                                 m_ui->stateLabel->setText(file.errorString());
                                 return;
                             }
                             m_ui->templateBox->setCurrentIndex(0);
                             m_ui->deleteTemplateButton->setEnabled(false);
                             showTemplate(file.read(largestTemplate));
                         });
}

void StartDialog::exportTemplate()
{
    const QByteArray json = templateOfFields();
    if (json.isEmpty())
        return;
    m_prompt.askSaveFile({.title = tr("Export the fields"),
                          .suggestedPath = u"template.json"_s,
                          .nameFilter = tr("Templates (*.json)"),
                          .defaultSuffix = u"json"_s},
                         this, [this, json](const QString &path) {
                             QSaveFile file(path);
                             const bool isWritten = file.open(QIODevice::WriteOnly)
                                 && file.write(json) == json.size() && Core::isCommitted(file);
                             m_ui->stateLabel->setText(isWritten ? tr("Exported, without the secrets.")
                                                                 : file.errorString());
                         });
}

} // namespace Gui
