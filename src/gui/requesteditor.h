// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "explorer/catalogue.h"
#include "explorer/requestcheck.h"

#include <QJsonObject>
#include <QObject>

class QScrollArea;

namespace Gui {

class FieldForm;
class PasteEdit;
class ProblemLabel;

//! The parameters of one request in two views that are always in step: a form made from the catalogue, and
//! JSON. In the JSON, secrets are placeholders; what is typed over one counts.
class RequestEditor : public QObject
{
    Q_OBJECT
public:
    struct Views
    {
        QScrollArea &form;
        ProblemLabel &formProblem; //!< for what is wrong and has no field
        PasteEdit &json;
        ProblemLabel &jsonProblem;
    };

    //! All of them outlive it.
    RequestEditor(const Explorer::Catalogue &catalogue, const Views &views, QObject *parent);

    //! Begins anew with an action of the catalogue.
    void show(const Explorer::Action &action, Core::Edition edition, const QJsonObject &values);
    //! Only while an action is shown.
    void setValues(const QJsonObject &values);
    //! As they would be sent; those of the form while the JSON cannot be read.
    [[nodiscard]] QJsonObject values() const;
    //! The same with placeholders for secrets.
    [[nodiscard]] QJsonObject shownValues() const;
    [[nodiscard]] bool isJsonBroken() const { return !m_jsonFault.isEmpty(); }
    [[nodiscard]] QList<Explorer::FieldFault> faults() const;
    [[nodiscard]] bool isReady() const { return !isJsonBroken() && faults().isEmpty(); }
    //! From now on also shows what is missing, and goes to the first fault.
    void reveal();
    void focusField(const QString &path);

Q_SIGNALS:
    void changed();

private:
    void onFormEdited();
    void onJsonEdited();
    void refuseLongText(qsizetype length);
    void showJson();
    void showFaults();
    void markLines(const QList<int> &lines);
    [[nodiscard]] QString aboutText() const;

    const Explorer::Catalogue &m_catalogue;
    const Views m_views;
    const Explorer::Action *m_action = nullptr;
    Core::Edition m_edition = Core::Edition::International;
    FieldForm *m_form = nullptr; //!< the scroll area's
    QJsonObject m_values;
    QString m_jsonFault; //!< why the JSON cannot be read
    int m_jsonFaultLine = 0;
    bool m_showsMissing = false; //!< before the first call an empty field is no fault
};

} // namespace Gui
