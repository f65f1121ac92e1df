// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/fieldeditor.h"

#include <QJsonObject>

class QGridLayout;
class QLabel;

namespace Gui {

class ProblemLabel;

//! The fields of an action or an object, one below the other: name, editor, what it is for, and what is wrong
//! with it.
class FieldForm : public QWidget
{
    Q_OBJECT
public:
    //! `prefix` stands before the names in paths: "Backup.", or nothing.
    FieldForm(const FieldContext &context, const QList<Explorer::Field> &fields, const QString &prefix,
              QWidget *parent = nullptr);

    //! What is set, with the members that are no field of it as they were given.
    [[nodiscard]] QJsonObject values() const;
    void setValues(const QJsonObject &values);
    void setPrefix(const QString &prefix);
    //! Of these it shows its own, wherever their fields are.
    void showFaults(const QList<Explorer::FieldFault> &faults);

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        Explorer::Field field;
        FieldEditor *editor = nullptr;
        ProblemLabel *problem = nullptr;
    };

    void addRow(const FieldContext &context, const Explorer::Field &field, QGridLayout &grid);

    QString m_prefix;
    QList<Row> m_rows;
    QJsonObject m_others; //!< members that are no field
};

} // namespace Gui
