// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTabWidget>

#include <functional>

class QAction;
class QActionGroup;

namespace Gui {

//! The pages of the window, each with a tab and a checkable action. A page is made when it is first shown, so
//! that the start of the window does not pay for what nobody looks at.
class PageTabs : public QTabWidget
{
    Q_OBJECT
public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    explicit PageTabs(QWidget *parent = nullptr);

    //! `action` shows the page; its icon text is the tab's title. Answers the page's place.
    int addPage(QAction *action, Make make);
    //! The page of `action`, or null while it was never shown.
    [[nodiscard]] QWidget *pageOf(const QAction *action) const;
    [[nodiscard]] bool isShowing(const QAction *action) const;

Q_SIGNALS:
    void pageChanged();

private:
    struct Page
    {
        QAction *action = nullptr;
        Make make;
        QWidget *widget = nullptr;
    };

    void show(int index);

    QActionGroup *m_actions;
    QList<Page> m_pages;
};

} // namespace Gui
