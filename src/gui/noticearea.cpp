// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/noticearea.h"

#include "gui/icons.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gui {

using namespace Qt::StringLiterals;

NoticeArea::NoticeArea(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void NoticeArea::show(const Notice &notice)
{
    dismiss(notice.name);

    auto *frame = new QFrame(this);
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
    label->setObjectName(u"noticeLabel"_s);
    label->setTextFormat(Qt::PlainText);
    label->setText(notice.text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setForegroundRole(QPalette::Text);
    columns->addWidget(label, 1);

    for (const NoticeButton &button : notice.buttons) {
        auto *push = new QPushButton(button.text, frame);
        push->setObjectName(button.objectName);
        connect(push, &QAbstractButton::clicked, frame, button.clicked);
        columns->addWidget(push);
    }
    if (notice.canBeDismissed) {
        auto *close = new QToolButton(frame);
        close->setObjectName(u"noticeCloseButton"_s);
        close->setAutoRaise(true);
        close->setIcon(icon(u"close"_s));
        close->setToolTip(tr("Put this notice away"));
        close->setAccessibleName(close->toolTip());
        connect(close, &QAbstractButton::clicked, this, [this, name = notice.name, putAway = notice.putAway] {
            dismiss(name);
            if (putAway)
                putAway();
        });
        columns->addWidget(close);
    }

    m_rows->addWidget(frame);
    m_frames.insert(notice.name, frame);
}

void NoticeArea::dismiss(const QString &name)
{
    QWidget *frame = m_frames.take(name);
    if (frame == nullptr)
        return;
    frame->setObjectName(QString()); // it lives until the event loop turns, and must not be found any more
    frame->hide();
    frame->deleteLater(); // its own button may be what asked for this
}

} // namespace Gui
