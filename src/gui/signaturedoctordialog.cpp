// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/signaturedoctordialog.h"

#include "core/plaintext.h"
#include "gui/taskdrop.h"
#include "service/accounts.h"
#include "text/doctorsentences.h"
#include "ui_signaturedoctordialog.h"

#include <QFontDatabase>
#include <QPushButton>
#include <QTextBlock>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

// In place of an account's id; no account has such a one.
constexpr auto noKey = ":none"_L1;
constexpr auto typedKey = ":typed"_L1;

void setText(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

//! From the first different character to the end of its line, in the colours of a selection.
void markDifference(QPlainTextEdit &edit, qsizetype offset)
{
    QTextCursor cursor(edit.document());
    const auto last = static_cast<qsizetype>(edit.document()->characterCount()) - 1;
    cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(offset, 0, last)));
    edit.setTextCursor(cursor);
    QTextEdit::ExtraSelection mark;
    mark.cursor = cursor;
    mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    if (!mark.cursor.hasSelection())
        mark.cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
    mark.format.setBackground(edit.palette().highlight());
    mark.format.setForeground(edit.palette().highlightedText());
    edit.setExtraSelections({mark});
    edit.ensureCursorVisible();
}

} // namespace

SignatureDoctorDialog::SignatureDoctorDialog(const Service::Services &services, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SignatureDoctorDialog>())
    , m_doctor(services.accounts, services.clock)
{
    m_ui->setupUi(this);
    QFont bold = m_ui->verdictLabel->font();
    bold.setBold(true);
    m_ui->verdictLabel->setFont(bold);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QPlainTextEdit *edit :
         std::initializer_list<QPlainTextEdit *>{m_ui->pasteEdit, m_ui->foundText, m_ui->expectedText,
                                                 m_ui->canonicalText, m_ui->stringToSignText})
        edit->setFont(fixed);
    m_ui->verdictFrame->hide();
    m_ui->textTabs->hide();
    fillAccounts(services);

    connect(m_ui->accountCombo, &QComboBox::currentIndexChanged, this, &SignatureDoctorDialog::updateFields);
    m_hint = m_ui->pasteEdit->placeholderText();
    connect(m_ui->pasteEdit, &QPlainTextEdit::textChanged, this, &SignatureDoctorDialog::onEdited);
    connect(m_ui->pasteEdit, &PasteEdit::offered, this,
            [this](const OfferedTasks &offered) { keepLong(offered.text); });
    connect(m_ui->examineButton, &QAbstractButton::clicked, this, &SignatureDoctorDialog::examine);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_doctor, &Service::SignatureDoctor::examined, this, &SignatureDoctorDialog::show);
    m_ui->pasteEdit->setFocus();
    updateFields();
}

SignatureDoctorDialog::~SignatureDoctorDialog() = default;

//! A verdict is of one language, and quickly asked for again.
void SignatureDoctorDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        close();
}

void SignatureDoctorDialog::fillAccounts(const Service::Services &services)
{
    const QList<Core::Account> accounts = services.accounts.all();
    for (const Core::Account &account : accounts)
        m_ui->accountCombo->addItem(Core::plainText(account.name, 64), account.id);
    m_ui->accountCombo->addItem(tr("A key typed below"), QString(typedKey));
    m_ui->accountCombo->addItem(tr("No key: look at the form only"), QString(noKey));
    if (const std::optional<Core::Account> chosen = services.accounts.defaultAccount())
        m_ui->accountCombo->setCurrentIndex(m_ui->accountCombo->findData(chosen->id));
}

void SignatureDoctorDialog::onEdited()
{
    if (!m_ui->pasteEdit->document()->isEmpty()) {
        m_longText.clear();
        m_ui->pasteEdit->setPlaceholderText(m_hint);
    }
    updateFields();
}

//! The field with `text` pasted into it, but that it is not laid out; what is typed next takes its place.
void SignatureDoctorDialog::keepLong(const QString &text)
{
    const QTextCursor cursor = m_ui->pasteEdit->textCursor();
    QString whole = m_ui->pasteEdit->toPlainText();
    whole.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), text);
    m_ui->pasteEdit->clear();
    m_ui->pasteEdit->setPlaceholderText(
        tr("A text of %1 characters. It is too long to be shown, and is examined as a whole.")
            .arg(locale().toString(whole.size())));
    m_longText = whole;
    updateFields();
}

void SignatureDoctorDialog::updateFields()
{
    const bool isTyped = m_ui->accountCombo->currentData().toString() == typedKey;
    m_ui->keyLabel->setVisible(isTyped);
    m_ui->keyEdit->setVisible(isTyped);
    if (!isTyped)
        m_ui->keyEdit->forget();
    m_ui->examineButton->setEnabled(!m_longText.isEmpty() || !m_ui->pasteEdit->document()->isEmpty());
}

void SignatureDoctorDialog::examine()
{
    const QString chosen = m_ui->accountCombo->currentData().toString();
    Service::DoctorQuestion question;
    question.pasted = m_longText.isEmpty() ? m_ui->pasteEdit->toPlainText() : m_longText;
    if (chosen == typedKey)
        question.typedKey = m_ui->keyEdit->change();
    else if (chosen != noKey)
        question.accountId = chosen;
    m_ui->recognizedLabel->setText(tr("Examining…"));
    m_doctor.examine(question);
}

void SignatureDoctorDialog::show(const Core::SignatureDiagnosis &diagnosis)
{
    const Text::ErrorText text = Text::explain(diagnosis);
    setText(*m_ui->verdictLabel, text.title);
    setText(*m_ui->explanationLabel, text.explanation);
    setText(*m_ui->remedyLabel, text.remedy);
    m_ui->recognizedLabel->setText(Text::recognizedText(diagnosis));
    m_ui->verdictFrame->show();
    showDifference(diagnosis);
}

void SignatureDoctorDialog::showDifference(const Core::SignatureDiagnosis &diagnosis)
{
    const Core::TextDifference difference = Core::firstDifference(diagnosis.found, diagnosis.expected);
    const bool differs = difference.offset >= 0;
    const bool knowsRight = !diagnosis.canonicalRequest.isEmpty();
    m_ui->textTabs->setTabVisible(m_ui->textTabs->indexOf(m_ui->differenceTab), differs);
    m_ui->textTabs->setTabVisible(m_ui->textTabs->indexOf(m_ui->rightTab), knowsRight);
    m_ui->textTabs->setVisible(differs || knowsRight);
    m_ui->textTabs->setCurrentWidget(differs ? m_ui->differenceTab : m_ui->rightTab);
    m_ui->foundText->setPlainText(diagnosis.found);
    m_ui->expectedText->setPlainText(diagnosis.expected);
    m_ui->canonicalText->setPlainText(diagnosis.canonicalRequest);
    m_ui->stringToSignText->setPlainText(diagnosis.stringToSign);
    const bool isOlder = diagnosis.parts.testFlag(Core::PastedPart::VersionOne);
    m_ui->stringToSignLabel->setVisible(!isOlder);
    m_ui->stringToSignText->setVisible(!isOlder);
    m_ui->canonicalLabel->setText(isOlder ? tr("Text to sign:") : tr("Canonical request:"));
    if (!differs)
        return;
    m_ui->placeLabel->setText(
        tr("First difference: line %1, character %2").arg(difference.line).arg(difference.column));
    markDifference(*m_ui->foundText, difference.offset);
    markDifference(*m_ui->expectedText, difference.offset);
}

} // namespace Gui
