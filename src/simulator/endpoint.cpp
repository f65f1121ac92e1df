// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/endpoint.h"

#include "simulator/claim.h"
#include "simulator/controlpages.h"
#include "simulator/digest.h"
#include "simulator/distortion.h"
#include "simulator/verifier.h"

#include <QLocale>
#include <QUuid>

#include <algorithm>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView knownVersion = "2019-09-19"_L1;

qint64 sumOf(const QList<Fault> &faults, FaultKind kind)
{
    qint64 sum = 0;
    for (const Fault &fault : faults) {
        sum += fault.kind == kind ? fault.number : 0;
    }
    return sum;
}

const Fault *find(const QList<Fault> &faults, FaultKind kind)
{
    const auto found =
        std::find_if(faults.begin(), faults.end(), [kind](const Fault &f) { return f.kind == kind; });
    return found == faults.end() ? nullptr : &*found;
}

QString written(const QList<Fault> &faults)
{
    QStringList texts;
    for (const Fault &fault : faults) {
        texts.append(fault.toString());
    }
    return texts.join(u' ');
}

QByteArray httpDate(qint64 unixSeconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

tl::unexpected<ApiFailure> missing(QLatin1StringView name)
{
    return refuse(u"MissingParameter"_s, QString(u"The common parameter "_s + name + u" is missing."_s));
}

tl::unexpected<ApiFailure> throttled(int limit)
{
    return refuse(u"RequestLimitExceeded"_s,
                  QString(u"Your current request frequency exceeds the limit of "_s + QString::number(limit)
                          + u" requests per second."_s));
}

} // namespace

Endpoint::Endpoint(const Settings &settings, const Core::Clock &clock)
    : m_clock(clock)
    , m_settings(settings)
    , m_startMs(clock.monotonicMs())
    , m_latencyMs(settings.latencyMs)
    , m_service(settings, clock)
    , m_limit(settings.requestsPerSecond, settings.window)
{
    for (const FaultRule &rule : settings.faults) {
        m_faults.add(rule);
    }
}

WireAnswer Endpoint::handle(const Request &request, qint64 connection)
{
    if (request.path.startsWith("/_simulator/")) {
        return controlPage(request, *this);
    }
    const Claim claim = readClaim(request);
    JournalEntry entry = arrival(request, claim, connection);
    const QList<Fault> faults = m_faults.take(entry.action, entry.taskId);
    entry.faults = written(faults);
    // Judged on arrival, as a gateway at the door does; the effect comes after the latency.
    const Outcome<Call> call = admit(request, claim, sumOf(faults, FaultKind::ClockSkew), entry);
    const bool isGoingOn =
        m_pause.wait(static_cast<int>(m_latencyMs + sumOf(faults, FaultKind::DelayBefore)));

    WireAnswer answer;
    if (!isGoingOn || find(faults, FaultKind::DropBefore)) {
        answer.fault = WireFault::Cut;
    } else {
        const Outcome<QJsonObject> outcome = answerTo(call, faults, entry);
        QJsonObject response = outcome.value_or(QJsonObject());
        if (!outcome) {
            entry.errorCode = outcome.error().code;
            response.insert(
                u"Error"_s,
                QJsonObject{{u"Code"_s, outcome.error().code}, {u"Message"_s, outcome.error().message}});
        }
        response.insert(u"RequestId"_s, entry.requestId);
        answer = onTheWire(response, faults);
    }
    entry.httpStatus = answer.status;
    m_journal.settled(entry);
    return answer;
}

JournalEntry Endpoint::arrival(const Request &request, const Claim &claim, qint64 connection)
{
    JournalEntry entry;
    entry.arrivalMs = m_clock.monotonicMs() - m_startMs;
    entry.arrivalTime = m_clock.nowUtc();
    entry.connection = connection;
    entry.method = QString::fromLatin1(request.method);
    entry.action = claim.action;
    entry.region = claim.region;
    entry.secretId = claim.secretId;
    entry.scheme = toString(claim.scheme);
    entry.taskId = claim.parameters.value("TaskId"_L1).toString();
    const QJsonValue app =
        claim.parameters.value(claim.parameters.contains("SdkAppID"_L1) ? "SdkAppID"_L1 : "SdkAppId"_L1);
    entry.sdkAppId = app.isString() ? app.toString().toLongLong() : app.toInteger();
    entry.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QByteArray sent = request.method + '\n' + request.path + '?' + request.query + '\n';
    for (const char *name : {"authorization", "x-tc-timestamp", "x-tc-traceid"}) {
        sent += request.header(name) + '\n';
    }
    entry.hash = sha256Hex(QByteArray(sent + request.body));
    entry.number = m_journal.arrived(entry);
    return entry;
}

