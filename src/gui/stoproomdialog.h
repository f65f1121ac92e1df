// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/pushtask.h"
#include "service/services.h"

#include <QDialog>
#include <QHash>

#include <memory>
#include <optional>

namespace Service {
struct TaskListing;
}

namespace Gui {

namespace Ui {
class StopRoomDialog;
}

//! Finds what runs in a room, for people who know classes and rooms rather than TaskIds: among the tracked
//! tasks and among those that the service lists. Shown with open().
class StopRoomDialog : public QDialog
{
    Q_OBJECT
public:
    explicit StopRoomDialog(const Service::Services &services, QWidget *parent = nullptr);
    ~StopRoomDialog() override;

    //! Tracks what was found and is not tracked yet; stopRequested() follows.
    void accept() override;

Q_SIGNALS:
    void stopRequested(const QList<Core::TaskKey> &tasks);

protected:
    void changeEvent(QEvent *event) override;

private:
    //! There is no list of this account, or not every one.
    struct Unasked
    {
        QString account; //!< its name
        std::optional<Core::Error> error; //!< none: no application to ask for is known
    };

    void translate();
    void askTheService();
    void onListed(const Core::Account &account, const Core::Result<Service::TaskListing> &listing);
    void lookAgain();
    [[nodiscard]] QList<Core::PushTask> matching() const;
    void list(const QList<Core::PushTask> &tasks);
    [[nodiscard]] QString stateText(qsizetype found) const;
    [[nodiscard]] QString unaskedText() const;

    const Service::Services m_services;
    std::unique_ptr<Ui::StopRoomDialog> m_ui;
    QHash<Core::TaskKey, Core::PushTask> m_listed; //!< running, and not tracked
    int m_asking = 0; //!< lists under way
    bool m_isComplete = true; //!< the lists that came showed all
    QList<Unasked> m_unasked;
};

} // namespace Gui
