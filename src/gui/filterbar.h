// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/savedfilters.h"
#include "models/taskfiltermodel.h"
#include "service/services.h"

#include <QDateTime>
#include <QSet>
#include <QWidget>

#include <functional>
#include <memory>

class QMenu;

namespace Gui {

class UserPrompt;

namespace Ui {
class FilterBar;
}

//! The fields above the task table that say which tasks are shown, and the filters kept under a name.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~FilterBar() override;

    //! What the fields say now.
    [[nodiscard]] Models::TaskFilter filter() const;
    [[nodiscard]] QString chosenAccountId() const;
    //! The applications of the tasks there are; there is nothing to choose among fewer than two.
    void setApplications(QSet<qint64> applications);
    void show(const Models::TaskFilter &filter);
    void clear();
    void focusText();
    void showSavedFilters();
    //! The last field of the bar, for the order of Tab.
    [[nodiscard]] QWidget *lastField() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void filterChanged();
    //! Escape, Down or Return in the text: on to the table, whose first row is chosen if `isEntered`.
    void left(bool isEntered);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillKinds();
    void fillAccounts();
    void showAccountName();
    void fillApplications();
    void fillMenu();
    void fillOwnFilters();
    void addNamed(QMenu &menu, QString name, const std::function<void()> &triggered);
    void saveFilter();
    void askForLongRun();
    //! Which tasks were started today stands in the journal alone.
    void readStarted();
    void addStarted(const QSet<QString> &taskIds);
    [[nodiscard]] QDateTime today() const;

    const Service::Services m_services;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::FilterBar> m_ui;
    SavedFilters m_saved;
    QMenu *m_menu;
    QSet<qint64> m_applications;
    QSet<QString> m_startedIds;
    QDateTime m_startedSince; //!< the beginning of the day that they were started on
};

} // namespace Gui
