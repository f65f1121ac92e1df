// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/signaturedoctor.h"

namespace Api {

//! What both signatures' doctors ask in the same way.

//! A diagnosis that begins with what was understood.
[[nodiscard]] Core::SignatureDiagnosis diagnosisOf(const PastedRequest &request, Core::SignatureCause cause);
//! As a person may see it: secret parameters masked, invisible characters visible.
[[nodiscard]] QString shownText(const QByteArray &text);
//! The key without the blanks it was typed with.
[[nodiscard]] Core::Credential trimmedCredential(const Core::Credential &credential);

//! The timestamp against the service's time, as far as the paste tells that.
[[nodiscard]] std::optional<Core::SignatureDiagnosis> checkClock(const PastedRequest &request,
                                                                 const DoctorFacts &facts, qint64 timestamp);
[[nodiscard]] std::optional<Core::SignatureDiagnosis>
checkSecretId(const PastedRequest &request, const DoctorFacts &facts, const QByteArray &secretId);
[[nodiscard]] std::optional<Core::SignatureDiagnosis>
checkToken(const PastedRequest &request, const DoctorFacts &facts, const std::optional<QByteArray> &token);
//! Region and edition against host and account; a missing `region` is a fault.
[[nodiscard]] std::optional<Core::SignatureDiagnosis>
checkRegion(const PastedRequest &request, const DoctorFacts &facts, const QByteArray &host,
            const std::optional<QByteArray> &region, const QByteArray &action);

//! The older signature, over the parameters of a query or form.
[[nodiscard]] Core::SignatureDiagnosis diagnoseV1(const PastedRequest &request, const DoctorFacts &facts);

} // namespace Api
