// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushstart.h"
#include "service/services.h"

#include <QDialog>
#include <QHash>

#include <memory>

namespace Gui {

class ProblemLabel;
class UserPrompt;

namespace Ui {
class StartDialog;
}

//! Asks for all that a push task needs; says what is wrong beside the field. Its secrets go nowhere but into
//! startRequested(). Shown with open(); stays open until the Start is settled.
class StartDialog : public QDialog
{
    Q_OBJECT
public:
    //! `accountId` is chosen first, if there is such an account.
    StartDialog(const Service::Services &services, UserPrompt &prompt, const QString &accountId,
                QWidget *parent = nullptr);
    ~StartDialog() override;

    //! The Start is under way: nothing can be changed or asked for again. `state` says what happens.
    void setBusy(const QString &state);
    //! It came to nothing: the fields are free again.
    void showFailure(const QString &reason);

Q_SIGNALS:
    //! Every field is as it must be.
    void startRequested(const QString &accountId, const Core::PushStart &start);

private:
    void connectFields();
    void fillAccounts(const QString &accountId);
    void onAccountChosen();
    void addProblemLabels();
    void check(const QString &field);
    //! Shows all that is wrong; true if nothing is.
    [[nodiscard]] bool checkAll();
    void submit();
    void setMoreShown(bool isShown);

    void fillTemplates(const QString &chosen);
    void showTemplate(const QByteArray &json);
    void saveTemplate();
    void deleteTemplate();
    void importTemplate();
    void exportTemplate();
    //! The fields as a template; empty, and said why, if they hold a secret.
    [[nodiscard]] QByteArray templateOfFields();

    [[nodiscard]] Core::PushStart wanted() const;
    [[nodiscard]] Core::Edition edition() const;
    [[nodiscard]] QWidget *field(const QString &name) const;

    const Service::Services m_services;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::StartDialog> m_ui;
    QHash<QString, QWidget *> m_basics; //!< by the API's names
    QHash<QString, ProblemLabel *> m_problems;
};

} // namespace Gui
