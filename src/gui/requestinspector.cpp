// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/requestinspector.h"

#include "core/redaction.h"
#include "explorer/catalogueparser.h"
#include "explorer/codesample.h"
#include "explorer/requestcheck.h"
#include "gui/foldedtext.h"
#include "gui/icons.h"
#include "service/dispatcher.h"
#include "text/exchangetexts.h"
#include "text/formats.h"
#include "ui_requestinspector.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QMenu>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCell = 300;
constexpr qsizetype longestPart = 60; //!< of the summary, which breaks its lines at blanks

//! The same call, to be made anew: keys come from the environment, secret fields are placeholders. Empty for
//! an action that the catalogue does not have.
[[nodiscard]] QString asCode(Explorer::CodeKind kind, const Core::WireExchange &exchange)
{
    const Core::Result<Explorer::Catalogue> catalogue = Explorer::builtInCatalogue();
    const Explorer::Action *action = catalogue ? catalogue->findAction(exchange.action) : nullptr;
    if (action == nullptr)
        return {};
    const QJsonObject values = QJsonDocument::fromJson(exchange.body.toUtf8()).object();
    return Explorer::codeFor(kind, *catalogue, *action, exchange.endpoint,
                             Explorer::withPlaceholders(*catalogue, action->request, values));
}

} // namespace

RequestInspector::RequestInspector(const QList<Core::WireExchange> &attempts, qsizetype first,
                                   QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RequestInspector>())
    , m_attempts(attempts)
{
    m_ui->setupUi(this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QPlainTextEdit *edit :
         {m_ui->requestText, m_ui->signatureText, m_ui->answerText, m_ui->connectionText})
        edit->setFont(fixed);
    setUpCopies();
    fillAttempts();
    m_ui->attemptCombo->setCurrentIndex(static_cast<int>(first));
    connect(m_ui->attemptCombo, &QComboBox::currentIndexChanged, this, &RequestInspector::showAttempt);
    connect(m_ui->revealBox, &QAbstractButton::toggled, this, &RequestInspector::showTexts);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showAttempt();
    m_ui->requestText->setFocus();
}

RequestInspector::~RequestInspector() = default;

void RequestInspector::show(const Service::Services &services, const Core::WireExchange &exchange,
                            QWidget *parent)
{
    QList<Core::WireExchange> attempts = services.dispatcher.exchanges().ofCall(exchange.callId);
    const auto found = std::ranges::find(attempts, exchange.id, &Core::WireExchange::id);
    qsizetype first = std::distance(attempts.begin(), found);
    if (exchange.id == 0 || found == attempts.end()) {
        attempts = {exchange};
        first = 0;
    }
    const auto others = parent->window()->findChildren<RequestInspector *>();
    for (RequestInspector *other : others)
        other->close();
    auto *inspector = new RequestInspector(attempts, first, parent);
    inspector->setAttribute(Qt::WA_DeleteOnClose);
    inspector->setVisible(true);
    inspector->raise();
    inspector->activateWindow();
}

//! It is of one language, and quickly opened again.
void RequestInspector::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        close();
}

void RequestInspector::setUpCopies()
{
    m_ui->copyButton->setIcon(icon(u"copy"_s));
    auto *menu = new QMenu(m_ui->copyButton);
    const auto add = [this, menu](const QString &name, const QString &text, auto copy) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this,
                [this, copy] { QGuiApplication::clipboard()->setText(copy(shown())); });
    };
    add(u"copyCurlAction"_s, tr("A &curl script"),
        [](const Core::WireExchange &exchange) { return asCode(Explorer::CodeKind::Curl, exchange); });
    add(u"copyTccliAction"_s, tr("A &tccli command"),
        [](const Core::WireExchange &exchange) { return asCode(Explorer::CodeKind::Tccli, exchange); });
    add(u"copySupportAction"_s, tr("A text for the &support"), &Text::supportText);
    m_ui->copyButton->setMenu(menu);
}

void RequestInspector::fillAttempts()
{
    QTableWidget *table = m_ui->attemptsTable;
    const QStringList names = Text::attemptRowNames();
    table->setRowCount(static_cast<int>(names.size()));
    table->setColumnCount(static_cast<int>(m_attempts.size()));
    table->setVerticalHeaderLabels(names);
    QStringList titles;
    for (int column = 0; column < table->columnCount(); ++column) {
        const Core::WireExchange &attempt = m_attempts.at(column);
        titles.append(Text::attemptName(attempt));
        m_ui->attemptCombo->addItem(titles.last());
        const QStringList cells = Text::attemptColumn(attempt);
        for (int row = 0; row < cells.size(); ++row)
            table->setItem(row, column, new QTableWidgetItem(Core::oneLine(cells.at(row), longestCell)));
    }
    table->setHorizontalHeaderLabels(titles);
    table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->resizeColumnsToContents();
    m_ui->attemptCombo->setEnabled(m_attempts.size() > 1);
}

void RequestInspector::showAttempt()
{
    const Core::WireExchange &exchange = shown();
    QStringList parts;
    for (const QString &part : {exchange.action, exchange.taskId, exchange.accountName,
                                Text::localDateTime(exchange.time), exchange.requestId}) {
        if (!part.isEmpty())
            parts.append(Core::oneLine(part, longestPart));
    }
    m_ui->summaryLabel->setText(parts.join(u"  ·  "_s));
    {
        // What was revealed was revealed of the other one.
        const QSignalBlocker blocker(m_ui->revealBox);
        m_ui->revealBox->setChecked(false);
    }
    m_ui->revealBox->setEnabled(!exchange.signature.isEmpty());
    const bool isKnown = !exchange.endpoint.url.isEmpty() && !exchange.body.isEmpty();
    const QList<QAction *> copies = m_ui->copyButton->menu()->actions();
    for (QAction *copy : copies)
        copy->setEnabled(isKnown || copy->objectName() == "copySupportAction"_L1);
    m_ui->answerText->setPlainText(foldedText(Text::answerText(exchange)));
    m_ui->connectionText->setPlainText(foldedText(Text::connectionText(exchange)));
    showTexts();
}

void RequestInspector::showTexts()
{
    const bool isRevealed = m_ui->revealBox->isChecked();
    m_ui->requestText->setPlainText(foldedText(Text::requestText(shown(), isRevealed)));
    m_ui->signatureText->setPlainText(foldedText(Text::signatureText(shown(), isRevealed)));
}

const Core::WireExchange &RequestInspector::shown() const
{
    return m_attempts.at(std::clamp<qsizetype>(m_ui->attemptCombo->currentIndex(), 0, m_attempts.size() - 1));
}

} // namespace Gui
