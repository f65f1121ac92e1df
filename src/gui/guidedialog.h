// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class QTextDocument;

namespace Gui {

namespace Ui {
class GuideDialog;
}

//! The user's guide in the language of the window, with the error codes that the program knows appended.
//! Loads nothing from outside the program. Not modal.
class GuideDialog : public QDialog
{
    Q_OBJECT
public:
    explicit GuideDialog(QWidget *parent = nullptr);
    ~GuideDialog() override;

    //! The guides there are: "en", "zh_CN".
    [[nodiscard]] static QString languageOfGuide();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpActions();
    void load();
    void fillContents();
    void goTo(int position);
    void scrollToCursor(int below);
    void follow(const QUrl &link);
    void find(bool isBackward);

    std::unique_ptr<Ui::GuideDialog> m_ui;
    QString m_language; //!< of the guide that is shown
};

} // namespace Gui
