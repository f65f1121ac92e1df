// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinemodel.h"
#include "service/services.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;

namespace Gui {

class ActivityPlot;

namespace Ui {
class TimelinePage;
}

//! When the tracked tasks ran in the last hours, and how busy the console was. Follows the tasks while it is
//! seen.
class TimelinePage : public QWidget
{
    Q_OBJECT
public:
    explicit TimelinePage(const Service::Services &services, QWidget *parent = nullptr);
    ~TimelinePage() override;

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void taskChosen(const Core::TaskKey &task); //!< by a click or the keys
    void taskActivated(const Core::TaskKey &task); //!< a double click, or Return

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTable();
    void setUpLegend();
    void showTexts();
    void readTasks();
    void showActivity();
    void activateCurrent();

    const Service::Services m_services;
    std::unique_ptr<Ui::TimelinePage> m_ui;
    Models::TimelineModel *m_model;
    ActivityPlot *m_plot;
    QList<QLabel *> m_legend; //!< the words, one a state
    int m_longRunHours = 0; //!< as the legend says; 0: not said yet
    QTimer m_tick;
    QTimer m_readTimer;
};

} // namespace Gui
