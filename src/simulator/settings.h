// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "simulator/faults.h"
#include "simulator/task.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Simulator {

//! A key pair of a made-up customer.
struct Account
{
    QString secretId;
    QByteArray secretKey; //!< a test value, printed and shown freely
    QByteArray token; //!< what X-TC-Token must be; empty for a long-lived key
    QList<qint64> sdkAppIds; //!< applications it owns
    QStringList deniedActions; //!< answered AuthFailure.UnauthorizedOperation, as CAM does
};

struct Application
{
    qint64 sdkAppId = 0;
    QString name;
    QString
        condition; //!< a code every call about it is answered with, e.g. ResourceUnavailable.ServiceExpired
};

//! Which edition's actions exist. Both: every action is answered.
enum class Edition { Both, International, Mainland };

//! How requests a second are counted: over the last 1000 ms, or by whole seconds.
enum class RateWindowKind { Sliding, Fixed };

//! Everything a simulator is started with.
struct Settings
{
    QString host = QStringLiteral("127.0.0.1"); //!< 127.0.0.0/8, ::1 or localhost
    quint16 port = 0; //!< 0 picks a free one
    bool isTls = false;
    QStringList certificateHosts{}; //!< names that its certificate holds besides loopback's

    int startDelayMs = 2000; //!< PREPARED to PUSHING
    int stopDelayMs = 2000; //!< an accepted Stop to STOPPED
    int latencyMs = 0; //!< every request waits this long before it is processed
    int requestsPerSecond = 20; //!< per SecretId and action; 0 for no limit
    RateWindowKind window = RateWindowKind::Sliding;
    int clockSkewS = 0; //!< the server's clock is ahead of the machine's by this much
    int runningTasksPerApplication = 100;
    Edition edition = Edition::Both;
    QStringList regions{QStringLiteral("ap-singapore"), QStringLiteral("ap-guangzhou")};
    bool hasSearchFilters = false; //!< Search takes Offset, Limit, RoomId instead of refusing them
    int longestSearch = 0; //!< Search lists this many tasks at most, and counts all; 0 for no limit
    bool isApplicationIdText =
        false; //!< DescribeApplicationInfos writes SdkAppId as text, as an example of it does

    QList<Account> accounts;
    QList<Application> applications;
    QList<TaskSeed> tasks;
    QList<FaultRule> faults;

    //! One account, applications 1400000001 and 1400000002, twelve tasks in various states.
    [[nodiscard]] static Settings builtIn();
    //! As builtIn(), without any task: for tests that seed their own.
    [[nodiscard]] static Settings withoutTasks();
};

//! The id of the \a index-th (from 1) of the tasks that are seeded by number: "1400000001t000000001".
[[nodiscard]] QString seededTaskId(qint64 sdkAppId, int index);
//! \a count PUSHING tasks, each in a room of its own (100000 + index), with ids from seededTaskId().
[[nodiscard]] QList<TaskSeed> pushingTasks(qint64 sdkAppId, int count);

} // namespace Simulator
