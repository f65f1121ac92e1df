// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/doctorsentences.h"

#include "core/plaintext.h"
#include "text/formats.h"
#include "text/punctuation.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

using Cause = Core::SignatureCause;

constexpr qsizetype longestSubject = 100; // of a header or a parameter, as somebody wrote it

class DoctorSentences
{
    Q_DECLARE_TR_FUNCTIONS(Text::DoctorSentences)
};

[[nodiscard]] ErrorText clockText(const Core::SignatureDiagnosis &diagnosis)
{
    const QString offset = duration(std::abs(diagnosis.offsetSeconds));
    return {
        DoctorSentences::tr("The clock is off"),
        diagnosis.isByOwnClock
            ? DoctorSentences::tr(
                  "The request's time is %1 from this computer's, for want of the service's own. "
                  "More than five minutes are refused.")
                  .arg(offset)
            : DoctorSentences::tr(
                  "The request's time is %1 from the service's. More than five minutes are refused.")
                  .arg(offset),
        DoctorSentences::tr("Set the clock of the computer that signs, or sign with the service's time.")};
}

[[nodiscard]] ErrorText causeText(const Core::SignatureDiagnosis &diagnosis)
{
    switch (diagnosis.cause) {
    case Cause::ClockOff:
        return clockText(diagnosis);
    case Cause::TooLong:
        return {DoctorSentences::tr("There is too much text"),
                DoctorSentences::tr("At most 4 MiB are looked at."),
                DoctorSentences::tr("Paste only the request that was refused.")};
    case Cause::NothingRecognized:
        return {DoctorSentences::tr("No request was recognized"),
                DoctorSentences::tr("A curl command, headers with a body, a canonical request, a string to "
                                    "sign, an Authorization header or the service's answer are understood."),
                DoctorSentences::tr("Paste the request as it was sent, best with the answer below it.")};
    case Cause::AuthorizationMissing:
        return {DoctorSentences::tr("The request is not signed"),
                DoctorSentences::tr("It has neither an Authorization header nor a Signature parameter."),
                DoctorSentences::tr(
                    "Add the header: TC3-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…")};
    case Cause::AuthorizationMalformed:
        return {
            DoctorSentences::tr("The Authorization header is malformed"),
            DoctorSentences::tr("It must read TC3-HMAC-SHA256 Credential=SecretId/date/service/tc3_request, "
                                "SignedHeaders=…, Signature=…"),
            DoctorSentences::tr(
                "Put the header together in exactly this form, separated by comma and blank.")};
    case Cause::TimestampMissing:
        return {DoctorSentences::tr("The timestamp is missing"),
                DoctorSentences::tr("Without it the service cannot tell when the request was signed."),
                DoctorSentences::tr("Send X-TC-Timestamp (in the older signature: Timestamp) with the very "
                                    "number that was signed.")};
    case Cause::TimestampMalformed:
        return {DoctorSentences::tr("The timestamp is no Unix time in seconds"),
                DoctorSentences::tr(
                    "It must be a whole number of ten digits; milliseconds or a written date are refused."),
                DoctorSentences::tr("Use seconds since 1970 UTC.")};
    case Cause::LocalDay:
        return {DoctorSentences::tr("The scope has the local day, not the UTC day"),
                DoctorSentences::tr("The date in the credential scope must be the UTC day of the timestamp. "
                                    "Around midnight the local day is another one."),
                DoctorSentences::tr(
                    "Make the date from the timestamp in UTC, not from the computer's local time.")};
    case Cause::WrongDay:
        return {DoctorSentences::tr("The scope has another day than the timestamp"),
                DoctorSentences::tr("The date in the credential scope must be the UTC day of the timestamp."),
                DoctorSentences::tr("Make date and timestamp anew for every request, and the string to sign "
                                    "with the scope that is sent.")};
    case Cause::WrongService:
        return {
            DoctorSentences::tr("The scope names another service"),
            DoctorSentences::tr(
                "The service in the credential scope is the first label of the host, here as shown below. A "
                "host given as an address or with a port misleads programs that take it from there."),
            DoctorSentences::tr("Set the service by hand where the host does not begin with it.")};
    case Cause::WrongScopeEnd:
        return {
            DoctorSentences::tr("The scope does not end in tc3_request"),
            DoctorSentences::tr("It must read date/service/tc3_request."),
            DoctorSentences::tr("Correct the credential scope, in the header and in the string to sign.")};
    case Cause::TimestampChanged:
        return {DoctorSentences::tr("Signed with another timestamp than sent"),
                DoctorSentences::tr("The header and the string to sign must carry the same number."),
                DoctorSentences::tr("Ask for the time once, and use that one value in both places.")};
    case Cause::SignedHeadersWrong:
        return {DoctorSentences::tr("The names of the signed headers are wrong"),
                DoctorSentences::tr("They are lower-case, sorted, joined by semicolons, contain content-type "
                                    "and host, and every one of them is sent."),
                DoctorSentences::tr(
                    "Use content-type;host, in the canonical request and in the Authorization header.")};
    case Cause::SecretIdBlanks:
        return {DoctorSentences::tr("The SecretId has blanks or the wrong case"),
                DoctorSentences::tr("A SecretId is compared letter by letter."),
                DoctorSentences::tr("Copy the SecretId again, without blanks or line breaks around it.")};
    case Cause::SecretIdOther:
        return {DoctorSentences::tr("Signed with another SecretId than the account's"),
                DoctorSentences::tr("The key that was chosen here belongs to another SecretId."),
                DoctorSentences::tr("Choose the account that the request was signed with, or correct the "
                                    "SecretId in the program.")};
    case Cause::ContentTypeMissing:
        return {DoctorSentences::tr("The Content-Type header is missing"),
                DoctorSentences::tr("It is signed, so it has to be sent. Libraries add one of their own "
                                    "otherwise: curl sends application/x-www-form-urlencoded."),
                DoctorSentences::tr("Send Content-Type: application/json, and sign this very text.")};
    case Cause::MethodChanged:
        return {DoctorSentences::tr("Signed with another HTTP method"),
                DoctorSentences::tr(
                    "The canonical request begins with the method that is really used, in capitals."),
                DoctorSentences::tr("Sign POST where the request has a body, and GET where it has none.")};
    case Cause::PathChanged:
        return {DoctorSentences::tr("The path is not /"),
                DoctorSentences::tr("The service knows the path / only."),
                DoctorSentences::tr("Send and sign /, without anything after it but the query.")};
    case Cause::QueryOrder:
        return {DoctorSentences::tr("The parameters were signed in another order"),
                DoctorSentences::tr("They are signed sorted by name in ASCII order (capitals before small "
                                    "letters), in whatever order they are sent."),
                DoctorSentences::tr("Sort the parameters by name before signing.")};
    case Cause::QueryEncoding:
        return {DoctorSentences::tr("The parameters were signed or sent in another encoding"),
                DoctorSentences::tr(
                    "TC3 signs the query percent-encoded, a blank as %20. The older signature signs the "
                    "values as they are, and encodes every value, the Signature too, when sending."),
                DoctorSentences::tr("Encode as shown below.")};
    case Cause::QueryChanged:
        return {DoctorSentences::tr("Signed with another query than sent"),
                DoctorSentences::tr(
                    "The query in the canonical request is the one of the address, and empty for POST."),
                DoctorSentences::tr("Sign what is sent. A proxy that adds parameters breaks the signature.")};
    case Cause::ContentTypeChanged:
        return {DoctorSentences::tr("Content-Type was changed on the way"),
                DoctorSentences::tr("It was signed with another value than sent. HTTP libraries like to add "
                                    "“; charset=utf-8” to it."),
                DoctorSentences::tr("Set the header yourself, and sign exactly the text that leaves.")};
    case Cause::HostChanged:
        return {DoctorSentences::tr("Signed with another host than sent"),
                DoctorSentences::tr(
                    "The host is signed as it stands in the Host header, with the port where that has one."),
                DoctorSentences::tr("Sign the name that the request goes to: each access point needs a "
                                    "signature of its own, and a proxy must leave Host alone.")};
    case Cause::HeaderChanged:
        return {DoctorSentences::tr("A signed header was changed"),
                DoctorSentences::tr("It was signed with another value than sent. Values are trimmed; that of "
                                    "x-tc-action is in lower case."),
                DoctorSentences::tr("Sign the value that leaves, or leave this header out of the signed "
                                    "ones: content-type and host are enough.")};
    case Cause::BodyChanged:
        return {DoctorSentences::tr("The body is not the one that was signed"),
                DoctorSentences::tr(
                    "The canonical request ends in the SHA-256 of the body, byte by byte. Written once more "
                    "by a JSON library it has other blanks, another order or a line break at its end."),
                DoctorSentences::tr("Make the body once as bytes, hash these bytes, and send them.")};
    case Cause::UpperCaseHex:
        return {DoctorSentences::tr("Hexadecimal digits are in upper case"),
                DoctorSentences::tr("Hashes and the signature are written in lower case."),
                DoctorSentences::tr("Convert to lower case before use.")};
    case Cause::CanonicalForm:
        return {DoctorSentences::tr("Right values, put together wrongly"),
                DoctorSentences::tr("A line break, a blank or the order of the lines differs."),
                DoctorSentences::tr("Compare the two texts below: every line ends in one line feed, and an "
                                    "empty line stands between the headers and their names.")};
    case Cause::CanonicalHashWrong:
        return {DoctorSentences::tr("The string to sign belongs to another canonical request"),
                DoctorSentences::tr("Its last line is not the SHA-256 of the canonical request."),
                DoctorSentences::tr(
                    "Hash the canonical request as shown, as UTF-8 and without a line break at its end.")};
    case Cause::AlgorithmChanged:
        return {
            DoctorSentences::tr("Signed with another method than SignatureMethod says"),
            DoctorSentences::tr("Without this parameter HmacSHA1 is meant."),
            DoctorSentences::tr(
                "Send SignatureMethod=HmacSHA256 where this is what was used, and sign that parameter too.")};
    case Cause::KeyBlanks:
        return {DoctorSentences::tr("The SecretKey has white space around it"),
                DoctorSentences::tr("The signature fits the key with a blank, line break or quotation mark "
                                    "before or after it, as they come from a file or a copy."),
                DoctorSentences::tr("Trim the key where the program reads it.")};
    case Cause::KeyCase:
        return {DoctorSentences::tr("The SecretKey was typed in another case"),
                DoctorSentences::tr(
                    "The signature fits the key with capital and small letters exchanged somewhere."),
                DoctorSentences::tr("Copy the key instead of typing it.")};
    case Cause::KeyIsSecretId:
        return {DoctorSentences::tr("The SecretId was used as the key"),
                DoctorSentences::tr("The signature fits the SecretId in the SecretKey's place."),
                DoctorSentences::tr("Exchange the two settings of the program.")};
    case Cause::KeyDerivation:
        return {DoctorSentences::tr("The signing key was made wrongly"),
                DoctorSentences::tr("Key and text are right, the steps between them are not: “TC3” before "
                                    "the key, then date, service and tc3_request, each with the bytes of the "
                                    "step before; the result is in lower-case hexadecimal."),
                DoctorSentences::tr("Compare these steps with the documentation; no step takes the "
                                    "hexadecimal text of the one before.")};
    case Cause::SignatureDiffers:
        return {DoctorSentences::tr("The signature does not fit, and no usual mistake explains it"),
                DoctorSentences::tr("Either the key is another one, or something was signed that does not "
                                    "stand in the text pasted."),
                DoctorSentences::tr(
                    "Compare the canonical request and the string to sign of the program with those under "
                    "“How it should be”; paste them here too, and try the key anew.")};
    case Cause::TokenMissing:
        return {DoctorSentences::tr("The token is missing"),
                DoctorSentences::tr("Temporary keys are accepted together with their token only."),
                DoctorSentences::tr("Send X-TC-Token (in the older signature: Token, which is signed too).")};
    case Cause::TokenOther:
        return {
            DoctorSentences::tr("The token is not the account's"),
            DoctorSentences::tr("Key and token of temporary credentials belong together, and end together."),
            DoctorSentences::tr("Use the token that was issued with this key.")};
    case Cause::RegionMissing:
        return {DoctorSentences::tr("The region is missing"),
                DoctorSentences::tr(
                    "This service wants X-TC-Region (in the older signature: Region). It is not signed."),
                DoctorSentences::tr(
                    "Send ap-singapore for the international edition, ap-guangzhou for the mainland one.")};
    case Cause::WrongEdition:
        return {DoctorSentences::tr("The host belongs to the other edition"),
                DoctorSentences::tr("International and mainland accounts have keys and hosts of their own."),
                DoctorSentences::tr("Send the request to the host of the account's edition.")};
    case Cause::WrongRegion:
        return {DoctorSentences::tr("The region does not fit"),
                DoctorSentences::tr("The international edition answers in ap-singapore, the mainland one in "
                                    "ap-guangzhou; an access point's name is no region."),
                DoctorSentences::tr("Send the region shown below. The signature need not change.")};
    case Cause::Unchecked:
        return {DoctorSentences::tr("Nothing wrong so far"),
                DoctorSentences::tr("What can be seen is in order, but the signature itself was not checked: "
                                    "for that a key and the whole request are needed."),
                DoctorSentences::tr("Choose an account or type the key, and paste headers and body.")};
    case Cause::Sound:
        return {DoctorSentences::tr("The request is signed correctly"),
                DoctorSentences::tr("Signature, scope, headers and body fit together and fit the key."),
                DoctorSentences::tr("If it was refused all the same, look at the time it was sent, at the "
                                    "key's state in the console and at its rights.")};
    }
    Q_UNREACHABLE();
}

