// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/readjob.h"

namespace Cli {

//! show: one task, as the service sees it now.
class ShowJob final : public ReadJob
{
    Q_OBJECT
public:
    using ReadJob::ReadJob;

protected:
    void ask(const Core::Account &account) override;

private:
    void say(const Core::TaskKey &key, const Core::Result<Core::PushTask> &task);
};

} // namespace Cli
