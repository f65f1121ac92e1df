// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Config {
class Settings;
}
namespace Core {
class LogStore;
class Clock;
} // namespace Core

namespace Service {

class Accounts;
class CallbackService;
class ApplicationQuery;
class ConnectionTest;
class Dispatcher;
class Guard;
class ExplorerService;
class History;
class Recovery;
class Retention;
class StartService;
class StopService;
class TaskBook;
class TaskSync;
class TaskWatch;

//! What a window or a command works with; made once by app::Application, which owns them all.
struct Services
{
    Config::Settings &settings;
    Accounts &accounts;
    TaskBook &book;
    StopService &stops;
    TaskSync &sync;
    Recovery &recovery;
    ConnectionTest &connectionTest;
    History &history;
    Dispatcher &dispatcher; //!< for the status bar: rate and clock offset
    Core::LogStore &log;
    const Core::Clock &clock;
    StartService &starts;
    CallbackService &callbacks;
    TaskWatch &watch;
    ApplicationQuery &applicationQuery;
    Retention &retention;
    Guard &guard;
    ExplorerService &explorer;
};

} // namespace Service
