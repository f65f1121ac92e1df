// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/answerview.h"

#include "core/redaction.h"
#include "gui/explorertexts.h"
#include "gui/foldedtext.h"
#include "text/formats.h"
#include "text/punctuation.h"
#include "ui_answerview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAnswer = 512 * 1024;

//! What stands inside Response, indented; the body as it came where it is no such thing.
QString answerBody(const Core::WireExchange &exchange)
{
    const QJsonObject body = QJsonDocument::fromJson(exchange.answer.toUtf8()).object();
    const QJsonObject response = body.value("Response"_L1).toObject();
    const QString text = response.isEmpty()
        ? exchange.answer
        : QString::fromUtf8(QJsonDocument(response).toJson(QJsonDocument::Indented)).trimmed();
    return Core::plainText(text, longestAnswer);
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AnswerView>())
{
    m_ui->setupUi(this);
    QFont bold = m_ui->outcomeLabel->font();
    bold.setBold(true);
    m_ui->outcomeLabel->setFont(bold);
    m_ui->answerText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->inspectButton->setEnabled(false);
    m_ui->outcomeReason->hide();
    m_ui->answerFacts->hide();
    connect(m_ui->inspectButton, &QAbstractButton::clicked, this, [this] {
        if (const auto exchange = m_result ? m_result->exchange : std::nullopt)
            Q_EMIT inspectRequested(*exchange);
    });
}

AnswerView::~AnswerView() = default;

void AnswerView::show(const QString &action, const Service::ExplorerResult &result)
{
    m_action = action;
    m_result = result;
    showTexts(result);
    m_ui->answerText->setPlainText(foldedText(result.exchange ? answerBody(*result.exchange) : QString()));
    m_ui->inspectButton->setEnabled(result.exchange.has_value());
}

//! All but the answer itself, which is in no language.
void AnswerView::showTexts(const Service::ExplorerResult &result)
{
    const Text::ErrorText text = ExplorerTexts::outcome(m_action, result);
    m_ui->outcomeLabel->setText(text.title);
    QStringList sentences{text.explanation, text.remedy};
    if (result.error && !result.error->apiMessage.isEmpty())
        sentences.append(tr("The service says: %1").arg(Core::plainText(result.error->apiMessage, 500)));
    const QString reason = Text::joinedSentences(sentences);
    m_ui->outcomeReason->setText(reason);
    m_ui->outcomeReason->setVisible(!reason.isEmpty());

    QStringList facts;
    if (!result.requestId.isEmpty())
        facts.append(tr("RequestId: %1").arg(Core::plainText(result.requestId)));
    if (result.error && !result.error->apiCode.isEmpty())
        facts.append(Core::plainText(result.error->apiCode));
    if (result.attempts > 1)
        facts.append(tr("attempt %1").arg(result.attempts));
    if (result.exchange && result.exchange->timings.doneMs >= 0)
        facts.append(Text::latency(result.exchange->timings.doneMs));
    m_ui->answerFacts->setText(facts.join(u"  ·  "_s));
    m_ui->answerFacts->setVisible(!facts.isEmpty());
}

void AnswerView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    if (m_result)
        showTexts(*m_result);
}

} // namespace Gui
