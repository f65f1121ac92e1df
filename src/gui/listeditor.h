// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/fieldeditor.h"

class QPushButton;
class QVBoxLayout;

namespace Gui {

class ProblemLabel;

//! A list of values of one kind: items are added at the end and taken away one by one. An empty list is not
//! sent.
class ListEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ListEditor(const FieldContext &context, const Explorer::Field &field, QWidget *parent);

    [[nodiscard]] QWidget *input() const override;
    [[nodiscard]] bool isLarge() const override { return true; }
    void showFaults(const QList<Explorer::FieldFault> &faults) override;
    void setPath(const QString &path) override;

protected:
    [[nodiscard]] QJsonValue shownValue() const override;
    void show(const QJsonValue &value) override;

private:
    struct Item
    {
        QWidget *row = nullptr;
        FieldEditor *editor = nullptr;
        QPushButton *remove = nullptr;
        ProblemLabel *problem = nullptr;
    };

    FieldEditor *addItem();
    void removeItem(const QWidget *row);
    void nameItems();
    [[nodiscard]] QString itemPath(qsizetype index) const;

    const FieldContext m_context;
    const Explorer::Field m_field;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<Item> m_items;
};

} // namespace Gui
