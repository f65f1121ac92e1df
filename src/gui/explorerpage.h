// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/explorercall.h"
#include "service/services.h"

#include <QHash>
#include <QJsonObject>
#include <QPointer>
#include <QWidget>

#include <memory>

namespace Explorer {
struct SearchHit;
}

namespace Gui {

class ExplorerSearch;
class RequestEditor;
class UserPrompt;

namespace Ui {
class ExplorerPage;
}

//! Any action of the service: found, filled in, called, signed without sending, written as code. Secrets that
//! are typed here stay here until another action is opened; they are never kept.
class ExplorerPage : public QWidget
{
    Q_OBJECT
public:
    ExplorerPage(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~ExplorerPage() override;

    void focusSearch();
    void open(const QString &action);
    //! Empties the fields of secrets; the rest of the request stays.
    void forgetSecrets();
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillAccounts();
    void onAccountChosen();
    void openHit(const Explorer::SearchHit &hit);
    void showAction();
    void keepValues();
    [[nodiscard]] QJsonObject valuesFor(const Explorer::Action &action) const;
    void onRequestChanged();
    void updateState();
    //! Why the action cannot be called with the account; empty if it can.
    [[nodiscard]] QString obstacle() const;
    void askToCall();
    void call(const Service::ExplorerRequest &request);
    void onFinished(const QString &action, const Service::ExplorerResult &result);
    void signOnly();
    [[nodiscard]] QString accountId() const;

    const Service::Services m_services;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::ExplorerPage> m_ui;
    ExplorerSearch *m_search;
    RequestEditor *m_editor;
    const Explorer::Action *m_action = nullptr; //!< the catalogue's
    std::optional<Core::Account> m_account;
    QHash<QString, QJsonObject> m_kept; //!< by action, without secrets
    QPointer<Service::ExplorerCall> m_call; //!< that runs
    QString m_progress; //!< of the call
    std::unique_ptr<QObject> m_signAsker; //!< context of the last question for a signature
};

} // namespace Gui
