// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/connectionverdict.h"

#include "text/errorsentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

class ConnectionVerdict
{
    Q_DECLARE_TR_FUNCTIONS(Text::ConnectionVerdict)
};

//! Refusals that only a request with a right signature can meet.
constexpr std::array keyProvenBy{
    u"AuthFailure.UnauthorizedOperation", u"UnauthorizedOperation",
    u"ResourceUnavailable.NotRegistered", u"ResourceUnavailable.ServiceExpired",
    u"InvalidParameter.SdkAppIdNotFound", u"InvalidParameter.TaskNotFound",
    u"FailedOperation.WhiteboardPush",
};

[[nodiscard]] bool isMissingRight(const Core::Error &error)
{
    return error.isApiCode(u"AuthFailure.UnauthorizedOperation")
        || error.apiCode == "UnauthorizedOperation"_L1;
}

} // namespace

ConnectionProof connectionProof(const Core::Result<void> &result)
{
    if (result) {
        return ConnectionProof::Works;
    }
    if (result.error().kind != Core::ErrorKind::Api) {
        return ConnectionProof::Unproven;
    }
    if (std::ranges::any_of(keyProvenBy,
                            [&result](QStringView code) { return result.error().isApiCode(code); })) {
        return ConnectionProof::KeyProven;
    }
    // A wrong clock says nothing about the key.
    const bool isClock = result.error().isApiCode(u"AuthFailure.SignatureExpire");
    return result.error().isApiCode(u"AuthFailure") && !isClock ? ConnectionProof::KeyRefused
                                                                : ConnectionProof::Unproven;
}

QString connectionVerdict(const Core::Result<void> &result, const QString &action)
{
    const ConnectionProof proof = connectionProof(result);
    if (proof == ConnectionProof::Works) {
        return ConnectionVerdict::tr("The connection works: the service accepted the key and answered.");
    }
    const ErrorText text = explain(result.error());
    if (proof == ConnectionProof::KeyProven && isMissingRight(result.error())) {
        return ConnectionVerdict::tr(
                   "The key is right, but its user lacks the right tiw:%1. Have an administrator "
                   "grant it in CAM.")
            .arg(action);
    }
    const QString reason = paragraph(text);
    switch (proof) {
    case ConnectionProof::Works:
        break;
    case ConnectionProof::KeyProven:
        return ConnectionVerdict::tr("The key is right. %1").arg(reason);
    case ConnectionProof::KeyRefused:
        return ConnectionVerdict::tr("The key cannot be used like this. %1").arg(reason);
    case ConnectionProof::Unproven:
        return ConnectionVerdict::tr("The key could not be tested. %1").arg(reason);
    }
    return reason;
}

} // namespace Text
