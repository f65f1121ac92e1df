// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addtasksdialog.h"

#include "core/redaction.h"
#include "gui/pastepreviewmodel.h"
#include "gui/taskdrop.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/taskbook.h"
#include "service/taskimport.h"
#include "text/punctuation.h"
#include "ui_addtasksdialog.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

using Verdict = PastedLine::Verdict;

namespace {

//! Longer texts are read in the background, not at every key.
constexpr qsizetype longestAtOnce = 16 * 1024;

} // namespace

AddTasksDialog::AddTasksDialog(const Service::Services &services, UserPrompt &prompt,
                               const QString &accountId, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::AddTasksDialog>())
    , m_preview(new PastePreviewModel(this))
    , m_import(new Service::TaskImport(this))
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("A&dd"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setObjectName(u"addButton"_s);
    m_ui->sourceLabel->hide();
    m_ui->typeButton->hide();
    setUpPreview();
    fillAccounts(accountId);
    fillApplications();
    connectInputs();
    m_ui->pasteEdit->setFocus();
    updatePreview();
}

AddTasksDialog::~AddTasksDialog() = default;

FileQuestion AddTasksDialog::fileQuestion()
{
    return {.title = tr("Import tasks from a file"),
            .suggestedPath = {},
            .nameFilter =
                tr("Tables, lists and JSON (*.csv *.tsv *.txt *.json *.jsonl *.log);;All files (*)"),
            .defaultSuffix = {}};
}

void AddTasksDialog::setUpPreview()
{
    QTableView *preview = m_ui->previewTable;
    preview->setModel(m_preview);
    preview->verticalHeader()->hide();
    preview->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    preview->verticalHeader()->setDefaultSectionSize(preview->fontMetrics().height() + 8);
    QHeaderView *header = preview->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const int character = preview->fontMetrics().averageCharWidth();
    header->resizeSection(PastePreviewModel::LineColumn, 7 * character);
    header->resizeSection(PastePreviewModel::TaskColumn, 28 * character);
    header->resizeSection(PastePreviewModel::ApplicationColumn, 14 * character);
    header->resizeSection(PastePreviewModel::LabelColumn, 16 * character);
}

void AddTasksDialog::connectInputs()
{
    connect(m_ui->accountCombo, &QComboBox::currentIndexChanged, this, &AddTasksDialog::fillApplications);
    connect(m_ui->applicationCombo, &QComboBox::currentTextChanged, this, &AddTasksDialog::updatePreview);
    connect(m_ui->pasteEdit, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = m_ui->pasteEdit->toPlainText();
        if (text.size() > longestAtOnce) {
            m_import->readText(text);
            updatePreview();
        } else {
            m_import->cancel();
            showPieces(Service::parsePastedTasks(text));
        }
    });
    connect(m_ui->pasteEdit, &PasteEdit::offered, this, &AddTasksDialog::take);
    connect(new TaskDrop(this), &TaskDrop::dropped, this, &AddTasksDialog::take);
    connect(m_import, &Service::TaskImport::finished, this, &AddTasksDialog::showPieces);
    connect(m_ui->fileButton, &QAbstractButton::clicked, this, [this] {
        m_prompt.askOpenFile(fileQuestion(), this, [this](const QString &path) { importFiles({path}); });
    });
    connect(m_ui->typeButton, &QAbstractButton::clicked, this, &AddTasksDialog::typeInstead);
    connect(m_ui->refusedCheck, &QAbstractButton::toggled, m_preview, &PastePreviewModel::setOnlyRefused);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &AddTasksDialog::submit);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AddTasksDialog::setPastedText(const QString &text)
{
    if (text.size() <= PasteEdit::longestText) {
        typeInstead();
        m_ui->pasteEdit->setPlainText(text);
        return;
    }
    showSource(tr("Pasted text of %1 characters").arg(locale().toString(text.size())));
    m_import->readText(text);
    updatePreview();
}

void AddTasksDialog::addPastedText(const QString &text)
{
    const QString before = m_ui->pasteEdit->toPlainText().trimmed();
    setPastedText(before.isEmpty() ? text : QString(before + u'\n' + text));
}

void AddTasksDialog::importFiles(const QStringList &paths)
{
    const int count = static_cast<int>(paths.size());
    showSource(count == 1 ? Core::plainText(QFileInfo(paths.first()).fileName(), 100)
                          : tr("%n file(s)", nullptr, count));
    m_import->readFiles(paths);
    updatePreview();
}