Outcome<Action> Endpoint::checkCommon(const Request &request, const Claim &claim) const
{
    constexpr qsizetype megabyte = 1024 * 1024;
    if (request.method != "GET" && request.method != "POST") {
        return refuse(u"UnsupportedProtocol"_s, u"Only GET and POST are supported."_s);
    }
    if (request.body.size() > (claim.scheme == Scheme::Tc3 ? 10 * megabyte : megabyte)) {
        return refuse(u"RequestSizeLimitExceeded"_s, u"The request is too large."_s);
    }
    if (claim.action.isEmpty()) {
        return missing("Action"_L1);
    }
    if (claim.version.isEmpty()) {
        return missing("Version"_L1);
    }
    const Action *action = findAction(claim.action, m_settings.edition);
    if (!action) {
        return refuse(u"InvalidAction"_s,
                      QString(u"The action "_s + claim.action.left(100) + u" is not found."_s));
    }
    if (claim.version != knownVersion) {
        return refuse(u"NoSuchVersion"_s,
                      QString(u"There is no version "_s + claim.version.left(100) + u'.'));
    }
    return *action;
}

Outcome<Call> Endpoint::admit(const Request &request, const Claim &claim, qint64 skewS, JournalEntry &entry)
{
    const Outcome<Action> action = checkCommon(request, claim);
    if (!action) {
        return tl::unexpected(action.error());
    }
    const Outcome<void> verified = verify(request, claim, m_settings.accounts, m_service.unixTime() + skewS);
    if (!verified) {
        return tl::unexpected(verified.error());
    }
    entry.isSignatureGood = true;
    if (claim.region.isEmpty()) {
        return missing("Region"_L1);
    }
    if (!m_settings.regions.contains(claim.region)) {
        return refuse(u"UnsupportedRegion"_s,
                      QString(u"The region "_s + claim.region.left(100) + u" is not supported."_s));
    }
    const bool isDenied =
        std::any_of(m_settings.accounts.begin(), m_settings.accounts.end(), [&claim](const Account &a) {
            return a.secretId == claim.secretId && a.deniedActions.contains(claim.action);
        });
    if (isDenied) {
        return refuse(
            u"AuthFailure.UnauthorizedOperation"_s,
            QString(u"The key may not call tiw:"_s + claim.action + u". Ask for the right in CAM."_s));
    }
    if (!m_limit.accept(QString(claim.secretId + u'/' + claim.action), m_startMs + entry.arrivalMs)) {
        return throttled(m_limit.perSecond());
    }
    if (claim.bodyDefect) {
        return tl::unexpected(*claim.bodyDefect);
    }
    const QJsonObject parameters =
        claim.isTextual ? withDeclaredTypes(*action, claim.parameters) : claim.parameters;
    const bool hasFilters = m_settings.hasSearchFilters && action->kind == ActionKind::Search;
    const Outcome<void> checked =
        checkParameters(*action, parameters, hasFilters ? searchFilters() : QList<Parameter>());
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    return Call{action->kind, parameters, claim.secretId, entry.requestId, action->example};
}

Outcome<QJsonObject> Endpoint::answerTo(const Outcome<Call> &call, const QList<Fault> &faults,
                                        JournalEntry &entry)
{
    Outcome<QJsonObject> outcome = QJsonObject();
    if (!call) {
        outcome = tl::unexpected(call.error());
    } else if (std::all_of(faults.begin(), faults.end(), [](const Fault &f) { return f.hasEffect; })) {
        entry.isExecuted = true;
        outcome = m_service.execute(*call);
    }
    if (find(faults, FaultKind::Throttle)) {
        return throttled(m_limit.perSecond());
    }
    if (const Fault *fault = find(faults, FaultKind::ErrorCode)) {
        return refuse(fault->text, u"The simulator was told to answer with this code."_s);
    }
    return outcome;
}

WireAnswer Endpoint::onTheWire(const QJsonObject &response, const QList<Fault> &faults) const
{
    WireAnswer answer;
    answer.date = httpDate(m_service.unixTime() + sumOf(faults, FaultKind::ClockSkew));
    answer.body = answerBody(response, faults);
    answer.delayMs = static_cast<int>(sumOf(faults, FaultKind::DelayAfter));
    for (const Fault &fault : faults) {
        switch (fault.kind) {
        case FaultKind::BadGateway:
            answer.status = 502;
            answer.contentType = "text/html";
            answer.body = badGatewayPage();
            break;
        case FaultKind::Redirect:
            answer.status = 307;
            answer.location = fault.text.toUtf8();
            break;
        case FaultKind::DropAfter:
            answer.fault = WireFault::Cut;
            break;
        case FaultKind::HalfHeader:
            answer.fault = WireFault::HalfHeader;
            break;
        case FaultKind::TruncateBody:
            answer.fault = WireFault::TruncatedBody;
            break;
        case FaultKind::Hang:
            answer.fault = WireFault::Hang;
            break;
        case FaultKind::Drip:
            answer.fault = WireFault::Drip;
            answer.dripMs = static_cast<int>(fault.number);
            break;
        default:
            break; // done before, or in the body
        }
    }
    return answer;
}

} // namespace Simulator
