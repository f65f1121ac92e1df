// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushstart.h"

#include <QHash>
#include <QWidget>

#include <memory>

namespace Gui {

namespace Ui {
class StartOptions;
}

//! The fields of a Start that most never need.
class StartOptions : public QWidget
{
    Q_OBJECT
public:
    explicit StartOptions(QWidget *parent = nullptr);
    ~StartOptions() override;

    //! Secrets are not among what is shown: those fields are emptied.
    void show(const Core::PushStart &start);
    //! Puts what the fields hold into `start`. What is no number where one is needed becomes one out of
    //! range.
    void read(Core::PushStart &start) const;
    void setEdition(Core::Edition edition);
    //! The field's widget, by the API's name of it; null if it is not one of these.
    [[nodiscard]] QWidget *field(const QString &name) const { return m_fields.value(name); }
    [[nodiscard]] QStringList fieldNames() const { return m_fields.keys(); }

private:
    std::unique_ptr<Ui::StartOptions> m_ui;
    QHash<QString, QWidget *> m_fields;
};

//! What a field for a number holds: nothing if it is empty, -1 if it is no whole number.
[[nodiscard]] std::optional<qint64> numberIn(const QString &text);

} // namespace Gui
