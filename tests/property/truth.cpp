// SPDX-License-Identifier: GPL-3.0-or-later
#include "property/truth.h"

#include "api/ratelimiter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Property {

namespace {

constexpr QLatin1StringView stopAction = "StopWhiteboardPush"_L1;

[[nodiscard]] QString wordsOf(const Core::TaskKey &task)
{
    return QString(u"task "_s + task.taskId.toString());
}

[[nodiscard]] bool isTaskFailure(const std::optional<Core::Error> &error)
{
    return error && error->isApiCode(u"FailedOperation.WhiteboardPush");
}

} // namespace

Truth::Truth(TestSupport::SimulatedNetwork &network, Simulator::Endpoint &service)
    : m_service(service)
{
    connect(&network, &TestSupport::SimulatedNetwork::left, this, &Truth::onLeft);
    connect(&network, &TestSupport::SimulatedNetwork::handled, this, &Truth::onHandled);
    for (const QJsonValue &task : m_service.service().tasks()) {
        m_known.insert(task["taskId"_L1].toString());
    }
}

void Truth::object(const QString &what)
{
    if (m_violation.isEmpty()) {
        m_violation = what;
    }
}

void Truth::expect(bool isTrue, const QString &what)
{
    if (!isTrue) {
        object(what);
    }
}

void Truth::beginRun()
{
    m_isQuit = false;
    m_current.clear();
    for (Wish &wish : m_wishes) {
        wish.isOfThisRun = false;
    }
    for (StartWish &wish : m_starts) {
        wish.isOfThisRun = false;
    }
}

void Truth::wishStop(const Core::TaskKey &task, const QDateTime &wall)
{
    m_current.insert(task, m_wishes.size());
    m_wishes.append({task, wall});
}

void Truth::wishStart(qint64 startId, const QString &mark, qint64 roomId, const QDateTime &wall)
{
    m_starts.insert(mark, {startId, roomId, wall});
}

QJsonObject Truth::taskAtService(const QString &taskId) const
{
    const QJsonArray tasks = m_service.service().tasks();
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&taskId](const QJsonValue &task) {
        return task["taskId"_L1].toString() == taskId;
    });
    return found == tasks.end() ? QJsonObject() : (*found).toObject();
}

// --- the wire -----------------------------------------------------------------------------------

void Truth::onLeft(const TestSupport::Departure &departure)
{
    expect(!m_isQuit, QString(u"left after quitting: "_s + QString::fromLatin1(departure.action)));
    checkPace(departure);
    const QString taskId = departure.body.value("TaskId"_L1).toString();
    if (departure.action == QByteArrayView("StopWhiteboardPush")) {
        const auto wish =
            std::find_if(m_current.keyBegin(), m_current.keyEnd(),
                         [&taskId](const Core::TaskKey &key) { return key.taskId.toString() == taskId; });
        if (wish == m_current.keyEnd() || m_wishes.at(m_current.value(*wish)).isSettled) {
            object(QString(u"a Stop left that nobody waits for: "_s + taskId));
            return;
        }
        const qsizetype index = m_current.value(*wish);
        ++m_wishes[index].departures;
        m_wishOf.insert(departure.number, index);
    } else if (departure.action == QByteArrayView("StartWhiteboardPush")) {
        StartWish &wish = m_starts[departure.body.value("UserDefinedRecordId"_L1).toString()];
        expect(++wish.departures == 1, u"a Start left twice"_s);
    }
}

void Truth::checkPace(const TestSupport::Departure &departure)
{
    constexpr qint64 closest = Api::RateLimiter::intervalMs - Api::RateLimiter::toleratedLatenessMs;
    constexpr qsizetype limit = 20;
    QList<qint64> &times = m_leftAt[QByteArray(departure.secretId + '/' + departure.action)];
    const QString what = QString::fromLatin1(departure.action);
    if (!times.isEmpty()) {
        const qint64 gap = departure.atMs - times.constLast();
        expect(gap >= closest,
               QString(what + u" left "_s + QString::number(gap) + u" ms after the one before"_s));
    }
    if (times.size() >= limit) {
        const qint64 span = departure.atMs - times.at(times.size() - limit);
        expect(span >= 1000,
               QString(u"21 "_s + what + u" left within "_s + QString::number(span) + u" ms"_s));
    }
    times.append(departure.atMs);
}

