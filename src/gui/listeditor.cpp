// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/listeditor.h"

#include "gui/explorertexts.h"
#include "gui/icons.h"
#include "gui/problemlabel.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QPushButton>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

ListEditor::ListEditor(const FieldContext &context, const Explorer::Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_context(context)
    , m_field(field)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(icon(u"add"_s), tr("Add an item"), this))
{
    m_column->setContentsMargins({});
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        FieldEditor *editor = addItem();
        nameItems();
        editor->input()->setFocus(Qt::OtherFocusReason);
        noteEdit();
    });
}

QWidget *ListEditor::input() const
{
    return m_add;
}

QString ListEditor::itemPath(qsizetype index) const
{
    return QString(path() + u'[' + QString::number(index) + u']');
}

FieldEditor *ListEditor::addItem()
{
    Item item;
    item.row = new QWidget(this);
    item.editor = makeItem(m_context, m_field, itemPath(m_items.size()), item.row);
    item.remove = new QPushButton(icon(u"remove"_s), {}, item.row);
    item.remove->setToolTip(tr("Take this item away"));
    item.problem = new ProblemLabel(item.row);
    auto *grid = new QGridLayout(item.row);
    grid->setContentsMargins({});
    grid->addWidget(item.editor, 0, 0);
    grid->addWidget(item.remove, 0, 1, Qt::AlignTop);
    grid->addWidget(item.problem, 1, 0);
    grid->setColumnStretch(0, 1);
    m_column->insertWidget(static_cast<int>(m_items.size()), item.row);
    connect(item.editor, &FieldEditor::edited, this, &ListEditor::noteEdit);
    connect(item.remove, &QAbstractButton::clicked, this, [this, row = item.row] { removeItem(row); });
    m_items.append(item);
    return item.editor;
}

void ListEditor::removeItem(const QWidget *row)
{
    const auto item = std::ranges::find(m_items, row, &Item::row);
    if (item == m_items.end())
        return;
    item->row->hide();
    item->row->deleteLater(); // its button is being clicked
    m_items.erase(item);
    nameItems();
    m_add->setFocus(Qt::OtherFocusReason);
    noteEdit();
}

void ListEditor::nameItems()
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        m_items.at(i).editor->setPath(itemPath(i));
        m_items.at(i).remove->setObjectName(QString(u"remove:"_s + itemPath(i)));
        m_items.at(i).remove->setAccessibleName(tr("Take %1 away").arg(itemPath(i)));
    }
}

void ListEditor::setPath(const QString &path)
{
    FieldEditor::setPath(path);
    m_add->setAccessibleName(tr("Add an item to %1").arg(path));
    nameItems();
}

void ListEditor::showFaults(const QList<Explorer::FieldFault> &faults)
{
    for (const Item &item : std::as_const(m_items)) {
        const auto fault = std::ranges::find(faults, item.editor->path(), &Explorer::FieldFault::path);
        item.problem->setProblem(fault != faults.end() ? ExplorerTexts::problem(*fault, &m_field) : QString(),
                                 item.editor->input());
        item.editor->showFaults(faults);
    }
}

QJsonValue ListEditor::shownValue() const
{
    if (m_items.isEmpty())
        return {QJsonValue::Undefined};
    QJsonArray values;
    for (const Item &item : m_items) {
        const QJsonValue value = item.editor->value();
        values.append(value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
    }
    return values;
}

void ListEditor::show(const QJsonValue &value)
{
    const QJsonArray values = value.toArray();
    while (m_items.size() > values.size()) {
        const Item item = m_items.takeLast();
        item.row->hide();
        item.row->deleteLater();
    }
    while (m_items.size() < values.size())
        addItem();
    nameItems();
    for (qsizetype i = 0; i < values.size(); ++i)
        m_items.at(i).editor->setValue(values.at(i));
}

} // namespace Gui
