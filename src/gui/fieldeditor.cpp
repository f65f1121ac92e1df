// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fieldeditor.h"

#include "gui/explorertexts.h"
#include "gui/listeditor.h"
#include "gui/objecteditor.h"
#include "gui/valueeditors.h"

#include <QSignalBlocker>

namespace Gui {

using namespace Qt::StringLiterals;

FieldEditor::FieldEditor(QWidget *parent)
    : QWidget(parent)
{
}

FieldEditor *FieldEditor::make(const FieldContext &context, const Explorer::Field &field, const QString &path,
                               QWidget *parent)
{
    if (!field.isList)
        return makeItem(context, field, path, parent);
    auto *editor = new ListEditor(context, field, parent);
    editor->introduce(field, path);
    return editor;
}

FieldEditor *FieldEditor::makeItem(const FieldContext &context, const Explorer::Field &field,
                                   const QString &path, QWidget *parent)
{
    FieldEditor *editor = nullptr;
    if (field.type == Explorer::FieldType::Object)
        editor = new ObjectEditor(context, field, parent);
    else if (field.type == Explorer::FieldType::Boolean || !field.values.isEmpty())
        editor = new ChoiceEditor(field, parent);
    else if (field.type == Explorer::FieldType::Text)
        editor = new TextEditor(field, parent);
    else
        editor = new NumberEditor(field, parent);
    editor->introduce(field, path);
    return editor;
}

//! To whoever does not see the name and the words beside it.
void FieldEditor::introduce(const Explorer::Field &field, const QString &path)
{
    setPath(path);
    input()->setAccessibleDescription(ExplorerTexts::documentation(field));
}

QJsonValue FieldEditor::value() const
{
    return m_kept.value_or(shownValue());
}

void FieldEditor::setValue(const QJsonValue &value)
{
    const QSignalBlocker blocker(this);
    const QJsonValue wanted = value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
    m_kept.reset();
    show(wanted);
    if (shownValue() != wanted)
        m_kept = wanted;
}

void FieldEditor::setPath(const QString &path)
{
    m_path = path;
    input()->setObjectName(inputName(path));
    input()->setAccessibleName(path);
}

void FieldEditor::noteEdit()
{
    m_kept.reset();
    Q_EMIT edited();
}

QString inputName(const QString &path)
{
    return QString(u"field:"_s + path);
}

} // namespace Gui
