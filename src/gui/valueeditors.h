// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/fieldeditor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Gui {

//! A whole number, or any. What is typed and is no number is sent to nobody, but kept in sight: the check of
//! the request finds it.
class NumberEditor final : public FieldEditor
{
    Q_OBJECT
public:
    NumberEditor(const Explorer::Field &field, QWidget *parent);
    [[nodiscard]] QWidget *input() const override;

protected:
    [[nodiscard]] QJsonValue shownValue() const override;
    void show(const QJsonValue &value) override;

private:
    QLineEdit *m_edit;
    bool m_isWhole;
};

//! A text. An empty one is not sent, but as an item of a list, and where a needed field may mean something by
//! it and somebody says so.
class TextEditor final : public FieldEditor
{
    Q_OBJECT
public:
    TextEditor(const Explorer::Field &field, QWidget *parent);
    [[nodiscard]] QWidget *input() const override;
    void setPath(const QString &path) override;

protected:
    [[nodiscard]] QJsonValue shownValue() const override;
    void show(const QJsonValue &value) override;

private:
    void onTyped();

    QLineEdit *m_edit;
    QCheckBox *m_sendsEmpty;
    bool m_isItem;
};

//! True or false, or one of the documented values; others can be typed where others may occur.
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const Explorer::Field &field, QWidget *parent);
    [[nodiscard]] QWidget *input() const override;

protected:
    [[nodiscard]] QJsonValue shownValue() const override;
    void show(const QJsonValue &value) override;

private:
    [[nodiscard]] QJsonValue typedValue() const;

    QComboBox *m_box;
    QList<QJsonValue> m_values; //!< of the box's items, after the one for "unset"
    bool m_isWhole;
};

} // namespace Gui
