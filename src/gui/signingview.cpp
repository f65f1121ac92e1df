// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/signingview.h"

#include "core/redaction.h"
#include "text/errorsentences.h"
#include "text/exchangetexts.h"
#include "ui_signingview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QSignalBlocker>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSigned = 256 * 1024;

} // namespace

SigningView::SigningView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SigningView>())
{
    m_ui->setupUi(this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_ui->signedRequestText->setFont(fixed);
    m_ui->signedParts->setFont(fixed);
    // Names of the protocol, the same in all languages.
    m_ui->schemeBox->addItem(u"TC3-HMAC-SHA256"_s, QVariant::fromValue(int(Core::SigningScheme::Tc3)));
    m_ui->schemeBox->addItem(u"v1 HmacSHA256"_s, QVariant::fromValue(int(Core::SigningScheme::V1HmacSha256)));
    m_ui->schemeBox->addItem(u"v1 HmacSHA1"_s, QVariant::fromValue(int(Core::SigningScheme::V1HmacSha1)));
    m_ui->timeEdit->setTimeSpec(Qt::UTC);
    m_ui->timeEdit->setDateTime(QDateTime::currentDateTimeUtc());
    m_ui->timeEdit->setEnabled(false);
    connect(m_ui->fixedTimeBox, &QAbstractButton::toggled, m_ui->timeEdit, &QWidget::setEnabled);
    connect(m_ui->signButton, &QAbstractButton::clicked, this, &SigningView::signRequested);
    connect(m_ui->revealSignedBox, &QAbstractButton::toggled, this, &SigningView::showTexts);
    forget();
}

SigningView::~SigningView() = default;

Core::SigningScheme SigningView::scheme() const
{
    return Core::SigningScheme(m_ui->schemeBox->currentData().toInt());
}

QDateTime SigningView::time() const
{
    return m_ui->fixedTimeBox->isChecked() ? m_ui->timeEdit->dateTime().toUTC() : QDateTime();
}

void SigningView::forget()
{
    m_exchange.reset();
    {
        const QSignalBlocker blocker(m_ui->revealSignedBox);
        m_ui->revealSignedBox->setChecked(false);
    }
    m_ui->revealSignedBox->setEnabled(false);
    m_ui->signedRequestText->clear();
    m_ui->signedParts->clear();
}

void SigningView::show(const Core::Result<Core::WireExchange> &signedRequest)
{
    forget();
    if (!signedRequest) {
        const Text::ErrorText text = Text::explain(signedRequest.error());
        m_ui->signedRequestText->setPlainText(
            QString(text.title + u"\n\n"_s + text.explanation + u'\n' + text.remedy));
        return;
    }
    m_exchange = *signedRequest;
    m_ui->revealSignedBox->setEnabled(true);
    showTexts();
}

void SigningView::showTexts()
{
    if (!m_exchange)
        return;
    const bool isRevealed = m_ui->revealSignedBox->isChecked();
    if (!m_exchange->stringToSign.isEmpty()) {
        m_ui->signedRequestText->setPlainText(Text::requestText(*m_exchange, isRevealed));
        m_ui->signedParts->setPlainText(Text::signatureText(*m_exchange, isRevealed));
        return;
    }
    // The older way: the signature is a field of the form.
    const QString mask = Core::redactedMark.toString();
    Core::WireExchange shown = *m_exchange;
    if (isRevealed)
        shown.body.replace(
            QString(u"&Signature="_s + mask),
            QString(u"&Signature="_s + QString::fromLatin1(shown.signature.toPercentEncoding())));
    m_ui->signedRequestText->setPlainText(Text::requestText(shown, false));
    m_ui->signedParts->setPlainText(Core::plainText(
        QString(tr("— Text to sign —") + u'\n' + shown.canonicalRequest + u"\n\n"_s + tr("— Signature —")
                + u'\n' + (isRevealed ? QString::fromLatin1(shown.signature) : mask)),
        longestSigned));
}

void SigningView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showTexts();
    }
}

} // namespace Gui
