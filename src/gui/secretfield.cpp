// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/secretfield.h"

#include "gui/icons.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>

namespace Gui {

using namespace Qt::StringLiterals;

SecretField::SecretField(QWidget *parent)
    : ConcealedEdit(parent)
    , m_revealAction(addAction(icon(u"reveal"_s), QLineEdit::TrailingPosition))
    , m_removeAction(addAction(icon(u"remove"_s), QLineEdit::TrailingPosition))
{
    m_revealAction->setObjectName(u"revealAction"_s);
    m_revealAction->setCheckable(true);
    m_removeAction->setObjectName(u"removeAction"_s);
    m_removeAction->setCheckable(true);
    connect(m_revealAction, &QAction::toggled, this, &SecretField::showState);
    connect(this, &ConcealedEdit::revealedChanged, m_revealAction, &QAction::setChecked);
    connect(m_removeAction, &QAction::triggered, this, [this](bool isRemoved) {
        m_isRemoved = isRemoved;
        showState();
        Q_EMIT changed();
    });
    connect(this, &QLineEdit::textChanged, this, &SecretField::showState);
    connect(this, &QLineEdit::textEdited, this, &SecretField::changed);
    showState();
}

void SecretField::setKept(const QString &placeholder, bool isRemovable)
{
    m_keptPlaceholder = placeholder;
    m_isRemovable = isRemovable;
    showState();
}

std::optional<Core::SecretText> SecretField::change() const
{
    if (!text().isEmpty())
        return Core::SecretText::fromString(text());
    if (m_isRemoved)
        return Core::SecretText();
    return std::nullopt;
}

void SecretField::setChange(const std::optional<Core::SecretText> &change)
{
    forget();
    if (!change)
        return;
    m_isRemoved = change->isEmpty();
    setText(QString::fromUtf8(change->bytes()));
    showState();
}

void SecretField::forget()
{
    m_isRemoved = false;
    m_revealAction->setChecked(false);
    setText({}); // also drops what undo remembers
    showState();
}

void SecretField::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = makeContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addAction(m_revealAction); // the buttons inside the field are out of the keyboard's reach
    if (m_isRemovable)
        menu->addAction(m_removeAction);
    menu->popup(event->globalPos());
}

void SecretField::changeEvent(QEvent *event)
{
    ConcealedEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showState();
}

void SecretField::showState()
{
    const bool isTyped = !text().isEmpty();
    if (isTyped)
        m_isRemoved = false;
    else if (m_revealAction->isChecked())
        m_revealAction->setChecked(false); // the next secret begins concealed
    setRevealed(m_revealAction->isChecked());
    setPlaceholderText(m_isRemoved ? tr("Goes when you save") : m_keptPlaceholder);
    m_revealAction->setVisible(isTyped);
    m_revealAction->setText(m_revealAction->isChecked() ? tr("Conceal what was typed")
                                                        : tr("Show what was typed"));
    m_removeAction->setVisible(m_isRemovable && !isTyped);
    m_removeAction->setChecked(m_isRemoved);
    m_removeAction->setText(m_isRemoved ? tr("Keep it after all") : tr("Remove it when saving"));
}

} // namespace Gui