void Truth::onHandled(const TestSupport::Departure &departure)
{
    for (const Simulator::JournalEntry &entry : m_service.journal().entries(m_lastEntry)) {
        m_lastEntry = entry.number;
        if (m_wishOf.contains(departure.number) && !entry.errorCode.isEmpty()
            && entry.faults.contains("nulls"_L1)) {
            m_wishes[m_wishOf.value(departure.number)].wasLiedTo = true;
        }
        const bool isByFault = entry.faults.contains("throttle"_L1) || entry.faults.contains("code="_L1);
        expect(isByFault || entry.errorCode != "RequestLimitExceeded"_L1,
               u"the service counted more than 20 requests in a second"_s);
        expect(isByFault || entry.errorCode == "AuthFailure.SignatureExpire"_L1
                   || !entry.errorCode.startsWith("AuthFailure"_L1),
               QString(u"the service refused a signature: "_s + entry.errorCode));
        if (entry.errorCode == "UnsupportedOperation.TaskHasAlreadyStopped"_L1) {
            m_saidStopped.insert(entry.taskId);
        }
    }
    if (departure.action == QByteArrayView("StopWhiteboardPush")) {
        const QString taskId = departure.body.value("TaskId"_L1).toString();
        if (!m_effected.contains(taskId) && taskAtService(taskId).value("stopRequested"_L1).toBool()) {
            m_effected.insert(taskId);
            m_wishes[m_wishOf.value(departure.number)].hadEffect = true;
        }
    } else if (departure.action == QByteArrayView("StartWhiteboardPush")) {
        for (const QJsonValue &task : m_service.service().tasks()) {
            const QString taskId = task["taskId"_L1].toString();
            if (!m_known.contains(taskId)) {
                m_known.insert(taskId);
                m_starts[departure.body.value("UserDefinedRecordId"_L1).toString()].made = taskId;
            }
        }
    }
}

// --- what the program says ----------------------------------------------------------------------

void Truth::checkStopped(const Core::TaskKey &task, bool isWordOfStop)
{
    const QString taskId = task.taskId.toString();
    const QJsonObject truth = taskAtService(taskId);
    const bool isStopped = truth.value("status"_L1).toString() == "STOPPED"_L1;
    // The service calls a task stopped from the moment it took a Stop.
    const bool isSaid = isWordOfStop && m_saidStopped.contains(taskId);
    expect(isStopped || isSaid, QString(u"said to be stopped, and is not: "_s + wordsOf(task)));
}

void Truth::checkOutcome(const Wish &wish, Core::StopOutcome outcome, const std::optional<Core::Error> &error,
                         const QString &where)
{
    const QString what = QString(where + u": "_s + wordsOf(wish.task) + u' ' + Core::toWord(outcome));
    switch (outcome) {
    case Core::StopOutcome::AlreadyStopped:
        expect(!wish.hadEffect, QString(what + u", and it was this Stop that took effect"_s));
        [[fallthrough]];
    case Core::StopOutcome::Stopped:
        checkStopped(wish.task, true);
        return;
    case Core::StopOutcome::Accepted:
        expect(wish.hadEffect || wish.wasLiedTo, QString(what + u" without effect"_s));
        return;
    case Core::StopOutcome::Failed:
        if (isTaskFailure(error)) {
            expect(taskAtService(wish.task.taskId.toString()).value("failed"_L1).toBool(),
                   QString(what + u", and the task did not"_s));
            return;
        }
        [[fallthrough]];
    case Core::StopOutcome::NotSent:
        expect(!wish.hadEffect, QString(what + u", and it took effect"_s));
        return;
    case Core::StopOutcome::Unknown:
        expect(wish.departures > 0, QString(what + u" without ever having left"_s));
        return;
    }
}

void Truth::settled(const Service::StopResult &result)
{
    const auto current = m_current.constFind(result.task);
    if (current == m_current.cend()) {
        object(QString(u"settled and nobody wished it: "_s + wordsOf(result.task)));
        return;
    }
    Wish &wish = m_wishes[*current];
    expect(!wish.isSettled, QString(u"settled twice: "_s + wordsOf(result.task)));
    wish.isSettled = true;
    checkOutcome(wish, result.outcome, result.error, u"settled"_s);
}

void Truth::found(const Service::StopResult &result)
{
    if (result.outcome == Core::StopOutcome::Stopped || result.outcome == Core::StopOutcome::AlreadyStopped) {
        // Nobody says "already stopped" but an answer to the Stop itself, which the run before had.
        checkStopped(result.task, result.outcome == Core::StopOutcome::AlreadyStopped);
    }
}

void Truth::settled(const Service::StartResult &result)
{
    const auto wish = std::find_if(m_starts.begin(), m_starts.end(), [&result](const StartWish &each) {
        return each.isOfThisRun && each.startId == result.startId;
    });
    if (wish == m_starts.end()) {
        object(u"a Start settled that nobody wished"_s);
        return;
    }
    expect(!wish->isSettled, u"a Start settled twice"_s);
    wish->isSettled = true;
    if (result.outcome == Core::StartOutcome::Started) {
        expect(result.task.taskId.toString() == wish->made, u"a Start claims a task that is not its own"_s);
    } else if (result.outcome != Core::StartOutcome::Unknown) {
        expect(wish->made.isEmpty(),
               QString(u"a Start is "_s + Core::toWord(result.outcome) + u", and it began a task"_s));
    }
}