void AddTasksDialog::take(const OfferedTasks &tasks)
{
    if (tasks.files.isEmpty())
        setPastedText(tasks.text);
    else
        importFiles(tasks.files);
}

void AddTasksDialog::showSource(const QString &name)
{
    const bool hadFocus = m_ui->pasteEdit->hasFocus();
    m_ui->sourceLabel->setText(name);
    m_ui->sourceLabel->show();
    m_ui->typeButton->show();
    m_ui->pasteEdit->hide();
    if (hadFocus)
        m_ui->fileButton->setFocus();
    m_pieces.clear();
}

void AddTasksDialog::typeInstead()
{
    m_import->cancel();
    m_ui->sourceLabel->hide();
    m_ui->typeButton->hide();
    m_ui->pasteEdit->show();
    m_ui->pasteEdit->clear();
    m_ui->pasteEdit->setFocus();
    showPieces({});
}

void AddTasksDialog::fillAccounts(const QString &accountId)
{
    const QList<Core::Account> accounts = m_services.accounts.all();
    for (const Core::Account &account : accounts)
        m_ui->accountCombo->addItem(Core::plainText(account.name, 64), account.id);
    const int index = m_ui->accountCombo->findData(accountId);
    if (index >= 0)
        m_ui->accountCombo->setCurrentIndex(index);
}

void AddTasksDialog::fillApplications()
{
    const std::optional<Core::Account> account =
        m_services.accounts.byId(m_ui->accountCombo->currentData().toString());
    {
        const QSignalBlocker blocker(m_ui->applicationCombo);
        m_ui->applicationCombo->clear();
        if (account) {
            for (const Core::SdkAppId id : account->sdkAppIds)
                m_ui->applicationCombo->addItem(id.toString());
        }
    }
    updatePreview();
}

void AddTasksDialog::showPieces(const QList<Service::PastedTask> &pieces)
{
    m_pieces = pieces;
    updatePreview();
}

void AddTasksDialog::updatePreview()
{
    const QString accountId = m_ui->accountCombo->currentData().toString();
    const QString applicationText = m_ui->applicationCombo->currentText().trimmed();
    const Core::Result<Core::SdkAppId> application = Core::SdkAppId::parse(applicationText);
    m_preview->setLines(
        m_pieces,
        previewPaste(m_pieces, accountId, application ? std::optional(*application) : std::nullopt,
                     [this](const Core::TaskKey &key) { return m_services.book.contains(key); }));
    m_ui->summaryLabel->setText(summary(!application && !applicationText.isEmpty()));
    m_ui->buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(!m_import->isReading() && !accountId.isEmpty()
                     && m_preview->count(Verdict::Addable) > 0);
}

QString AddTasksDialog::summary(bool isApplicationWrong) const
{
    if (m_ui->accountCombo->count() == 0)
        return tr("There is no account yet: add one in the settings first.");
    if (m_import->isReading())
        return tr("Reading…");
    QStringList parts;
    if (isApplicationWrong)
        parts.append(tr("The application must be a number, the SdkAppId."));
    if (m_preview->lines().isEmpty())
        parts.append(tr("Nothing to add yet."));
    else
        parts.append(tr("%n task(s) to add.", nullptr, m_preview->count(Verdict::Addable)));
    if (const int without = m_preview->count(Verdict::NoApplication); without > 0)
        parts.append(tr("%n task(s) without application: choose one above.", nullptr, without));
    if (const int known = m_preview->count(Verdict::Known); known > 0)
        parts.append(tr("%n in the list already.", nullptr, known));
    if (const int repeated = m_preview->count(Verdict::Repeated); repeated > 0)
        parts.append(tr("%n line(s) repeated.", nullptr, repeated));
    if (const int refused = m_preview->count(Verdict::NotUnderstood); refused > 0)
        parts.append(tr("%n piece(s) not understood.", nullptr, refused));
    return Text::joinedSentences(parts);
}

void AddTasksDialog::submit()
{
    const QString accountId = m_ui->accountCombo->currentData().toString();
    const QString label = m_ui->labelEdit->text().trimmed();
    QList<Core::PushTask> tasks;
    for (const PastedLine &line : m_preview->lines()) {
        if (line.verdict == Verdict::Addable)
            tasks.append(pastedTask(line, m_preview->pieceOf(line), accountId, label));
    }
    if (tasks.isEmpty() || accountId.isEmpty())
        return;
    accept();
    Q_EMIT addRequested(tasks);
}

} // namespace Gui
