// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messageboxprompt.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTextDocument>

namespace Gui {

namespace {

QWidget *parentFor(QObject *context)
{
    const auto *widget = qobject_cast<QWidget *>(context);
    return widget != nullptr ? widget->window() : QApplication::activeWindow();
}

//! For labels that guess rich text and cannot be told not to.
QString plainRichText(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

void openBox(QMessageBox::Icon icon, const QString &title, const QString &text, QObject *context)
{
    auto *box = new QMessageBox(icon, title, {}, QMessageBox::Ok, parentFor(context));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->open();
}

void openFileDialog(QFileDialog *dialog, const FileQuestion &question, QObject *context,
                    const std::function<void(QString)> &done)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(question.nameFilter);
    dialog->setDefaultSuffix(question.defaultSuffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, context, done);
    dialog->open();
}

} // namespace

void MessageBoxPrompt::ask(const Question &question, QObject *context, std::function<void(Answer)> done)
{
    auto *box = new QMessageBox(parentFor(context));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(question.isDestructive ? QMessageBox::Warning : QMessageBox::Question);
    box->setWindowTitle(question.title);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(plainRichText(question.details));

    const QPushButton *accept = question.acceptText.isEmpty()
        ? box->addButton(QMessageBox::Ok)
        : box->addButton(question.acceptText, QMessageBox::AcceptRole);
    const QPushButton *alternative = nullptr;
    if (!question.alternativeText.isEmpty())
        alternative = box->addButton(question.alternativeText, QMessageBox::DestructiveRole);
    QPushButton *reject = question.rejectText.isEmpty()
        ? box->addButton(QMessageBox::Cancel)
        : box->addButton(question.rejectText, QMessageBox::RejectRole);
    box->setEscapeButton(reject);
    if (question.isDestructive)
        box->setDefaultButton(reject);
    if (!question.checkboxText.isEmpty())
        box->setCheckBox(new QCheckBox(question.checkboxText, box));

    QObject::connect(box, &QMessageBox::finished, context,
                     [box, accept, alternative, done = std::move(done)] {
                         const QAbstractButton *clicked = box->clickedButton();
                         Answer answer;
                         if (clicked != nullptr && clicked == accept)
                             answer.choice = Answer::Choice::Accepted;
                         else if (clicked != nullptr && clicked == alternative)
                             answer.choice = Answer::Choice::Alternative;
                         answer.isChecked = box->checkBox() != nullptr && box->checkBox()->isChecked();
                         done(answer);
                     });
    box->open();
}

void MessageBoxPrompt::tell(const QString &title, const QString &text, QObject *context)
{
    openBox(QMessageBox::Information, title, text, context);
}

void MessageBoxPrompt::warn(const QString &title, const QString &text, QObject *context)
{
    openBox(QMessageBox::Warning, title, text, context);
}

void MessageBoxPrompt::askText(const TextQuestion &question, QObject *context,
                               std::function<void(QString)> done)
{
    auto *dialog = new QInputDialog(parentFor(context));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(plainRichText(question.label));
    dialog->setTextValue(question.text);
    dialog->findChild<QLineEdit *>()->setAccessibleName(question.label); // its label's text is markup
    QObject::connect(dialog, &QInputDialog::textValueSelected, context, std::move(done));
    dialog->open();
}

void MessageBoxPrompt::askOpenFile(const FileQuestion &question, QObject *context,
                                   std::function<void(QString)> done)
{
    auto *dialog = new QFileDialog(parentFor(context), question.title, question.suggestedPath);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFileDialog(dialog, question, context, done);
}

void MessageBoxPrompt::askSaveFile(const FileQuestion &question, QObject *context,
                                   std::function<void(QString)> done)
{
    auto *dialog = new QFileDialog(parentFor(context), question.title, question.suggestedPath);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    openFileDialog(dialog, question, context, done);
}

} // namespace Gui
