// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fieldform.h"

#include "gui/explorertexts.h"
#include "gui/problemlabel.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int largeIndent = 16;
constexpr int labelMargin = 3; // about what a line edit has around its text

enum Column { NameColumn, EditorColumn, HelpColumn };

QLabel *helpLabel(const Explorer::Field &field, QWidget *parent)
{
    auto *label = new QLabel(ExplorerTexts::documentation(field), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMargin(labelMargin);
    label->setMinimumWidth(1); // it wraps, and may not make the form wider than its place
    return label;
}

} // namespace

FieldForm::FieldForm(const FieldContext &context, const QList<Explorer::Field> &fields, const QString &prefix,
                     QWidget *parent)
    : QWidget(parent)
    , m_prefix(prefix)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setColumnStretch(EditorColumn, 5);
    grid->setColumnStretch(HelpColumn, 6);
    for (const Explorer::Field &field : fields) {
        if (field.existsIn(context.edition))
            addRow(context, field, *grid);
    }
}

void FieldForm::addRow(const FieldContext &context, const Explorer::Field &field, QGridLayout &grid)
{
    Row row;
    row.field = field;
    row.editor = FieldEditor::make(context, field, QString(m_prefix + field.name), this);
    row.problem = new ProblemLabel(this);
    auto *name = new QLabel(field.isRequired ? QString(field.name + u" *"_s) : field.name, this);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(row.editor->input());
    name->setMargin(labelMargin);
    if (field.isRequired)
        name->setToolTip(tr("Needed"));
    QLabel *help = helpLabel(field, this);

    const int line = grid.rowCount();
    grid.addWidget(name, line, NameColumn, Qt::AlignTop);
    if (row.editor->isLarge()) {
        grid.addWidget(help, line, EditorColumn, 1, 2);
        // Below its name, so that what is deep within a request still has room.
        row.editor->setContentsMargins(largeIndent, 0, 0, 0);
        grid.addWidget(row.editor, line + 1, NameColumn, 1, 3);
    } else {
        grid.addWidget(row.editor, line, EditorColumn, Qt::AlignTop);
        grid.addWidget(help, line, HelpColumn, Qt::AlignTop);
    }
    grid.addWidget(row.problem, line + 2, EditorColumn, 1, 2);
    connect(row.editor, &FieldEditor::edited, this, &FieldForm::edited);
    m_rows.append(row);
}

QJsonObject FieldForm::values() const
{
    QJsonObject values = m_others;
    for (const Row &row : m_rows) {
        if (const QJsonValue value = row.editor->value(); !value.isUndefined())
            values.insert(row.field.name, value);
    }
    return values;
}

void FieldForm::setValues(const QJsonObject &values)
{
    m_others = values;
    for (const Row &row : std::as_const(m_rows)) {
        QJsonValue value = m_others.take(row.field.name);
        const bool isAlwaysThere =
            row.field.isRequired && !row.field.isList && row.field.type == Explorer::FieldType::Object;
        if (isAlwaysThere && value.isUndefined())
            value = QJsonObject();
        row.editor->setValue(value);
    }
}

void FieldForm::setPrefix(const QString &prefix)
{
    m_prefix = prefix;
    for (const Row &row : std::as_const(m_rows))
        row.editor->setPath(QString(prefix + row.field.name));
}

void FieldForm::showFaults(const QList<Explorer::FieldFault> &faults)
{
    for (const Row &row : std::as_const(m_rows)) {
        const auto fault = std::ranges::find(faults, row.editor->path(), &Explorer::FieldFault::path);
        row.problem->setProblem(fault != faults.end() ? ExplorerTexts::problem(*fault, &row.field)
                                                      : QString(),
                                row.editor->input());
        row.editor->showFaults(faults);
    }
}

} // namespace Gui
