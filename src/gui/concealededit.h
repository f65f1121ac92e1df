// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

class QMenu;

namespace Gui {

//! A field whose text is shown on demand, for a while and only as long as its window is the active one. The
//! clipboard does not keep its text: a text that was pasted is taken out of it at once, one that was copied
//! is marked as a secret for clipboard programs and taken out after a while. A selection by mouse is not
//! offered to other programs.
class ConcealedEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit ConcealedEdit(QWidget *parent = nullptr);

    static constexpr int revealMs = 10'000;
    static constexpr int keptInClipboardMs = 20'000;
    //! Clipboard programs that know it keep nothing of what is marked so.
    static constexpr auto secretMark = "x-kde-passwordManagerHint";

    void setRevealed(bool isRevealed);
    [[nodiscard]] bool isRevealed() const { return echoMode() == QLineEdit::Normal; }

Q_SIGNALS:
    void revealedChanged(bool isRevealed);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    //! The usual one, with copying and cutting of our own. The caller owns it.
    [[nodiscard]] QMenu *makeContextMenu();

private:
    void copySelected();
    void cutSelected();
    void onEdited(const QString &text);
    void measureRest();
    void withdrawSelection();

    QTimer *m_conceal;
    qsizetype m_restLength = 0; //!< of what stays when something is put in the selection's place
};

} // namespace Gui
