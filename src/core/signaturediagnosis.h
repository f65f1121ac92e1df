// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFlags>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace Core {

//! What was found in a pasted text.
enum class PastedPart {
    Command = 0x1, //!< a curl command line
    Request = 0x2, //!< request line or headers
    Body = 0x4,
    Authorization = 0x8,
    CanonicalRequest = 0x10,
    StringToSign = 0x20,
    Answer = 0x40, //!< the service's answer or its error
    VersionOne = 0x80, //!< the older signature over parameters
};
Q_DECLARE_FLAGS(PastedParts, PastedPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(PastedParts)

//! The first thing that is wrong, as facts. Texts come from what was pasted: invisible characters are made
//! visible, secrets are masked, lengths are capped. No SecretKey, token or whole signature is in it.
struct SignatureDiagnosis
{
    Q_GADGET
public:
    //! What is wrong with a signed request, in the order in which it is looked for. Sentences are made in
    //! `text`.
    enum class Cause {
        TooLong, //!< more text than is looked at
        NothingRecognized, //!< neither a request nor a part of one
        AuthorizationMissing,
        AuthorizationMalformed,
        TimestampMissing,
        TimestampMalformed, //!< no Unix time in seconds
        ClockOff, //!< more than five minutes from the service's time
        LocalDay, //!< the scope has the day before or after the UTC day of the timestamp
        WrongDay, //!< the scope has another day altogether
        WrongService,
        WrongScopeEnd, //!< not "tc3_request"
        TimestampChanged, //!< signed with another timestamp than sent
        SignedHeadersWrong, //!< one that must be signed is missing, or case or order is wrong
        SecretIdBlanks, //!< the key's id with white space or in another case
        SecretIdOther, //!< not the id of the account looked at
        ContentTypeMissing,
        MethodChanged,
        PathChanged,
        QueryOrder,
        QueryEncoding,
        QueryChanged,
        ContentTypeChanged,
        HostChanged,
        HeaderChanged, //!< another signed header
        BodyChanged, //!< the body sent is not the one that was hashed
        UpperCaseHex,
        CanonicalForm, //!< right values, put together wrongly
        CanonicalHashWrong, //!< the string to sign has the hash of another canonical request
        AlgorithmChanged, //!< v1: signed with another method than SignatureMethod says
        KeyBlanks, //!< signed with the key and white space
        KeyCase,
        KeyIsSecretId, //!< signed with the SecretId in the key's place
        KeyDerivation, //!< right key and text, wrong way from one to the other
        SignatureDiffers, //!< and nothing that is known explains it: another key, or another text
        TokenMissing,
        TokenOther,
        RegionMissing,
        WrongEdition,
        WrongRegion,
        Unchecked, //!< nothing wrong so far, but the signature was not checked: no key, or no whole request
        Sound, //!< all is well
    };
    Q_ENUM(Cause)

    Cause cause = Cause::NothingRecognized;
    PastedParts parts;
    QString subject; //!< the header, parameter or place it is about; may be empty
    QString found; //!< as it was sent or signed
    QString expected; //!< as it should be; aligned with `found`
    qint64 offsetSeconds = 0; //!< of ClockOff: the request's time minus the service's
    bool isByOwnClock = false; //!< of ClockOff: measured with this machine's clock, for want of the service's
    bool hasMore = false; //!< something else is wrong beside it
    bool isSignatureProven = false; //!< the signature fits request and key, or would without this fault
    QString errorCode; //!< the service's, as pasted
    QString canonicalRequest; //!< as it should be; empty where the request is not known
    QString stringToSign;
};

using SignatureCause = SignatureDiagnosis::Cause;

//! Where two texts begin to differ.
struct TextDifference
{
    qsizetype offset = -1; //!< in characters; -1: they are equal
    int line = 0; //!< from 1
    int column = 0; //!< from 1
};
[[nodiscard]] TextDifference firstDifference(const QString &a, const QString &b);

//! For people: control and format characters as pictures (␍ ⇥ ␀), blanks at the end of a line as "·".
[[nodiscard]] QString visibleText(const QByteArray &text, qsizetype longest = 8'000);

} // namespace Core

Q_DECLARE_METATYPE(Core::SignatureDiagnosis)
