// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guidedialog.h"

#include "gui/guidebrowser.h"
#include "text/errorchapter.h"
#include "ui_guidedialog.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QUrl>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

enum ContentsRole : int { PositionRole = Qt::UserRole };

//! As GitHub names the anchor of a heading, so that links work in both places.
QString anchorOf(const QString &heading)
{
    QString anchor;
    const QString lower = heading.toLower();
    for (const QChar character : lower) {
        if (character.isLetterOrNumber() || character == u'-' || character == u'_')
            anchor += character;
        else if (character == u' ')
            anchor += u'-';
    }
    return anchor;
}

} // namespace

GuideDialog::GuideDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::GuideDialog>())
{
    m_ui->setupUi(this);
    setUpActions();
    connect(m_ui->contentsTree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item != nullptr)
            goTo(item->data(0, PositionRole).toInt());
    });
    connect(m_ui->contentsTree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        goTo(item->data(0, PositionRole).toInt());
        m_ui->guideText->setFocus();
    });
    connect(m_ui->guideText, &QTextBrowser::anchorClicked, this, &GuideDialog::follow);
    connect(m_ui->guideSearchEdit, &QLineEdit::textEdited, m_ui->foundLabel, &QLabel::clear);
    connect(m_ui->guideSearchEdit, &QLineEdit::returnPressed, this, [this] { find(false); });
    // Return in the search field looks further, it does not close.
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({290, 710});
    load();
    m_ui->guideText->setFocus();
}

GuideDialog::~GuideDialog() = default;

void GuideDialog::setUpActions()
{
    const auto add = [this](const QString &name, QKeySequence key) {
        auto *action = new QAction(this);
        action->setObjectName(name);
        action->setShortcut(key);
        addAction(action);
        return action;
    };
    connect(add(u"searchGuideAction"_s, QKeySequence(Qt::CTRL | Qt::Key_F)), &QAction::triggered, this,
            [this] {
                m_ui->guideSearchEdit->setFocus(Qt::ShortcutFocusReason);
                m_ui->guideSearchEdit->selectAll();
            });
    connect(add(u"findNextAction"_s, QKeySequence(Qt::Key_F3)), &QAction::triggered, this,
            [this] { find(false); });
    connect(add(u"findPreviousAction"_s, QKeySequence(Qt::SHIFT | Qt::Key_F3)), &QAction::triggered, this,
            [this] { find(true); });
    connect(m_ui->nextButton, &QAbstractButton::clicked, this, [this] { find(false); });
    connect(m_ui->previousButton, &QAbstractButton::clicked, this, [this] { find(true); });
}

QString GuideDialog::languageOfGuide()
{
    return QLocale().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

void GuideDialog::load()
{
    m_language = languageOfGuide();
    m_ui->foundLabel->clear();
    QFile guide(u":/guide/%1.md"_s.arg(m_language));
    if (guide.open(QIODevice::ReadOnly))
        m_ui->guideText->showMarkdown(Text::withErrorChapter(QString::fromUtf8(guide.readAll())));
    m_ui->guideText->moveCursor(QTextCursor::Start);
    fillContents();
}

void GuideDialog::fillContents()
{
    const QSignalBlocker blocker(m_ui->contentsTree);
    m_ui->contentsTree->clear();
    QTreeWidgetItem *chapter = nullptr;
    const QTextDocument &document = *m_ui->guideText->document();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level < 2)
            continue; // the guide's own title, or no heading
        auto *item = level == 2 || chapter == nullptr ? new QTreeWidgetItem(m_ui->contentsTree)
                                                      : new QTreeWidgetItem(chapter);
        item->setText(0, block.text());
        item->setData(0, PositionRole, block.position());
        if (level == 2)
            chapter = item;
    }
}

//! The line at `position` comes to the top.
void GuideDialog::goTo(int position)
{
    QTextCursor cursor(m_ui->guideText->document());
    cursor.setPosition(position);
    m_ui->guideText->setTextCursor(cursor);
    scrollToCursor(0);
}

//! So that the cursor's line stands `below` pixels below the top.
void GuideDialog::scrollToCursor(int below)
{
    QScrollBar *bar = m_ui->guideText->verticalScrollBar();
    bar->setValue(bar->value() + m_ui->guideText->cursorRect().top() - below);
}

//! Into the guide itself, or out of the program: https alone, and only because somebody clicked.
void GuideDialog::follow(const QUrl &link)
{
    if (link.scheme() == "https"_L1) {
        QDesktopServices::openUrl(link);
        return;
    }
    if (!link.hasFragment())
        return;
    for (QTextBlock block = m_ui->guideText->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0
            && anchorOf(block.text()) == link.fragment(QUrl::FullyDecoded)) {
            goTo(block.position());
            return;
        }
    }
}

//! From the end it goes on at the beginning, and the other way round.
void GuideDialog::find(bool isBackward)
{
    const QString text = m_ui->guideSearchEdit->text();
    if (text.isEmpty()) {
        m_ui->guideSearchEdit->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const QTextDocument::FindFlags flags =
        isBackward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool isFound = m_ui->guideText->find(text, flags);
    if (!isFound) {
        const QTextCursor before = m_ui->guideText->textCursor();
        m_ui->guideText->moveCursor(isBackward ? QTextCursor::End : QTextCursor::Start);
        isFound = m_ui->guideText->find(text, flags);
        if (!isFound)
            m_ui->guideText->setTextCursor(before);
    }
    if (isFound)
        scrollToCursor(m_ui->guideText->viewport()->height() / 3);
    m_ui->foundLabel->setText(isFound ? QString() : tr("Not found"));
}

void GuideDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        load();
    }
    QDialog::changeEvent(event);
}

} // namespace Gui
