// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulatednetwork.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace TestSupport {

namespace {

[[nodiscard]] QByteArray headerOf(const Api::HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

[[nodiscard]] Simulator::Request received(const Api::HttpRequest &request)
{
    Simulator::Request whole{"POST", "/", {}, {}, request.body};
    for (const auto &[name, value] : request.headers) {
        // The simulator knows one token for ever.
        whole.headers.append({name.toLower(), name == "X-TC-Token" ? QByteArray("token") : value});
    }
    return whole;
}

[[nodiscard]] QByteArray secretIdOf(const QByteArray &authorization)
{
    const qsizetype begin = authorization.indexOf("Credential=") + 11;
    return authorization.mid(begin, authorization.indexOf('/', begin) - begin);
}

[[nodiscard]] Api::TransportFault faultOf(SimulatedNetwork::LineFault fault)
{
    switch (fault) {
    case SimulatedNetwork::LineFault::Refused:
        return Api::TransportFault::ConnectionRefused;
    case SimulatedNetwork::LineFault::NotFound:
        return Api::TransportFault::HostNotFound;
    case SimulatedNetwork::LineFault::Tls:
        return Api::TransportFault::Tls;
    case SimulatedNetwork::LineFault::Proxy:
        return Api::TransportFault::ProxyUnreachable;
    case SimulatedNetwork::LineFault::ProxyAuthentication:
        return Api::TransportFault::ProxyAuthentication;
    }
    Q_UNREACHABLE();
}

} // namespace

//! Reports once, as a NetworkJob does.
class SimulatedJob final : public Api::HttpJob
{
public:
    SimulatedJob(SimulatedNetwork &network, const Api::HttpRequest &request, QObject *parent)
        : HttpJob(parent)
        , m_network(network)
        , m_longestAnswer(request.longestAnswer)
        , m_leftAtMs(network.m_clock.monotonicMs())
    {
        ++m_network.m_jobsAlive;
        for (QTimer *const timer : {&m_arrival, &m_deadline}) {
            timer->setSingleShot(true);
            timer->setTimerType(Qt::PreciseTimer);
        }
        connect(&m_arrival, &QTimer::timeout, this, &SimulatedJob::finish);
        connect(&m_deadline, &QTimer::timeout, this, [this] {
            m_facts.fault = Api::TransportFault::Timeout;
            m_facts.body.clear();
            finish();
        });
        Departure departure;
        if (const auto fault = network.leave(request, departure)) {
            m_facts.fault = faultOf(*fault);
            finishIn(network.m_thereMs);
            return;
        }
        m_facts.mayHaveLeft = true;
        // The request outlives its sender.
        network.m_time.happenOutside(network.m_thereMs,
                                     [net = QPointer(&network), request, departure, self = QPointer(this)] {
                                         if (!net) {
                                             return;
                                         }
                                         const Simulator::WireAnswer answer = net->handle(request, departure);
                                         if (self && !self->m_isOver) {
                                             self->take(answer);
                                         }
                                     });
        m_deadline.start(network.m_timeoutMs);
    }
    ~SimulatedJob() override { --m_network.m_jobsAlive; }

    void cancel() override
    {
        if (std::exchange(m_isOver, true)) {
            return;
        }
        m_arrival.stop();
        m_deadline.stop();
        m_facts = {};
        m_facts.fault = Api::TransportFault::Canceled;
        m_facts.mayHaveLeft = true;
        m_facts.latencyMs = m_network.m_clock.monotonicMs() - m_leftAtMs;
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT finished(m_facts); }, Qt::QueuedConnection);
    }

private:
    void take(const Simulator::WireAnswer &answer)
    {
        using Simulator::WireFault;
        const bool isReadable = answer.fault == WireFault::None || answer.fault == WireFault::TruncatedBody
            || answer.fault == WireFault::Drip;
        if (isReadable) {
            m_facts.httpStatus = answer.status;
            m_facts.contentType = answer.contentType;
            m_facts.date = answer.date;
            m_facts.body = answer.body;
        }
        qint64 arrivesIn = m_network.m_backMs;
        switch (answer.fault) {
        case WireFault::None:
            break;
        case WireFault::Cut:
        case WireFault::HalfHeader:
            m_facts.fault = Api::TransportFault::ConnectionLost;
            break;
        case WireFault::TruncatedBody:
            m_facts.fault = Api::TransportFault::ConnectionLost;
            m_facts.body.truncate(m_facts.body.size() / 2);
            break;
        case WireFault::Drip:
            arrivesIn += answer.dripMs * answer.body.size();
            break;
        case WireFault::Hang:
            return; // until the time is over
        }
        if (m_facts.body.size() > m_longestAnswer) {
            m_facts.isTooLarge = true;
            m_facts.body.clear();
        }
        finishIn(arrivesIn);
    }
    void finishIn(qint64 ms) { m_arrival.start(static_cast<int>(ms)); }
    void finish()
    {
        if (std::exchange(m_isOver, true)) {
            return;
        }
        m_arrival.stop();
        m_deadline.stop();
        m_facts.latencyMs = m_network.m_clock.monotonicMs() - m_leftAtMs;
        Q_EMIT finished(m_facts);
    }

    SimulatedNetwork &m_network;
    const qsizetype m_longestAnswer;
    const qint64 m_leftAtMs;
    Api::HttpFacts m_facts;
    QTimer m_arrival; //!< of the answer
    QTimer m_deadline;
    bool m_isOver = false;
};

SimulatedNetwork::SimulatedNetwork(Simulator::Endpoint &service, VirtualTime &time, const Core::Clock &clock)
    : m_service(service)
    , m_time(time)
    , m_clock(clock)
{
}

void SimulatedNetwork::failNext(LineFault fault, int count)
{
    m_lineFaults.insert(m_lineFaults.end(), static_cast<std::size_t>(count), fault);
}

void SimulatedNetwork::setDelays(qint64 thereMs, qint64 backMs)
{
    m_thereMs = thereMs;
    m_backMs = backMs;
}

std::optional<SimulatedNetwork::LineFault> SimulatedNetwork::leave(const Api::HttpRequest &request,
                                                                   Departure &departure)
{
    std::optional<LineFault> fault;
    if (!m_lineFaults.empty()) {
        fault = m_lineFaults.front();
        m_lineFaults.pop_front();
    }
    departure.number = ++m_departed;
    departure.atMs = m_clock.monotonicMs();
    departure.secretId = secretIdOf(headerOf(request, "Authorization"));
    departure.action = headerOf(request, "X-TC-Action");
    departure.body = QJsonDocument::fromJson(request.body).object();
    departure.isConnected = !fault;
    m_departures.append(departure);
    Q_EMIT left(departure);
    return fault;
}

Simulator::WireAnswer SimulatedNetwork::handle(const Api::HttpRequest &request, const Departure &departure)
{
    Simulator::WireAnswer answer;
    const QByteArray token = headerOf(request, "X-TC-Token");
    if (!token.isEmpty() && token != m_token) {
        answer.body = R"({"Response":{"Error":{"Code":"AuthFailure.TokenFailure","Message":"expired"},)"
                      R"("RequestId":"7f5e1c5c-0000-4000-8000-000000000000"}})";
    } else {
        answer = m_service.handle(received(request), 1);
    }
    Q_EMIT handled(departure, answer);
    return answer;
}

Api::HttpJob *SimulatedTransport::post(const Api::HttpRequest &request, QObject *parent)
{
    return new SimulatedJob(m_network, request, parent);
}

} // namespace TestSupport
