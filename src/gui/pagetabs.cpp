// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pagetabs.h"

#include <QAction>
#include <QActionGroup>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

PageTabs::PageTabs(QWidget *parent)
    : QTabWidget(parent)
    , m_actions(new QActionGroup(this))
{
    setObjectName(u"pageTabs"_s);
    setDocumentMode(true);
    setTabBarAutoHide(true);
    tabBar()->setObjectName(u"pageTabBar"_s);
    tabBar()->setExpanding(false);
    connect(this, &QTabWidget::currentChanged, this, &PageTabs::show);
}

int PageTabs::addPage(QAction *action, Make make)
{
    m_actions->addAction(action);
    m_pages.append({.action = action, .make = std::move(make), .widget = nullptr});
    auto *frame = new QWidget(this);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins({});
    const int index = addTab(frame, action->icon(), action->iconText());
    setTabToolTip(index, action->toolTip());
    connect(action, &QAction::triggered, this, [this, index] { setCurrentIndex(index); });
    connect(action, &QAction::changed, this, [this, action, index] {
        setTabText(index, action->iconText());
        setTabToolTip(index, action->toolTip());
    });
    return index;
}

QWidget *PageTabs::pageOf(const QAction *action) const
{
    const auto page = std::find_if(m_pages.cbegin(), m_pages.cend(),
                                   [action](const Page &candidate) { return candidate.action == action; });
    return page != m_pages.cend() ? page->widget : nullptr;
}

bool PageTabs::isShowing(const QAction *action) const
{
    return currentIndex() >= 0 && m_pages.at(currentIndex()).action == action;
}

void PageTabs::show(int index)
{
    if (index < 0)
        return;
    Page &page = m_pages[index];
    if (page.widget == nullptr) {
        QWidget *frame = widget(index);
        page.widget = page.make(frame);
        frame->layout()->addWidget(page.widget);
    }
    page.action->setChecked(true);
    Q_EMIT pageChanged();
}

} // namespace Gui
