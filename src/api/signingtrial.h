// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrettext.h"
#include "core/signaturediagnosis.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>
#include <utility>

namespace Api {

//! All that goes into a TC3 signature, every piece free to be wrong: what a program that signs wrongly may
//! have done.
struct SigningTrial
{
    //! How the day's key was made.
    enum class Derivation { Right, WithoutPrefix, HexBetween, WithoutEnd, KeyAlone };

    QByteArray method = "POST";
    QByteArray path = "/";
    QByteArray query;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< as they stand in the canonical request
    QByteArray signedHeaders;
    QByteArray payloadHash; //!< hex
    bool hasBlankLine = true; //!< between headers and their names
    QByteArray afterName = ":"; //!< between a header's name and its value
    QByteArray end; //!< after the payload's hash
    bool isHashUpper = false; //!< of the canonical request, in the string to sign

    QByteArray timestamp;
    QByteArray date;
    QByteArray service;
    QByteArray scopeEnd = "tc3_request";

    Core::SecretText secretKey;
    Derivation derivation = Derivation::Right;
    QByteArray keyDate; //!< empty: date
    QByteArray keyService; //!< empty: service

    [[nodiscard]] QByteArray canonicalRequest() const;
    [[nodiscard]] QByteArray stringToSign() const;
    [[nodiscard]] QByteArray signature() const; //!< lower-case hex
    //! Of another text with this key.
    [[nodiscard]] QByteArray signatureOf(const QByteArray &stringToSign) const;
    void setHeader(const QByteArray &name, const QByteArray &value);
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

//! One way to go wrong.
struct SigningMistake
{
    Core::SignatureCause cause;
    QString subject;
    std::function<void(SigningTrial &)> make;
    bool isCombined = true; //!< looked for together with others
};

//! What is known beside the request, for guesses.
struct TrialSurroundings
{
    std::optional<QByteArray> body; //!< as sent; none if it is not known
    QByteArray querySent;
    QByteArray secretId;
    Core::SecretText keyAsTyped; //!< blanks included
    QByteArray accountHost; //!< empty if there is no account
};

//! The mistakes that people are known to make, made out of a right signing; in the order of SignatureCause.
[[nodiscard]] QList<SigningMistake> knownMistakes(const SigningTrial &right,
                                                  const TrialSurroundings &surroundings);
//! Those of them that concern the key alone.
[[nodiscard]] QList<SigningMistake> keyMistakes(const SigningTrial &right,
                                                const TrialSurroundings &surroundings);

//! A mistake, or two, with which `right` gets the signature that was sent.
struct FoundMistake
{
    SigningMistake first;
    std::optional<SigningMistake> second;
    SigningTrial trial;
};
[[nodiscard]] std::optional<FoundMistake>
findMistake(const SigningTrial &right, const QList<SigningMistake> &mistakes, const QByteArray &signature);

[[nodiscard]] QByteArray sha256Hex(QByteArrayView text);
//! "2023-11-14", the UTC day.
[[nodiscard]] QByteArray utcDate(qint64 timestamp, int plusDays = 0);

} // namespace Api
