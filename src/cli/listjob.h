// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/readjob.h"

namespace Service {
struct TaskListing;
}

namespace Cli {

//! list: the tasks of an application as the service knows them, or those that are tracked here.
class ListJob final : public ReadJob
{
    Q_OBJECT
public:
    using ReadJob::ReadJob;

    void start() override;

protected:
    void ask(const Core::Account &account) override;

private:
    void say(const Service::TaskListing &listing);
    void startTracked();
    void sayTracked();
    [[nodiscard]] QString accountName(const QString &accountId) const;
};

} // namespace Cli
