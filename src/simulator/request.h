// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace Simulator {

using NamedValue = std::pair<QByteArray, QByteArray>;

//! A request as it came off the wire.
struct Request
{
    QByteArray method; //!< "POST"
    QByteArray path; //!< "/"
    QByteArray query; //!< raw text behind the first '?', without it
    QList<NamedValue> headers; //!< names in lower case, values trimmed
    QByteArray body;

    //! The first value of a header (name in lower case), or empty.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
};

//! "a=1&b=x+y%2F": decoded pairs in the order of the text; '+' is a blank.
[[nodiscard]] QList<NamedValue> decodeForm(QByteArrayView text);

} // namespace Simulator
