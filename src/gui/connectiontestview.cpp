// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectiontestview.h"

#include "core/redaction.h"
#include "gui/icons.h"
#include "service/connectiontest.h"
#include "text/connectionverdict.h"
#include "text/formats.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

QString iconNameOf(Service::ConnectionVerdict::Kind kind)
{
    using Kind = Service::ConnectionVerdict::Kind;
    switch (kind) {
    case Kind::KeyProven:
        return u"success"_s;
    case Kind::KeyProvenRightMissing:
        return u"warning"_s;
    case Kind::Refused:
    case Kind::Unreachable:
        return u"error"_s;
    }
    return {};
}

//! The measured facts in one line, those that there are.
QString factsOf(const Service::ConnectionVerdict &verdict)
{
    QStringList facts;
    if (!verdict.action.isEmpty())
        facts.append(verdict.action);
    if (verdict.latencyMs >= 0)
        facts.append(ConnectionTestView::tr("answered in %1").arg(Text::latency(verdict.latencyMs)));
    if (verdict.clockOffsetSeconds != 0)
        facts.append(Text::clockOffset(verdict.clockOffsetSeconds));
    if (!verdict.requestId.isEmpty())
        facts.append(ConnectionTestView::tr("RequestId %1").arg(Core::plainText(verdict.requestId, 100)));
    return facts.join(u" · "_s);
}

} // namespace

ConnectionTestView::ConnectionTestView(QWidget *parent)
    : QWidget(parent)
    , m_button(new QPushButton(this))
    , m_icon(new QLabel(this))
    , m_result(new QLabel(this))
{
    m_button->setObjectName(u"testButton"_s);
    m_button->setAutoDefault(false);
    m_result->setObjectName(u"testResultLabel"_s);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusProxy(m_button);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->addWidget(m_button, 0, 0, 1, 2, Qt::AlignLeft);
    grid->addWidget(m_icon, 1, 0, Qt::AlignTop);
    grid->addWidget(m_result, 1, 1);
    grid->setColumnStretch(1, 1);

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_isTesting)
            Q_EMIT cancelRequested();
        else
            Q_EMIT testRequested();
    });
    reset();
}

void ConnectionTestView::showTesting()
{
    m_isTesting = true;
    m_button->setText(tr("Cancel the &test"));
    m_button->setToolTip(tr("Wait no longer for the answer"));
    show({}, tr("Asking the service…"));
}

void ConnectionTestView::showVerdict(const Service::ConnectionVerdict &verdict)
{
    reset();
    Core::Result<void> result;
    if (verdict.error)
        result = Core::failure(*verdict.error);
    QStringList paragraphs{Text::connectionVerdict(result, verdict.action)};
    if (verdict.error && !verdict.error->apiMessage.isEmpty())
        paragraphs.append(tr("The service says: %1").arg(Core::plainText(verdict.error->apiMessage, 300)));
    else if (verdict.error && !verdict.error->detail.isEmpty())
        paragraphs.append(tr("Technical detail: %1").arg(Core::plainText(verdict.error->detail, 300)));
    paragraphs.append(factsOf(verdict));
    paragraphs.removeAll(QString());
    show(iconNameOf(verdict.kind), paragraphs.join(u'\n'));
}

void ConnectionTestView::showProblem(const QString &problem)
{
    reset();
    show(u"warning"_s, problem);
}

void ConnectionTestView::reset()
{
    m_isTesting = false;
    m_button->setText(tr("&Test connection"));
    m_button->setToolTip(tr("Ask the service something that changes nothing, with the key of this form"));
    show({}, {});
}

void ConnectionTestView::show(const QString &iconName, const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(iconName.isEmpty() ? QPixmap()
                                         : icon(iconName).pixmap(QSize(size, size), devicePixelRatioF()));
    m_icon->setVisible(!iconName.isEmpty());
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
}

} // namespace Gui
