// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pastedrequest.h"
#include "core/account.h"
#include "core/credential.h"
#include "core/signaturediagnosis.h"

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace Api {

//! What is known beside the pasted text.
struct DoctorFacts
{
    //! To check the signature with; the key may have the blanks with which it was typed. Without it only what
    //! can be seen is checked.
    std::optional<Core::Credential> credential;
    std::optional<Core::Endpoint> endpoint; //!< the account's
    QDateTime now; //!< this machine's, for want of the service's time
};

//! The first thing that is wrong with a signed request. Pure.
[[nodiscard]] Core::SignatureDiagnosis diagnose(const PastedRequest &request, const DoctorFacts &facts);
[[nodiscard]] Core::SignatureDiagnosis diagnose(QByteArrayView pasted, const DoctorFacts &facts);

} // namespace Api
