// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QAction;

namespace Gui {

class PageTabs;

//! The pages, of which the first is the tasks with the details beside them, and the log below; details and
//! log can be put away.
class Workspace : public QSplitter
{
    Q_OBJECT
public:
    //! `tasksAction` shows the page of the tasks.
    Workspace(QWidget *tasks, QWidget *details, QWidget *log, QAction *tasksAction,
              QWidget *parent = nullptr);

    [[nodiscard]] PageTabs *pages() const { return m_pages; }
    [[nodiscard]] QAction *showDetailsAction() const { return m_showDetails; }
    [[nodiscard]] QAction *showLogAction() const { return m_showLog; }

    [[nodiscard]] QByteArray state() const;
    void setState(const QByteArray &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void translate();

    PageTabs *m_pages;
    QSplitter *m_upper;
    QAction *m_showDetails;
    QAction *m_showLog;
};

} // namespace Gui
