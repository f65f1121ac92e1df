// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/wireexchange.h"
#include "service/services.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QToolButton;

namespace Models {
class EventModel;
}

namespace Gui {

class ValueText;

namespace Ui {
class DetailsPane;
}

//! All that is known of one task, its journal included.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(const Service::Services &services, QWidget *parent = nullptr);
    ~DetailsPane() override;

    //! nullopt: no task is selected.
    void showTask(const std::optional<Core::PushTask> &task, bool canStopBackup);
    //! The tab that is shown; for Config::Settings::setViewState().
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    //! Brings "running for" up to date.
    void tick();

Q_SIGNALS:
    void stopBackupRequested(const Core::TaskKey &mainTask);
    //! Somebody wants to see the request that a line of the journal tells of; nullopt: it tells of none.
    void inspectRequested(const std::optional<Core::WireExchange> &exchange);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct FieldRow
    {
        QLabel *name;
        ValueText *value;
        QToolButton *copy; //!< null where there is nothing to copy
    };

    void setUpJournal();
    void translateActions();
    void updateFields();
    void addRow(const QString &objectName, bool isId);
    void updateProblem();
    void readJournal();
    void inspect();

    const Service::Services m_services;
    std::unique_ptr<Ui::DetailsPane> m_ui;
    QList<FieldRow> m_rows;
    Models::EventModel *m_events;
    QAction *m_inspectAction;
    QAction *m_copyAction;
    std::optional<Core::PushTask> m_task;
    bool m_isReading = false; //!< the journal is being asked
    bool m_isStale = false; //!< what is being read is not the latest any more
};

} // namespace Gui
