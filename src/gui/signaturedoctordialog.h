// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signaturediagnosis.h"
#include "service/services.h"
#include "service/signaturedoctor.h"

#include <QDialog>

#include <memory>

class QPlainTextEdit;

namespace Gui {

namespace Ui {
class SignatureDoctorDialog;
}

//! Paste a refused request, see the first thing that is wrong with it. Shows no key and no signature, and
//! keeps nothing.
class SignatureDoctorDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SignatureDoctorDialog(const Service::Services &services, QWidget *parent = nullptr);
    ~SignatureDoctorDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillAccounts(const Service::Services &services);
    void onEdited();
    void keepLong(const QString &text);
    void updateFields();
    void examine();
    void show(const Core::SignatureDiagnosis &diagnosis);
    void showDifference(const Core::SignatureDiagnosis &diagnosis);

    std::unique_ptr<Ui::SignatureDoctorDialog> m_ui;
    Service::SignatureDoctor m_doctor;
    QString m_hint; //!< what the empty field says
    QString m_longText; //!< in place of the field's; empty: none
};

} // namespace Gui
