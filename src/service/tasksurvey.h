// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <utility>

namespace Service {

//! What the lists of one account said in one round, and what was known before.
struct Survey
{
    QString accountId;
    QHash<Core::TaskKey, Core::PushTask> tracked; //!< of all accounts
    QList<Core::PushTask> listed;
    QSet<Core::SdkAppId> wanted; //!< applications whose tasks are looked for; empty: all that are listed
    //! Applications whose list was answered: only of their tasks can be said that they were not listed.
    QSet<Core::SdkAppId> answered;
    QSet<Core::TaskKey> dismissed; //!< taken out of the book by an operator: not to be found again
};

//! What a survey came to. Everything in it is about the survey's account.
struct Sightings
{
    QList<Core::PushTask> found; //!< running and not tracked
    QList<Core::PushTask> changed; //!< tracked ones as listed, where that says something new
    QList<std::pair<Core::TaskKey, Core::TaskStatus>> backups; //!< main task, how its backup stands now
    bool hasNews = false; //!< among `changed` is one that began, ended or failed
    QList<Core::TaskKey> missing; //!< believed to be running, not listed; longest not heard of first
    QList<Core::TaskKey> unexplained; //!< listed as ended just now, without why
};

//! Compares. That a task is missing says nothing about it: lists are cut, and know the last days only. Pure,
//! for any thread.
[[nodiscard]] Sightings sightingsOf(const Survey &survey);

} // namespace Service