void Truth::expectAllSettled()
{
    for (const Wish &wish : std::as_const(m_wishes)) {
        expect(!wish.isOfThisRun || wish.isSettled, QString(u"never settled: "_s + wordsOf(wish.task)));
    }
    for (const StartWish &wish : std::as_const(m_starts)) {
        expect(!wish.isOfThisRun || wish.isSettled, u"a Start was never settled"_s);
    }
}

// --- the journal --------------------------------------------------------------------------------

void Truth::judge(const QList<KeptIntent> &journal)
{
    for (const KeptIntent &kept : journal) {
        judgeOrder(kept);
        if (kept.intent.action == stopAction) {
            judgeStop(kept);
        } else if (kept.intent.action == Core::startAction) {
            judgeStart(kept);
        }
    }
    for (qsizetype i = 0; i < m_wishes.size(); ++i) {
        expect(m_wishes.at(i).departures == 0 || m_matched.contains(i),
               QString(u"left without an intent in the journal: "_s + wordsOf(m_wishes.at(i).task)));
    }
}

void Truth::judgeStop(const KeptIntent &kept)
{
    qsizetype index = 0;
    for (; index < m_wishes.size(); ++index) {
        const Wish &wish = m_wishes.at(index);
        if (!m_matched.contains(index) && wish.task == kept.intent.task
            && wish.wall == kept.intent.requestedAt) {
            break;
        }
    }
    if (index == m_wishes.size()) {
        object(QString(u"an intent that nobody wished: "_s + wordsOf(kept.intent.task)));
        return;
    }
    m_matched.insert(index);
    const auto last = std::find_if(kept.events.crbegin(), kept.events.crend(),
                                   [](const auto &event) { return event.kind == Core::EventKind::Settled; });
    const bool isOpen = last == kept.events.crend() || !last->outcome;
    if (isOpen || *last->outcome == Core::StopOutcome::Unknown) {
        // One that was accepted and never shows an effect stays a riddle.
        expect(!isOpen && m_wishes.at(index).wasLiedTo,
               QString(u"open at the end: "_s + wordsOf(kept.intent.task)));
        return;
    }
    checkOutcome(m_wishes.at(index), *last->outcome, last->error, u"journal"_s);
}

void Truth::judgeStart(const KeptIntent &kept)
{
    const auto wish = std::find_if(m_starts.cbegin(), m_starts.cend(), [&kept](const StartWish &each) {
        return each.roomId == kept.intent.roomId && each.wall == kept.intent.requestedAt;
    });
    if (wish == m_starts.cend()) {
        object(u"a Start's intent that nobody wished"_s);
        return;
    }
    for (const Core::JournalEvent &event : kept.events) {
        if (event.kind != Core::EventKind::Settled || !event.startOutcome) {
            continue;
        }
        if (*event.startOutcome == Core::StartOutcome::Started) {
            expect(event.taskId == wish->made, u"journal: a Start claims a task that is not its own"_s);
        } else if (*event.startOutcome != Core::StartOutcome::Unknown) {
            expect(wish->made.isEmpty(),
                   QString(u"journal: a Start is "_s + Core::toWord(*event.startOutcome)
                           + u", and it began a task"_s));
        }
    }
}

void Truth::judgeOrder(const KeptIntent &kept)
{
    const QString what =
        QString(u"journal: "_s + kept.intent.action + u" of "_s + wordsOf(kept.intent.task) + u": "_s);
    int requested = 0;
    int sent = 0;
    int attempt = 0;
    int answered = 0;
    int settledFinally = 0;
    bool isSettled = false;
    for (const Core::JournalEvent &event : kept.events) {
        const bool isOwn = event.action == kept.intent.action;
        switch (event.kind) {
        case Core::EventKind::Requested:
            expect(++requested == 1 && sent == 0, QString(what + u"requested twice"_s));
            break;
        case Core::EventKind::Sent:
            // One that was called off before it left is counted as the next one is.
            expect(event.attempt == attempt || event.attempt == attempt + 1,
                   QString(what + u"tries are not counted one by one"_s));
            attempt = event.attempt;
            ++sent;
            expect(!isSettled, QString(what + u"sent after it was settled"_s));
            break;
        case Core::EventKind::Answered:
            expect(!isOwn || kept.intent.action != stopAction || ++answered <= sent,
                   QString(what + u"answered more often than sent"_s));
            break;
        case Core::EventKind::Confirmed:
            expect(!isSettled, QString(what + u"confirmed after it was settled"_s));
            break;
        case Core::EventKind::Settled: {
            const bool isOpenStill = event.outcome == Core::StopOutcome::Unknown
                || event.startOutcome == Core::StartOutcome::Unknown;
            expect(settledFinally == 0, QString(what + u"settled twice"_s));
            settledFinally += isOpenStill ? 0 : 1;
            isSettled = true;
            break;
        }
        }
    }
    if (kept.intent.action == stopAction || kept.intent.action == Core::startAction) {
        expect(requested == 1, QString(what + u"not requested"_s));
    }
}

} // namespace Property
