// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addtasksdialog.h"

#include "core/redaction.h"
#include "gui/plaintooltip.h"
#include "gui/statusicon.h"
#include "service/accounts.h"
#include "service/taskbook.h"
#include "ui_addtasksdialog.h"

#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPreview = 500;

StatusShape shapeOf(PastedLine::Verdict verdict)
{
    switch (verdict) {
    case PastedLine::Verdict::Addable:
        return StatusShape::Confirmed;
    case PastedLine::Verdict::Known:
        return StatusShape::Stopped;
    case PastedLine::Verdict::NoApplication:
        return StatusShape::Warning;
    case PastedLine::Verdict::NotUnderstood:
        return StatusShape::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

AddTasksDialog::AddTasksDialog(const Service::Services &services, const QString &accountId, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::AddTasksDialog>())
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("A&dd"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setObjectName(u"addButton"_s);
    QTableWidget *preview = m_ui->previewTable;
    preview->verticalHeader()->setDefaultSectionSize(preview->fontMetrics().height() + 8);
    preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    preview->horizontalHeader()->setHighlightSections(false);
    fillAccounts(accountId);
    fillApplications();

    connect(m_ui->accountCombo, &QComboBox::currentIndexChanged, this, &AddTasksDialog::fillApplications);
    connect(m_ui->applicationCombo, &QComboBox::currentTextChanged, this, &AddTasksDialog::updatePreview);
    connect(m_ui->pasteEdit, &QPlainTextEdit::textChanged, this, [this] {
        m_pasted = Service::parsePastedTasks(m_ui->pasteEdit->toPlainText());
        updatePreview();
    });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &AddTasksDialog::submit);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->pasteEdit->setFocus();
    updatePreview();
}

AddTasksDialog::~AddTasksDialog() = default;

void AddTasksDialog::setPastedText(const QString &text)
{
    m_ui->pasteEdit->setPlainText(text);
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

void AddTasksDialog::updatePreview()
{
    const QString accountId = m_ui->accountCombo->currentData().toString();
    const QString applicationText = m_ui->applicationCombo->currentText().trimmed();
    const Core::Result<Core::SdkAppId> application = Core::SdkAppId::parse(applicationText);
    const QList<PastedLine> lines =
        previewPaste(m_pasted, accountId, application ? std::optional(*application) : std::nullopt,
                     [this](const Core::TaskKey &key) { return m_services.book.contains(key); });

    m_addable.clear();
    for (const PastedLine &line : lines) {
        if (line.task && !accountId.isEmpty())
            m_addable.append(*line.task);
    }
    const int shown = static_cast<int>(std::min<qsizetype>(lines.size(), longestPreview));
    m_ui->previewTable->setRowCount(shown);
    for (int row = 0; row < shown; ++row)
        showLine(row, lines.at(row));
    m_ui->previewTable->resizeColumnToContents(0);
    m_ui->previewTable->setColumnWidth(1, std::max(m_ui->previewTable->columnWidth(1), 260));

    m_ui->summaryLabel->setText(summary(lines, !application && !applicationText.isEmpty()));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_addable.isEmpty());
}

void AddTasksDialog::showLine(int row, const PastedLine &line)
{
    QString verdict;
    switch (line.verdict) {
    case PastedLine::Verdict::Addable:
        verdict = tr("New");
        break;
    case PastedLine::Verdict::Known:
        verdict = tr("In the list already");
        break;
    case PastedLine::Verdict::NoApplication:
        verdict = tr("Application missing");
        break;
    case PastedLine::Verdict::NotUnderstood:
        verdict = tr("Not understood");
        break;
    }
    auto *verdictItem = new QTableWidgetItem(statusIcon(shapeOf(line.verdict), palette()), verdict);
    verdictItem->setToolTip(plainToolTip(Core::plainText(line.problem)));
    m_ui->previewTable->setItem(row, 0, verdictItem);
    m_ui->previewTable->setItem(row, 1, new QTableWidgetItem(Core::plainText(line.text, 300)));
    const QString last = line.problem.isEmpty() ? line.application : Core::plainText(line.problem, 300);
    m_ui->previewTable->setItem(row, 2, new QTableWidgetItem(last));
}

QString AddTasksDialog::summary(const QList<PastedLine> &lines, bool isApplicationWrong) const
{
    if (m_ui->accountCombo->count() == 0)
        return tr("There is no account yet: add one in the settings first.");
    const auto count = [&lines](PastedLine::Verdict verdict) {
        return static_cast<int>(
            std::count_if(lines.cbegin(), lines.cend(),
                          [verdict](const PastedLine &line) { return line.verdict == verdict; }));
    };
    QStringList parts;
    if (isApplicationWrong)
        parts.append(tr("The application must be a number, the SdkAppId."));
    if (lines.isEmpty())
        parts.append(tr("Nothing to add yet."));
    else
        parts.append(tr("%n task(s) to add.", nullptr, static_cast<int>(m_addable.size())));
    if (const int without = count(PastedLine::Verdict::NoApplication); without > 0)
        parts.append(tr("%n task(s) without application: choose one above.", nullptr, without));
    if (const int known = count(PastedLine::Verdict::Known); known > 0)
        parts.append(tr("%n in the list already.", nullptr, known));
    if (const int refused = count(PastedLine::Verdict::NotUnderstood); refused > 0)
        parts.append(tr("%n piece(s) not understood.", nullptr, refused));
    if (lines.size() > longestPreview)
        parts.append(tr("The first %1 are shown.").arg(longestPreview));
    return parts.join(u' ');
}

void AddTasksDialog::submit()
{
    if (m_addable.isEmpty())
        return;
    QList<Core::PushTask> tasks = m_addable;
    const QString label = m_ui->labelEdit->text().trimmed();
    for (Core::PushTask &task : tasks)
        task.label = label;
    accept();
    Q_EMIT addRequested(tasks);
}

} // namespace Gui
