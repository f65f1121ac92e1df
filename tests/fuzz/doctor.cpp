// SPDX-License-Identifier: GPL-3.0-or-later
// What is pasted into the signature doctor, diagnosed and explained. The first byte says whether there is a
// key to check with, and whether the rest is a paste or the body of a request that is signed here.
#include "api/signaturedoctor.h"
#include "api/signer.h"
#include "fuzz/attack.h"
#include "text/doctorsentences.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto secretId = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_L1;
constexpr auto secretKey = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"_L1;
constexpr auto token = "a-temporary-token"_L1;
constexpr qint64 timestamp = 1'700'000'000; // 2023-11-14 22:13:20 UTC
constexpr qsizetype longestShown = 8'001; // with the dots that say that there was more

[[nodiscard]] Core::Credential credential(bool hasToken)
{
    return {QString(secretId), Core::SecretText::fromString(QString(secretKey)),
            hasToken ? Core::SecretText::fromString(QString(token)) : Core::SecretText()};
}

[[nodiscard]] QByteArray signedPaste(const QByteArray &body)
{
    Api::SigningKeyCache cache;
    const Api::Tc3Request request{.host = "tiw.intl.tencentcloudapi.com",
                                  .service = "tiw",
                                  .contentType = "application/json",
                                  .query = {},
                                  .body = body,
                                  .timestamp = timestamp,
                                  .action = "StopWhiteboardPush"};
    return "POST / HTTP/1.1\r\nHost: " + request.host + "\r\nContent-Type: " + request.contentType
        + "\r\nX-TC-Action: " + request.action
        + "\r\nX-TC-Version: 2019-09-19\r\nX-TC-Region: ap-singapore\r\nX-TC-Timestamp: "
        + QByteArray::number(timestamp) + "\r\nAuthorization: "
        + Api::signTc3(request, credential(false), cache).authorization + "\r\n\r\n" + body;
}

void attack(const QByteArray &input)
{
    QByteArrayView rest = input;
    const int choice = Fuzz::choose(rest, 8);
    const bool isSignedHere = (choice & 1) != 0;
    const bool hasKey = (choice & 2) != 0;
    const bool hasToken = (choice & 4) != 0;
    const QByteArray paste = isSignedHere ? signedPaste(rest.toByteArray()) : rest.toByteArray();

    Api::DoctorFacts facts;
    if (hasKey) {
        facts.credential = credential(hasToken);
    }
    facts.endpoint = *Core::Endpoint::parse(u"tiw.intl.tencentcloudapi.com"_s, u"ap-singapore"_s,
                                            Core::Edition::International);
    facts.now = QDateTime::fromSecsSinceEpoch(timestamp, Qt::UTC);
    const Core::SignatureDiagnosis diagnosis = Api::diagnose(paste, facts);

    Fuzz::require(hasKey || !diagnosis.isSignatureProven, "nothing is proven without a key");
    Fuzz::require(diagnosis.cause != Core::SignatureCause::Sound || hasKey, "nothing is sound without a key");
    const Text::ErrorText explained = Text::explain(diagnosis);
    Fuzz::require(!explained.title.isEmpty() && !explained.explanation.isEmpty(),
                  "every diagnosis has its sentences");
    for (const QString &text :
         {diagnosis.subject, diagnosis.found, diagnosis.expected, diagnosis.errorCode}) {
        Fuzz::require(text.size() <= longestShown, "what is shown is capped");
    }
    if (paste.contains(secretKey.data()) || paste.contains(token.data())) {
        return;
    }
    for (const QString &text : {diagnosis.subject, diagnosis.found, diagnosis.expected,
                                diagnosis.canonicalRequest, diagnosis.stringToSign, explained.title,
                                explained.explanation, explained.remedy, Text::recognizedText(diagnosis)}) {
        Fuzz::require(!text.contains(secretKey) && !text.contains(token), "no key and no token is shown");
    }
}

const Fuzz::Registration registration("doctor", attack);

} // namespace
