// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explorer/catalogue.h"
#include "explorer/requestcheck.h"

#include <QJsonValue>
#include <QWidget>

#include <optional>

namespace Gui {

//! What the editors of a form have in common. The catalogue outlives them.
struct FieldContext
{
    const Explorer::Catalogue &catalogue;
    Core::Edition edition = Core::Edition::International;
};

//! What a person types the value of one field into. A value that is left unset is not sent, and one that the
//! editor cannot show is kept as it is until somebody edits it, so that no way of writing a request loses
//! anything.
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    //! The right one for the field. `path` is the field's in the request and becomes the input's name.
    [[nodiscard]] static FieldEditor *make(const FieldContext &context, const Explorer::Field &field,
                                           const QString &path, QWidget *parent);
    //! The same for one item of a list.
    [[nodiscard]] static FieldEditor *makeItem(const FieldContext &context, const Explorer::Field &field,
                                               const QString &path, QWidget *parent);

    //! Undefined: not sent.
    [[nodiscard]] QJsonValue value() const;
    //! Not announced as an edit. Undefined or null: unset.
    void setValue(const QJsonValue &value);
    //! Where the keyboard goes, and what a label stands for.
    [[nodiscard]] virtual QWidget *input() const = 0;
    //! Whether it takes more room than a line.
    [[nodiscard]] virtual bool isLarge() const { return false; }
    //! Shows what is wrong inside; what is wrong with the value itself is its owner's to show.
    virtual void showFaults(const QList<Explorer::FieldFault> &) { }
    //! It moved to another place in the request.
    virtual void setPath(const QString &path);
    [[nodiscard]] const QString &path() const { return m_path; }

Q_SIGNALS:
    void edited();

protected:
    explicit FieldEditor(QWidget *parent);

    [[nodiscard]] virtual QJsonValue shownValue() const = 0;
    virtual void show(const QJsonValue &value) = 0;
    //! For what a person did.
    void noteEdit();

private:
    void introduce(const Explorer::Field &field, const QString &path);

    QString m_path;
    std::optional<QJsonValue> m_kept; //!< what cannot be shown
};

//! The name that the input of a field has.
[[nodiscard]] QString inputName(const QString &path);

} // namespace Gui
