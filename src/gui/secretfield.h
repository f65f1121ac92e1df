// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrettext.h"
#include "gui/concealededit.h"

#include <optional>

class QAction;

namespace Gui {

//! A field for a secret. What is kept elsewhere is never loaded into it; it only says that there is one. What
//! was typed can be looked at on demand, for a while.
class SecretField : public ConcealedEdit
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

    //! What the empty field says: where the present secret is, or that there is none. `isRemovable`: a button
    //! takes the kept secret away when the settings are saved.
    void setKept(const QString &placeholder, bool isRemovable);
    //! nullopt: untouched; empty: the kept secret goes; else the text as typed.
    [[nodiscard]] std::optional<Core::SecretText> change() const;
    void setChange(const std::optional<Core::SecretText> &change);
    //! Empties the field and conceals it again.
    void forget();

Q_SIGNALS:
    //! A person typed, or asked for the kept secret to go (or to stay after all).
    void changed();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showState();

    QAction *m_revealAction;
    QAction *m_removeAction;
    QString m_keptPlaceholder;
    bool m_isRemovable = false;
    bool m_isRemoved = false;
};

} // namespace Gui
