// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explorer/catalogueindex.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace Gui {

//! Finds actions, fields and error codes as one types. Down goes from the field into the results, Return
//! opens what is marked; what another edition alone knows comes last, and says so.
class ExplorerSearch : public QWidget
{
    Q_OBJECT
public:
    //! `catalogue` outlives it.
    explicit ExplorerSearch(const Explorer::Catalogue &catalogue, QWidget *parent = nullptr);

    void setEdition(Core::Edition edition);
    void focusSearch();

Q_SIGNALS:
    //! Somebody wants to see it.
    void chosen(const Explorer::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void find();
    void addHit(const Explorer::SearchHit &hit, bool isElsewhere);
    void open(int row);
    void showTexts();

    const Explorer::Catalogue &m_catalogue;
    Core::Edition m_edition = Core::Edition::International;
    Explorer::CatalogueIndex m_index; //!< of the edition
    Explorer::CatalogueIndex m_otherIndex;
    QLineEdit *m_edit;
    QListWidget *m_list;
    QList<Explorer::SearchHit> m_hits; //!< of the list's rows
};

} // namespace Gui
