// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches the simulator: the bytes of a request, as they came or signed here as its own account's, and
// the control pages. The first byte says which.
#include "fuzz/attack.h"
#include "simulator/endpoint.h"
#include "simulator/httpfront.h"
#include "simulator/signedrequest.h"
#include "simulator/steppedclock.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

//! Request line, headers and body, as the HTTP library hands them on: names in lower case, values trimmed.
[[nodiscard]] Simulator::Request requestOf(const QByteArray &bytes)
{
    Simulator::Request request;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = bytes.first(end < 0 ? bytes.size() : end).split('\n');
    request.body = end < 0 ? QByteArray() : bytes.sliced(end + 4);
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    const QByteArray target = words.value(1);
    const qsizetype mark = target.indexOf('?');
    request.method = words.first();
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
        }
    }
    return request;
}

//! Signed by one who may: what stands before the first line's end is the action, the rest the body.
[[nodiscard]] Simulator::Request signedRequest(const Simulator::Settings &settings, const QByteArray &bytes,
                                               const Core::Clock &clock)
{
    const qsizetype end = bytes.indexOf('\n');
    SignedRequest made(settings, bytes.first(qMax(qsizetype(0), end)), {});
    made.body = end < 0 ? bytes : bytes.sliced(end + 1);
    made.timestamp = clock.nowUtc().toSecsSinceEpoch();
    return made.request();
}

void checkAnswer(const Simulator::WireAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    const QJsonObject response = document.object().value("Response"_L1).toObject();
    Fuzz::require(answer.status == 200, "the service answers with 200");
    Fuzz::require(!response.value("RequestId"_L1).toString().isEmpty(), "every answer has a RequestId");
    const QJsonValue error = response.value("Error"_L1);
    Fuzz::require(error.isUndefined() || !error.toObject().value("Code"_L1).toString().isEmpty(),
                  "every refusal has a code");
}

void checkWire(const QByteArray &bytes)
{
    qsizetype length = -1;
    const Simulator::WireAnswer read = Simulator::readWireInstruction(bytes, length);
    qsizetype again = -1;
    const Simulator::WireAnswer reread =
        Simulator::readWireInstruction(Simulator::wireInstruction(read, length), again);
    Fuzz::require(reread.fault == read.fault && reread.delayMs == read.delayMs && again == length,
                  "an instruction to the relay is read as it is written");
}

void attack(const QByteArray &input)
{
    QByteArrayView rest = input;
    const int choice = Fuzz::choose(rest, 4);
    const QByteArray bytes = rest.toByteArray();
    SteppedClock clock;
    static const Simulator::Settings settings = Simulator::Settings::builtIn();
    Simulator::Endpoint endpoint(settings, clock);
    const QJsonArray before = endpoint.service().tasks();
    if (choice == 0) {
        checkWire(bytes);
        return;
    }
    if (choice == 1) {
        checkAnswer(endpoint.handle(signedRequest(settings, bytes, clock), 1));
        return;
    }
    Simulator::Request request = requestOf(bytes);
    if (choice == 2) {
        // Faults that it sets are for later requests; no page waits itself.
        request.path.prepend("/_simulator/");
        static_cast<void>(endpoint.handle(request, 1));
        return;
    }
    if (request.path.startsWith("/_simulator/")) {
        return;
    }
    checkAnswer(endpoint.handle(request, 1));
    const QList<Simulator::JournalEntry> journal = endpoint.journal().entries();
    Fuzz::require(journal.size() == 1, "every request is in the journal");
    Fuzz::require(journal.first().isSignatureGood || endpoint.service().tasks() == before,
                  "who has not signed changes nothing");
}

const Fuzz::Registration registration("simulator", attack);

} // namespace
