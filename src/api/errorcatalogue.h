// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Api {

//! What an error code of the service is about, for decisions. Sentences for people are made elsewhere.
enum class ErrorCategory {
    Authentication, //!< keys, token, signature
    Clock, //!< the timestamp is too far from the service's clock
    Permission, //!< known, but not allowed
    Account, //!< the account or application: not activated, in arrears, not of this account, blocked address
    Parameter, //!< the request itself
    Endpoint, //!< right request, wrong place: product, version or region is not served there
    State, //!< the task or resource does not allow it now
    Throttled, //!< too many requests; refused unexecuted
    Server, //!< the service's own fault
    Quota, //!< a limit other than the request rate
    Information, //!< not a failure
    Unknown, //!< neither the code nor its parent is in the catalogue
};

struct CatalogueEntry
{
    QLatin1StringView code;
    ErrorCategory category;
    bool isRetrySafe; //!< may be repeated where the action itself may
};

//! Every code that is documented for the service, sorted by code.
[[nodiscard]] const QList<CatalogueEntry> &entries();
//! The entry of `code`, else of its parent ("A.B" falls back to "A"); null if there is neither.
[[nodiscard]] const CatalogueEntry *findEntry(QStringView code);
[[nodiscard]] ErrorCategory categoryOf(QStringView code);

} // namespace Api
