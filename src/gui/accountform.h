// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/accountdraft.h"

#include <QSet>
#include <QWidget>

#include <memory>

class QComboBox;

namespace Gui {

class ConnectionTestView;
class ProblemLabel;

namespace Ui {
class AccountForm;
}

//! The fields of one account. Problems are said at their fields: at once for a field that a person has left,
//! for all of them when reveal() was called.
class AccountForm : public QWidget
{
    Q_OBJECT
public:
    explicit AccountForm(QWidget *parent = nullptr);
    ~AccountForm() override;

    void showDraft(const AccountDraft &draft);
    [[nodiscard]] AccountDraft draft() const;
    void setProblems(const QMap<AccountField, QString> &problems);
    //! From now on every problem of this account is shown; turns to the first field that has one.
    void reveal();
    //! What the empty SecretKey field says of a kept key.
    void setKeyring(bool isMissing);
    [[nodiscard]] ConnectionTestView &testView() const;
    //! Empties the fields of the secrets.
    void forgetSecrets();
    void setCaFile(const QString &path);
    //! Puts those behind what is typed that are not there yet; what is no SdkAppId stays as typed.
    void addApplications(const QList<Core::SdkAppId> &applications);
    //! What asking for the applications came to, or that it is under way; plain text, empty for nothing.
    void showApplicationsAnswer(const QString &text, bool isAsking = false);
    //! Selects the name, ready to be typed over.
    void startEditing();

Q_SIGNALS:
    void edited();
    void fieldLeft();
    void caFileWanted();
    void applicationsWanted();

private:
    struct Row
    {
        QWidget *field;
        ProblemLabel *label;
    };

    [[nodiscard]] Row row(AccountField field) const;
    void connectFields();
    void onFieldLeft(AccountField field, bool isEmpty);
    void onEditionChosen();
    void offerEndpoints(Core::Edition edition, bool isCustom);
    void showKept();
    void showWhetherApplicationsCanBeAsked();
    void onEdited();

    std::unique_ptr<Ui::AccountForm> m_ui;
    AccountDraft m_draft; //!< what is not in a field
    QMap<AccountField, QString> m_problems;
    QSet<AccountField> m_revealed;
    bool m_isShowing = false; //!< fields change because an account is shown
    bool m_isKeyringMissing = false;
    bool m_isAskingApplications = false;
};

} // namespace Gui
