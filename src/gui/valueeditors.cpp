// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/valueeditors.h"

#include "core/plaintext.h"
#include "explorer/literals.h"
#include "gui/explorertexts.h"
#include "gui/secretfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QWheelEvent>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNonNumber = 100; //!< shown of a text where a number belongs

//! Does not change by the way while a form is scrolled.
class CalmComboBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

//! A number as typed; a text where it is none; undefined where nothing is typed.
QJsonValue numberFrom(const QString &typed, bool isWhole)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {QJsonValue::Undefined};
    bool isNumber = false;
    if (const qint64 whole = text.toLongLong(&isNumber); isNumber)
        return whole;
    if (const double number = text.toDouble(&isNumber); isNumber && !isWhole)
        return number;
    return text;
}

QHBoxLayout *rowOf(QWidget *owner, QWidget *input)
{
    auto *row = new QHBoxLayout(owner);
    row->setContentsMargins({});
    row->addWidget(input, 1);
    owner->setFocusProxy(input);
    return row;
}

} // namespace

NumberEditor::NumberEditor(const Explorer::Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_edit(new QLineEdit(this))
    , m_isWhole(field.type != Explorer::FieldType::Number)
{
    rowOf(this, m_edit);
    m_edit->setPlaceholderText(ExplorerTexts::placeholder(field));
    m_edit->setInputMethodHints(Qt::ImhPreferNumbers);
    connect(m_edit, &QLineEdit::textEdited, this, &NumberEditor::noteEdit);
}

QWidget *NumberEditor::input() const
{
    return m_edit;
}

QJsonValue NumberEditor::shownValue() const
{
    return numberFrom(m_edit->text(), m_isWhole);
}

void NumberEditor::show(const QJsonValue &value)
{
    m_edit->setText(value.isDouble() ? Explorer::Literal::number(value)
                                     : Core::oneLine(value.toString(), longestNonNumber));
}

TextEditor::TextEditor(const Explorer::Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_edit(field.isSensitive ? new SecretField(this) : new QLineEdit(this))
    , m_sendsEmpty(new QCheckBox(tr("Send it empty"), this))
    , m_isItem(field.isList)
{
    rowOf(this, m_edit)->addWidget(m_sendsEmpty);
    if (auto *secret = qobject_cast<SecretField *>(m_edit))
        secret->setKept(ExplorerTexts::placeholder(field), false);
    else
        m_edit->setPlaceholderText(ExplorerTexts::placeholder(field));
    const bool mayBeEmpty = !m_isItem && field.isRequired && field.pattern.isEmpty()
        && (field.format == Explorer::TextFormat::CallbackUrl || field.name == "CallbackKey"_L1);
    m_sendsEmpty->setVisible(mayBeEmpty);
    m_sendsEmpty->setToolTip(tr("An empty text removes the setting"));
    connect(m_edit, &QLineEdit::textEdited, this, &TextEditor::onTyped);
    connect(m_sendsEmpty, &QAbstractButton::clicked, this, &TextEditor::noteEdit);
}

QWidget *TextEditor::input() const
{
    return m_edit;
}

void TextEditor::setPath(const QString &path)
{
    FieldEditor::setPath(path);
    m_sendsEmpty->setObjectName(QString(u"empty:"_s + path));
}

QJsonValue TextEditor::shownValue() const
{
    const QString text = m_edit->text();
    const bool isUnset = text.isEmpty() && !m_isItem && !m_sendsEmpty->isChecked();
    return isUnset ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

void TextEditor::show(const QJsonValue &value)
{
    // What a line edit cannot or must not show is kept beside it.
    const QString text = value.toString();
    m_edit->setText(Core::oneLine(text, text.size()));
    m_edit->setCursorPosition(0);
    m_sendsEmpty->setChecked(!m_sendsEmpty->isHidden() && value.isString() && value.toString().isEmpty());
    m_sendsEmpty->setEnabled(m_edit->text().isEmpty());
}

void TextEditor::onTyped()
{
    m_sendsEmpty->setEnabled(m_edit->text().isEmpty());
    if (!m_edit->text().isEmpty())
        m_sendsEmpty->setChecked(false);
    noteEdit();
}

ChoiceEditor::ChoiceEditor(const Explorer::Field &field, QWidget *parent)
    : FieldEditor(parent)
    , m_box(new CalmComboBox(this))
    , m_isWhole(field.type == Explorer::FieldType::Integer || field.type == Explorer::FieldType::Unsigned)
{
    rowOf(this, m_box);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(12);
    const bool isOpen = field.hasOpenValues && !field.values.isEmpty();
    if (isOpen) {
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->addItem(QString());
        m_box->lineEdit()->setPlaceholderText(ExplorerTexts::placeholder(field));
    } else {
        m_box->addItem(ExplorerTexts::placeholder(field));
    }
    if (field.values.isEmpty()) {
        m_values = {true, false};
        m_box->addItems({tr("true"), tr("false")});
    }
    for (const Explorer::FieldValue &documented : field.values) {
        const QString text = ExplorerTexts::shortValue(documented.value);
        const QString meaning = ExplorerTexts::words(documented.description);
        m_values.append(documented.value);
        // In an editable box the item's text is the value itself.
        m_box->addItem(isOpen || meaning.isEmpty() ? text
                                                   : tr("%1 – %2", "value, meaning").arg(text, meaning));
        m_box->setItemData(m_box->count() - 1, meaning, Qt::ToolTipRole);
    }
    if (isOpen)
        connect(m_box, &QComboBox::currentTextChanged, this, &ChoiceEditor::noteEdit);
    else
        connect(m_box, &QComboBox::activated, this, &ChoiceEditor::noteEdit);
}

QWidget *ChoiceEditor::input() const
{
    return m_box;
}

QJsonValue ChoiceEditor::typedValue() const
{
    const QString typed = m_box->currentText().trimmed();
    const int known = m_box->findText(typed, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    if (known > 0)
        return m_values.at(known - 1);
    if (m_isWhole)
        return numberFrom(typed, true);
    return typed.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(typed);
}

QJsonValue ChoiceEditor::shownValue() const
{
    if (m_box->isEditable())
        return typedValue();
    return m_box->currentIndex() > 0 ? m_values.at(m_box->currentIndex() - 1)
                                     : QJsonValue(QJsonValue::Undefined);
}

void ChoiceEditor::show(const QJsonValue &value)
{
    const QSignalBlocker blocker(m_box);
    const auto index = static_cast<int>(m_values.indexOf(value)) + 1;
    m_box->setCurrentIndex(index);
    if (index == 0 && m_box->isEditable())
        m_box->setEditText(value.isDouble() ? Explorer::Literal::number(value)
                                            : Core::oneLine(value.toString(), longestNonNumber));
}

} // namespace Gui
