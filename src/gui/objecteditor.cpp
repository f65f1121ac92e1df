// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/objecteditor.h"

#include "gui/fieldform.h"

#include <QCheckBox>
#include <QFrame>
#include <QVBoxLayout>

namespace Gui {

using namespace Qt::StringLiterals;

ObjectEditor::ObjectEditor(const FieldContext &context, const Explorer::Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_context(context)
    , m_field(field)
    , m_switch(field.isRequired || field.isList ? nullptr
                                                : new QCheckBox(tr("Send %1").arg(field.name), this))
    , m_frame(new QFrame(this))
{
    m_frame->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    if (m_switch != nullptr) {
        column->addWidget(m_switch);
        connect(m_switch, &QAbstractButton::toggled, this, [this] {
            showForm();
            noteEdit();
        });
    }
    column->addWidget(m_frame);
    new QVBoxLayout(m_frame);
    showForm();
}

bool ObjectEditor::isOn() const
{
    return m_switch == nullptr || m_switch->isChecked();
}

void ObjectEditor::showForm()
{
    if (isOn() && m_form == nullptr) {
        m_form =
            new FieldForm(m_context, m_context.catalogue.fieldsOf(m_field), QString(path() + u'.'), m_frame);
        m_frame->layout()->addWidget(m_form);
        connect(m_form, &FieldForm::edited, this, &ObjectEditor::noteEdit);
    }
    m_frame->setVisible(isOn());
}

QWidget *ObjectEditor::input() const
{
    return m_switch != nullptr ? static_cast<QWidget *>(m_switch) : m_frame;
}

void ObjectEditor::showFaults(const QList<Explorer::FieldFault> &faults)
{
    if (m_form != nullptr)
        m_form->showFaults(faults);
}

void ObjectEditor::setPath(const QString &path)
{
    FieldEditor::setPath(path);
    if (m_form != nullptr)
        m_form->setPrefix(QString(path + u'.'));
}

QJsonValue ObjectEditor::shownValue() const
{
    return isOn() ? QJsonValue(m_form->values()) : QJsonValue(QJsonValue::Undefined);
}

void ObjectEditor::show(const QJsonValue &value)
{
    if (m_switch != nullptr)
        m_switch->setChecked(value.isObject());
    if (m_form != nullptr)
        m_form->setValues(value.toObject());
}

} // namespace Gui
