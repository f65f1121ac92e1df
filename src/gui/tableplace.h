// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QJsonObject>
#include <QObject>

class QTableView;

namespace Models {
class TaskFilterModel;
}

namespace Service {
class TaskBook;
}

namespace Gui {

//! Where one is in the table of the tasks: the current task, if it is selected, and the first one in sight.
//! What was kept is found again as soon as the book was read, unless somebody has selected something by then.
class TablePlace : public QObject
{
    Q_OBJECT
public:
    //! All references outlive this object.
    TablePlace(QTableView &view, const Models::TaskFilterModel &model, const Service::TaskBook &book,
               QObject *parent);

    //! While the book is being read, what is still to be found again.
    [[nodiscard]] QJsonObject toJson() const;
    void restore(const QJsonObject &kept) { m_wanted = kept; }
    //! Selects the first task that runs, as soon as the service has spoken of all of them; not if somebody
    //! has selected something by then.
    void selectFirstRunning();

private:
    void findAgain();
    void findRunning();

    QTableView &m_view;
    const Models::TaskFilterModel &m_model;
    const Service::TaskBook &m_book;
    QJsonObject m_wanted; //!< empty if nothing is
    bool m_isRunningWanted = false;
};

} // namespace Gui
