// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/fieldeditor.h"

class QCheckBox;
class QFrame;

namespace Gui {

class FieldForm;

//! An object within a request: a form of its own. One that may be left out is switched on first.
class ObjectEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ObjectEditor(const FieldContext &context, const Explorer::Field &field, QWidget *parent);

    [[nodiscard]] QWidget *input() const override;
    [[nodiscard]] bool isLarge() const override { return true; }
    void showFaults(const QList<Explorer::FieldFault> &faults) override;
    void setPath(const QString &path) override;

protected:
    [[nodiscard]] QJsonValue shownValue() const override;
    void show(const QJsonValue &value) override;

private:
    [[nodiscard]] bool isOn() const;
    void showForm();

    const FieldContext m_context;
    const Explorer::Field m_field;
    QCheckBox *m_switch; //!< null where the object is always there
    QFrame *m_frame;
    FieldForm *m_form = nullptr; //!< made when it is first needed
};

} // namespace Gui
