// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wireexchange.h"
#include "service/services.h"

#include <QDialog>

#include <memory>

namespace Gui {

namespace Ui {
class RequestInspector;
}

//! One request as it went over the wire, its signature, answer and connection, and its tries side by side.
//! The signature is masked until it is asked for, and again with the next request.
class RequestInspector : public QDialog
{
    Q_OBJECT
public:
    //! `attempts` as Service::ExchangeRing::ofCall() has them; begins with the one of index `first`.
    RequestInspector(const QList<Core::WireExchange> &attempts, qsizetype first, QWidget *parent = nullptr);
    ~RequestInspector() override;

    //! Opens one for `exchange` and the other tries of its request, beside the window of `parent` and in
    //! place of the one that is open there; it deletes itself when it is closed.
    static void show(const Service::Services &services, const Core::WireExchange &exchange, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpCopies();
    void fillAttempts();
    void showAttempt();
    void showTexts();
    [[nodiscard]] const Core::WireExchange &shown() const;

    std::unique_ptr<Ui::RequestInspector> m_ui;
    QList<Core::WireExchange> m_attempts;
};

} // namespace Gui
