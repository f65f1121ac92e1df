// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowwish.h"

#include "service/tasklink.h"

namespace App {

namespace {

constexpr auto stopAllWord = "stop-all-running";

} // namespace

WindowWish WindowWish::of(const Cli::Command &command)
{
    return {command.taskLink, command.asksToStopAll};
}

QByteArray WindowWish::toText() const
{
    return asksToStopAll ? QByteArray(stopAllWord) : taskLink.toUtf8();
}

WindowWish WindowWish::fromText(const QByteArray &text)
{
    WindowWish wish;
    wish.asksToStopAll = text == stopAllWord;
    if (const QString link = QString::fromUtf8(text); Service::isTaskLink(link)) {
        wish.taskLink = link;
    }
    return wish;
}

} // namespace App