[[nodiscard]] QString partText(Core::PastedPart part)
{
    switch (part) {
    case Core::PastedPart::Command:
        return DoctorSentences::tr("a command line");
    case Core::PastedPart::Request:
        return DoctorSentences::tr("a request");
    case Core::PastedPart::Body:
        return DoctorSentences::tr("a body");
    case Core::PastedPart::Authorization:
        return DoctorSentences::tr("an Authorization header");
    case Core::PastedPart::CanonicalRequest:
        return DoctorSentences::tr("a canonical request");
    case Core::PastedPart::StringToSign:
        return DoctorSentences::tr("a string to sign");
    case Core::PastedPart::Answer:
        return DoctorSentences::tr("the service's answer");
    case Core::PastedPart::VersionOne:
        return DoctorSentences::tr("the older signature");
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorText explain(const Core::SignatureDiagnosis &diagnosis)
{
    ErrorText text = causeText(diagnosis);
    if (!diagnosis.subject.isEmpty()) {
        text.explanation = joinedSentences(
            {text.explanation,
             DoctorSentences::tr("It is about: %1").arg(Core::oneLine(diagnosis.subject, longestSubject))});
    }
    if (diagnosis.hasMore) {
        text.remedy = joinedSentences(
            {text.remedy,
             DoctorSentences::tr("Something else is wrong beside it: correct this first, then look again.")});
    }
    return text;
}

QString recognizedText(const Core::SignatureDiagnosis &diagnosis)
{
    QStringList parts;
    for (const Core::PastedPart part :
         {Core::PastedPart::Command, Core::PastedPart::Request, Core::PastedPart::Body,
          Core::PastedPart::Authorization, Core::PastedPart::CanonicalRequest, Core::PastedPart::StringToSign,
          Core::PastedPart::Answer, Core::PastedPart::VersionOne}) {
        if (diagnosis.parts.testFlag(part)) {
            parts.append(partText(part));
        }
    }
    QStringList sentences;
    if (!parts.isEmpty()) {
        sentences.append(DoctorSentences::tr("Read: %1.").arg(joinedItems(parts)));
    }
    if (!diagnosis.errorCode.isEmpty()) {
        sentences.append(DoctorSentences::tr("The service said: %1.").arg(diagnosis.errorCode));
    }
    return joinedSentences(sentences);
}

} // namespace Text
