// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/concealededit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <memory>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

//! What comes in one edit and is longer was not typed.
constexpr qsizetype shortestPaste = 4;
const QString expiryName = u"secretExpiry"_s;

//! While it is still what the clipboard holds. Not every platform can say whose that is.
void dropFromClipboard(const QMimeData *data)
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    const QMimeData *const held = clipboard->mimeData();
    if (held == data && held->hasFormat(QLatin1StringView(ConcealedEdit::secretMark)))
        clipboard->clear();
}

//! Outlives the field: its dialog may close before the time is over.
void putMarked(const QString &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    data->setData(QLatin1StringView(ConcealedEdit::secretMark), "secret");
    QClipboard *const clipboard = QGuiApplication::clipboard();
    const QMimeData *const put = data.get();
    clipboard->setMimeData(data.release()); // taken over
    delete clipboard->findChild<QTimer *>(expiryName, Qt::FindDirectChildrenOnly); // of an earlier secret
    auto *const expiry = new QTimer(clipboard);
    expiry->setObjectName(expiryName);
    expiry->setSingleShot(true);
    QObject::connect(expiry, &QTimer::timeout, expiry, [expiry, put] {
        dropFromClipboard(put);
        expiry->deleteLater();
    });
    // What is there at the end would be handed to a clipboard program.
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, expiry,
                     [put] { dropFromClipboard(put); });
    expiry->start(ConcealedEdit::keptInClipboardMs);
}

//! True if the action did this; it does nothing any more. Its name would tell it, but Qt names only those of
//! its actions for which the desktop has an icon.
template <typename Function>
[[nodiscard]] bool takeOver(QAction *action, QLineEdit *edit, const char *slot, Function function)
{
    return QObject::disconnect(action, SIGNAL(triggered()), edit, slot)
        || QObject::disconnect(action, &QAction::triggered, edit, function);
}

} // namespace

ConcealedEdit::ConcealedEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_conceal(new QTimer(this))
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    m_conceal->setSingleShot(true);
    m_conceal->setInterval(revealMs);
    m_conceal->setObjectName(u"concealTimer"_s);
    connect(m_conceal, &QTimer::timeout, this, [this] { setRevealed(false); });
    connect(this, &QLineEdit::textEdited, this, &ConcealedEdit::onEdited);
    // After an edit both come later than textEdited.
    connect(this, &QLineEdit::textChanged, this, &ConcealedEdit::measureRest);
    connect(this, &QLineEdit::selectionChanged, this, &ConcealedEdit::measureRest);
    connect(QGuiApplication::clipboard(), &QClipboard::selectionChanged, this,
            &ConcealedEdit::withdrawSelection);
}

void ConcealedEdit::setRevealed(bool isRevealed)
{
    if (isRevealed)
        m_conceal->start();
    else
        m_conceal->stop();
    if (isRevealed == this->isRevealed())
        return;
    setEchoMode(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
    Q_EMIT revealedChanged(isRevealed);
}

bool ConcealedEdit::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate || event->type() == QEvent::Hide)
        setRevealed(false);
    return QLineEdit::event(event);
}

void ConcealedEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else if (event->matches(QKeySequence::Cut))
        cutSelected();
    else
        QLineEdit::keyPressEvent(event);
}

void ConcealedEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = makeContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

QMenu *ConcealedEdit::makeContextMenu()
{
    QMenu *menu = createStandardContextMenu();
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (takeOver(action, this, SLOT(copy()), &QLineEdit::copy)) {
            action->setObjectName(u"copyAction"_s);
            connect(action, &QAction::triggered, this, &ConcealedEdit::copySelected);
        } else if (takeOver(action, this, SLOT(cut()), &QLineEdit::cut)) {
            action->setObjectName(u"cutAction"_s);
            connect(action, &QAction::triggered, this, &ConcealedEdit::cutSelected);
        }
    }
    return menu;
}

void ConcealedEdit::copySelected()
{
    if (isRevealed() && hasSelectedText())
        putMarked(selectedText());
}

void ConcealedEdit::cutSelected()
{
    if (isRevealed() && hasSelectedText() && !isReadOnly()) {
        putMarked(selectedText());
        del();
    }
}

//! Whoever pasted a secret has no use for it in the clipboard any more.
void ConcealedEdit::onEdited(const QString &text)
{
    if (text.size() - m_restLength < shortestPaste)
        return;
    QClipboard *const clipboard = QGuiApplication::clipboard();
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (mode == QClipboard::Selection && !clipboard->supportsSelection())
            continue;
        const QString held = clipboard->text(mode).trimmed();
        if (held.size() >= shortestPaste && text.contains(held))
            clipboard->clear(mode);
    }
}

void ConcealedEdit::measureRest()
{
    m_restLength = text().size() - selectionLength();
}

void ConcealedEdit::withdrawSelection()
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    if (isRevealed() && hasSelectedText() && clipboard->ownsSelection()
        && !clipboard->text(QClipboard::Selection).isEmpty())
        clipboard->clear(QClipboard::Selection);
}

} // namespace Gui
