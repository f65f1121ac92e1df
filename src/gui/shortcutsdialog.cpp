// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shortcutsdialog.h"

#include "text/punctuation.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

QString withoutMnemonic(const QString &text)
{
    static const QString placeholder = u"\uFFFC"_s;
    QString plain = text;
    plain.replace(u"&&"_s, placeholder).remove(u'&').remove(u'…').replace(placeholder, u"&"_s);
    // "停止(S)": a mnemonic that is no letter of the word.
    const qsizetype size = plain.size();
    if (size > 3 && text.contains(u"(&"_s) && plain.at(size - 3) == u'(' && plain.endsWith(u')'))
        plain.chop(3);
    return plain;
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return Text::joinedItems(keys);
}

void addMenu(const QMenu &menu, ShortcutGroup &group, QSet<const QAction *> &seen)
{
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        seen.insert(action);
        if (const QMenu *submenu = action->menu())
            addMenu(*submenu, group, seen);
        else if (const QString keys = keysOf(*action); !keys.isEmpty())
            group.rows.append({withoutMnemonic(action->text()), keys});
    }
}

//! The nearest thing around an action that has a name.
QString paneOf(const QAction &action, const QWidget &window)
{
    const QList<QObject *> places = action.associatedObjects() + QList<QObject *>{action.parent()};
    for (QObject *place : places) {
        for (auto *widget = qobject_cast<QWidget *>(place); widget != nullptr && widget != &window;
             widget = widget->parentWidget()) {
            if (!widget->accessibleName().isEmpty())
                return widget->accessibleName();
        }
    }
    return ShortcutsDialog::tr("Elsewhere");
}

//! Not of a dialog that happens to be open.
bool isInWindow(const QAction &action, const QWidget &window)
{
    const QObject *object = &action;
    while (object != nullptr && object != &window) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget != nullptr && widget->isWindow() && qobject_cast<const QMenu *>(widget) == nullptr)
            return false;
        object = object->parent();
    }
    return object == &window;
}

} // namespace

QList<ShortcutGroup> shortcutGroups(const QWidget &window, const QMenuBar &menuBar)
{
    QList<ShortcutGroup> groups;
    QSet<const QAction *> seen;
    const QList<QAction *> menus = menuBar.actions();
    for (const QAction *action : menus) {
        if (const QMenu *menu = action->menu()) {
            ShortcutGroup group{withoutMnemonic(action->text()), {}};
            addMenu(*menu, group, seen);
            groups.append(group);
        }
    }
    const QList<QAction *> actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        const QString keys = keysOf(*action);
        if (keys.isEmpty() || seen.contains(action) || !isInWindow(*action, window))
            continue;
        const QString pane = paneOf(*action, window);
        auto group = std::ranges::find(groups, pane, &ShortcutGroup::title);
        if (group == groups.end())
            group = groups.insert(groups.end(), {pane, {}});
        group->rows.append({withoutMnemonic(action->text()), keys});
    }
    groups.removeIf([](const ShortcutGroup &group) { return group.rows.isEmpty(); });
    return groups;
}

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutGroup> &groups, QWidget *parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 2, this))
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *rows = new QVBoxLayout(this);

    m_table->setObjectName(u"shortcutsTable"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setAccessibleDescription(tr("Each action with its keys, menu by menu"));
    m_table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const ShortcutGroup &group : groups)
        add(group);
    add(keysOfTheTable());
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    rows->addWidget(m_table);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addWidget(buttons);
    resize(520, 560);
}

//! It is of one language, and quickly opened again.
void ShortcutsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        close();
}

ShortcutGroup ShortcutsDialog::keysOfTheTable()
{
    const auto key = [](QKeyCombination combination) {
        return QKeySequence(combination).toString(QKeySequence::NativeText);
    };
    return {tr("Filter and list of tasks"),
            {{tr("Clear the filter and go to the list"), key(Qt::Key_Escape)},
             {tr("From the filter to the list"), key(Qt::Key_Down)},
             {tr("Show the details of the task"), key(Qt::Key_Return)},
             {tr("Select all tasks that are shown"),
              QKeySequence(QKeySequence::SelectAll).toString(QKeySequence::NativeText)},
             {tr("Context menu"), key(Qt::SHIFT | Qt::Key_F10)}}};
}

void ShortcutsDialog::add(const ShortcutGroup &group)
{
    int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *title = new QTableWidgetItem(group.title);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    title->setFlags(Qt::ItemIsEnabled);
    m_table->setItem(row, 0, title);
    m_table->setSpan(row, 0, 1, 2);
    for (const auto &[action, keys] : group.rows) {
        m_table->insertRow(++row);
        m_table->setItem(row, 0, new QTableWidgetItem(action));
        m_table->setItem(row, 1, new QTableWidgetItem(keys));
    }
}

} // namespace Gui
