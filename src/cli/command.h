// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/pushstart.h"
#include "core/pushtask.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Cli {

enum class Verb { Window, Stop, Show, List, History, Recover, Start, Watch };

//! Which account an operator named; empty fields were not named.
struct AccountWish
{
    QString profile;
    QString endpointUrl;
    QString region;
    std::optional<Core::Edition> edition;

    bool operator==(const AccountWish &) const = default;
    [[nodiscard]] bool namesEndpoint() const
    {
        return !endpointUrl.isEmpty() || !region.isEmpty() || edition.has_value();
    }
};

//! What a command line asks for. A field that its verb does not know has its default.
struct Command
{
    Verb verb = Verb::Window;
    bool wantsHelp = false;
    bool wantsVersion = false;

    AccountWish account;
    bool isJson = false;
    std::optional<int> deadlineMs; //!< --timeout; absent: the one of the settings
    QString caFile; //!< PEM trusted besides the system's

    Core::SdkAppId sdkAppId; //!< invalid if not named
    QList<Core::TaskId> taskIds; //!< in their order, each once
    QStringList taskIdFiles; //!< --from; "-" is standard input
    bool waitsForConfirmation = true;
    bool isTracked = false;
    QString startTemplateFile; //!< --from of a Start; "-" is standard input
    Core::PushStart startTemplate; //!< what is in it, with the application of --app; without secrets
    bool isRunningOnly = false; //!< list --running
    bool isAllRunning = false; //!< stop --all-running
    bool isAnsweredYes = false; //!< --yes
    qint64 olderThanS = 0; //!< --older-than; 0: however old
    int watchIntervalMs = 5000;
    int historyLimit = 1000; //!< 0: all
    QDateTime historySince; //!< UTC; invalid if not given
    QDateTime historyUntil; //!< UTC; invalid if not given
    QString historyAction;
    QString historyOutcome;
    QString historyText; //!< --search

    bool isDemo = false;
    QString pictureFile; //!< --headless-picture; empty if not asked for
    bool asksToStopAll = false; //!< --stop-all-running: the window asks whether to
    QString taskLink; //!< tiwpush:…, as given; the window judges it
};

} // namespace Cli
