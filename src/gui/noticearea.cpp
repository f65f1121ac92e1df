// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/noticearea.h"

#include "gui/icons.h"
#include "gui/spokenframe.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString labelName = u"noticeLabel"_s;
const QString closeName = u"noticeCloseButton"_s;

} // namespace

NoticeArea::NoticeArea(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void NoticeArea::show(const WordedNotice &worded)
{
    const Notice notice = worded();
    dismiss(notice.name);

    auto *frame = new SpokenFrame(this);
    frame->setObjectName(notice.name);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::AlternateBase);
    auto *columns = new QHBoxLayout(frame);
    columns->setContentsMargins(8, 4, 8, 4);

    auto *picture = new QLabel(frame);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    picture->setPixmap(icon(notice.iconName).pixmap(QSize(side, side), devicePixelRatioF()));
    columns->addWidget(picture);

    auto *label = new QLabel(frame);
    label->setObjectName(labelName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::StrongFocus); // the flags alone let a click in, and no Tab
    label->setForegroundRole(QPalette::Text);
    columns->addWidget(label, 1);

    for (const NoticeButton &button : notice.buttons) {
        auto *push = new QPushButton(frame);
        push->setObjectName(button.objectName);
        connect(push, &QAbstractButton::clicked, frame, button.clicked);
        columns->addWidget(push);
    }
    if (notice.canBeDismissed) {
        auto *close = new QToolButton(frame);
        close->setObjectName(closeName);
        close->setAutoRaise(true);
        close->setIcon(icon(u"close"_s));
        connect(close, &QAbstractButton::clicked, this, [this, name = notice.name, putAway = notice.putAway] {
            dismiss(name);
            if (putAway)
                putAway();
        });
        columns->addWidget(close);
    }

    word(*frame, notice);
    m_rows->addWidget(frame);
    m_shown.insert(notice.name, {frame, worded});
}

void NoticeArea::word(QWidget &frame, const Notice &notice)
{
    frame.setAccessibleName(notice.text);
    frame.findChild<QLabel *>(labelName)->setText(notice.text);
    for (const NoticeButton &button : notice.buttons)
        frame.findChild<QPushButton *>(button.objectName)->setText(button.text);
    if (auto *close = frame.findChild<QToolButton *>(closeName)) {
        close->setAccessibleName(tr("Close"));
        close->setToolTip(tr("Put this notice away"));
    }
}

void NoticeArea::dismiss(const QString &name)
{
    QWidget *frame = m_shown.take(name).frame;
    if (frame == nullptr)
        return;
    frame->setObjectName(QString()); // it lives until the event loop turns, and must not be found any more
    frame->hide();
    frame->deleteLater(); // its own button may be what asked for this
}

void NoticeArea::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (const auto &[frame, worded] : std::as_const(m_shown))
        word(*frame, worded());
}

} // namespace Gui
