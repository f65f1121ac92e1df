// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/listround.h"

#include "api/retrypolicy.h"
#include "api/taskapi.h"
#include "service/confirmationrounds.h"
#include "service/tokenfault.h"

#include <algorithm>

namespace Service {

namespace {

constexpr qint64 mostItems = 50'000; // a service that never stops paging is not believed
constexpr int mostFailures = 2;

} // namespace

ListRound::ListRound(Dispatcher &dispatcher, const Core::Account &account, Core::SdkAppId application,
                     QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_account(account)
    , m_application(application)
{
    m_rest.setSingleShot(true);
    m_pause.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ListRound::begin);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_call) {
            m_call->cancel();
        }
    });
    connect(&m_dispatcher, &Dispatcher::closing, this, [this] {
        m_pause.stop();
        for (const QPointer<RoundSeat> &seat : take(m_asking)) {
            if (seat) {
                Q_EMIT seat->notTold();
            }
        }
    });
}

void ListRound::join(RoundSeat *seat, const Core::Credential &credential)
{
    m_credential = credential;
    m_seats.insert(seat->task(), seat);
}

void ListRound::leave(RoundSeat *seat)
{
    m_seats.remove(seat->task(), seat);
    m_asking.remove(seat);
    m_inRound.remove(seat);
    if (m_seats.isEmpty()) {
        // Another may join before the event loop turns.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_seats.isEmpty()) {
                    deleteLater();
                }
            },
            Qt::QueuedConnection);
    }
}

bool ListRound::ask(RoundSeat *seat)
{
    if (m_isUseless || m_seats.size() < fewest || m_dispatcher.isClosed()) {
        return false;
    }
    m_asking.insert(seat);
    beginInTime();
    return true;
}

void ListRound::beginInTime()
{
    if (m_call || m_pause.isActive() || m_asking.isEmpty()) {
        return;
    }
    m_pause.start(std::max(0, m_rest.remainingTime()));
}

void ListRound::begin()
{
    if (m_seats.size() < fewest) {
        for (const QPointer<RoundSeat> &seat : take(m_asking)) {
            if (seat) {
                Q_EMIT seat->notTold();
            }
        }
        return;
    }
    m_rest.start(intervalMs);
    const QList<RoundSeat *> present = m_seats.values();
    for (const QPointer<RoundSeat> &seat : Seats(present.cbegin(), present.cend())) {
        if (seat) {
            Q_EMIT seat->aboutToBegin();
        }
    }
    m_pause.stop(); // those that asked just now
    m_inRound = std::exchange(m_asking, {});
    m_listed = 0;
    askPage();
}

void ListRound::askPage()
{
    Order order;
    order.request = m_application.isValid()
        ? Api::makeRunningTasks(m_application, m_listed, Api::largestTaskPage)
        : Api::makeSearch();
    order.account = m_account;
    order.credential = m_credential;
    order.priority = Api::Priority::FirstConfirmation;
    order.isRepeated = false; // the next round is the repetition
    m_call = m_dispatcher.send(order, this);
    const auto forward = [this](void (RoundSeat::*signal)()) {
        QSet<RoundSeat *> seats = m_inRound;
        for (const QPointer<RoundSeat> &seat : take(seats)) {
            if (seat) {
                Q_EMIT(seat->*signal)();
            }
        }
    };
    connect(m_call, &DispatchedCall::waiting, this, [forward] { forward(&RoundSeat::waiting); });
    connect(m_call, &DispatchedCall::leaving, this, [this, forward] {
        m_patience.start(patienceMs);
        forward(&RoundSeat::leaving);
    });
    connect(m_call, &DispatchedCall::finished, this, &ListRound::onAnswered);
}

void ListRound::onAnswered(const Api::ApiAnswer &answer)
{
    m_call = nullptr;
    m_patience.stop();
    const auto isWaitedFor = [this](const Core::TaskKey &key) { return m_seats.contains(key); };
    const Core::Result<Api::TaskPage> page =
        answer.response.and_then([this, &isWaitedFor](const QJsonObject &response) {
            return m_application.isValid() ? Api::parseRunningTasksReply(response, m_account.id, isWaitedFor)
                                           : Api::parseSearchReply(response, m_account.id, isWaitedFor);
        });
    if (!page) {
        fail(page.error());
        return;
    }
    m_failures = 0;
    m_listed += page->items;
    tell(page->tasks, page->requestId);
    const bool hasMore =
        m_application.isValid() && page->items > 0 && m_listed < std::min(page->total, mostItems);
    if (hasMore && !m_inRound.isEmpty() && !m_dispatcher.isClosed()) {
        askPage();
        return;
    }
    conclude();
}

void ListRound::tell(const QList<Core::PushTask> &tasks, const QString &requestId)
{
    for (const Core::PushTask &task : tasks) {
        const QList<RoundSeat *> present = m_seats.values(task.key);
        const Seats seats(present.cbegin(), present.cend());
        for (const QPointer<RoundSeat> &seat : seats) {
            const bool hasAsked = seat && m_inRound.remove(seat);
            if (hasAsked || (seat && task.status == Core::TaskStatus::Stopped)) {
                Q_EMIT seat->told(task, requestId);
            }
        }
    }
}

void ListRound::conclude()
{
    for (const QPointer<RoundSeat> &seat : take(m_inRound)) {
        if (seat) {
            Q_EMIT seat->notTold();
        }
    }
    beginInTime();
}

void ListRound::fail(const Core::Error &error)
{
    if (error.isApiCode(u"RequestLimitExceeded")) {
        m_asking.unite(std::exchange(m_inRound, {})); // many single questions would only make it worse
        beginInTime();
        return;
    }
    QRandomGenerator unused(1);
    const bool isTransient = error.kind == Core::ErrorKind::Canceled
        || Api::decideRetry(Api::ActionKind::Read, error, 1, unused).isRepeated;
    const bool isTooLarge = error.kind == Core::ErrorKind::TooLarge;
    ++m_failures;
    m_isUseless =
        !isTokenFault(error, m_credential) && (!isTransient || isTooLarge || m_failures >= mostFailures);
    if (m_isUseless) {
        m_pause.stop();
        m_inRound.unite(std::exchange(m_asking, {}));
    }
    for (const QPointer<RoundSeat> &seat : take(m_inRound)) {
        if (seat) {
            Q_EMIT seat->failed(error);
        }
    }
    beginInTime();
}

//! Whoever listens may give its seat up, or another's.
ListRound::Seats ListRound::take(QSet<RoundSeat *> &seats)
{
    const QSet<RoundSeat *> taken = std::exchange(seats, {});
    return Seats(taken.cbegin(), taken.cend());
}

} // namespace Service
