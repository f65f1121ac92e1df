// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signaturediagnosis.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace Api {

//! Longest text that is looked at.
inline constexpr qsizetype longestPaste = 4 * 1024 * 1024;

//! What a person pasted, taken apart: as it stands there, nothing made good. One thing of each kind, the
//! first that is met.
struct PastedRequest
{
    using Header = std::pair<QByteArray, QByteArray>;

    Core::PastedParts parts;
    bool isTooLong = false;

    QByteArray method; //!< empty where nothing says it
    QByteArray path = "/"; //!< without the query
    QByteArray query; //!< as written, without '?'
    QByteArray urlHost; //!< host and port of the URL, if there was one
    QList<Header> headers; //!< of the request
    std::optional<QByteArray> body;
    bool isBodyElsewhere = false; //!< in a file that we do not see
    bool isContentTypeAdded = false; //!< by curl itself, not by its user

    QByteArray canonicalRequest; //!< whole; empty for none
    QByteArray stringToSign;
    QByteArray textToSign; //!< of the older signature: "POSThost/?Action=…"

    QByteArray answerDate; //!< the Date header of the answer
    QString errorCode;
    QString errorMessage;

    //! The value of the first request header of that name.
    [[nodiscard]] std::optional<QByteArray> header(const char *name) const;
    //! Host header, or else the URL's host.
    [[nodiscard]] QByteArray host() const;
    //! Query or form of the older signature, as written; empty if it is none.
    [[nodiscard]] QByteArray parametersV1() const;
    void setUrl(const QByteArray &url);
};

//! Reads a curl command, "curl -v" output, raw headers and body, a canonical request, a string to sign, an
//! Authorization header, an answer or error message, in any order and number. Never fails; linear in time.
[[nodiscard]] PastedRequest readPasted(QByteArrayView text);

} // namespace Api
