// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/errorcatalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Api {

const QList<CatalogueEntry> &entries()
{
    using enum ErrorCategory;
    static const QList<CatalogueEntry> catalogue{
        {"ActionOffline"_L1, Server, false},
        {"AuthFailure"_L1, Authentication, false},
        {"AuthFailure.InvalidAuthorization"_L1, Authentication, false},
        {"AuthFailure.InvalidSecretId"_L1, Authentication, false},
        {"AuthFailure.MFAFailure"_L1, Authentication, false},
        {"AuthFailure.SecretIdNotFound"_L1, Authentication, false},
        {"AuthFailure.SignatureExpire"_L1, Clock, false},
        {"AuthFailure.SignatureFailure"_L1, Authentication, false},
        {"AuthFailure.TokenFailure"_L1, Authentication, false},
        {"AuthFailure.UnauthorizedOperation"_L1, Permission, false},
        {"DryRunOperation"_L1, Information, false},
        {"FailedOperation"_L1, State, false},
        {"FailedOperation.AlreadyEnabled"_L1, State, false},
        {"FailedOperation.CosBucketInvalid"_L1, State, false},
        {"FailedOperation.FileDownloadFail"_L1, State, false},
        {"FailedOperation.FileFormatError"_L1, State, false},
        {"FailedOperation.FileOpenFail"_L1, State, false},
        {"FailedOperation.FileUploadFail"_L1, State, false},
        {"FailedOperation.GetCredentialFail"_L1, State, false},
        {"FailedOperation.Preprocess"_L1, State, false},
        {"FailedOperation.PreprocessServerError"_L1, State, false},
        {"FailedOperation.Record"_L1, State, false},
        {"FailedOperation.Transcode"_L1, State, false},
        {"FailedOperation.TranscodeServerError"_L1, State, false},
        {"FailedOperation.WhiteboardPush"_L1, State, false},
        {"InternalError"_L1, Server, true},
        {"InvalidAction"_L1, Parameter, false},
        {"InvalidParameter"_L1, Parameter, false},
        {"InvalidParameter.ApplicationAlreadyExists"_L1, Parameter, false},
        {"InvalidParameter.BodyParameterTypeUnmatched"_L1, Parameter, false},
        {"InvalidParameter.CallbackAddressFormatError"_L1, Parameter, false},
        {"InvalidParameter.CdnDomainNotFound"_L1, Parameter, false},
        {"InvalidParameter.FileFormatUnsupported"_L1, Parameter, false},
        {"InvalidParameter.InvalidExtra"_L1, Parameter, false},
        {"InvalidParameter.InvalidTaskType"_L1, Parameter, false},
        {"InvalidParameter.PreprocessParameter"_L1, Parameter, false},
        {"InvalidParameter.RecordParameter"_L1, Parameter, false},
        {"InvalidParameter.SdkAppIdNotFound"_L1, Parameter, false},
        {"InvalidParameter.TaskNotFound"_L1, Parameter, false},
        {"InvalidParameter.TimeFormat"_L1, Parameter, false},
        {"InvalidParameter.TranscodeParameter"_L1, Parameter, false},
        {"InvalidParameter.UnmarshalJSONBodyFail"_L1, Parameter, false},
        {"InvalidParameter.UrlFormatError"_L1, Parameter, false},
        {"InvalidParameterValue"_L1, Parameter, false},
        {"InvalidRequest"_L1, Parameter, false},
        {"IpInBlacklist"_L1, Account, false},
        {"IpNotInWhitelist"_L1, Account, false},
        {"LimitExceeded"_L1, Quota, false},
        {"LimitExceeded.TaskConcurrency"_L1, Quota, false},
        {"LimitExceeded.TranscodePagesLimitation"_L1, Quota, false},
        {"MissingParameter"_L1, Parameter, false},
        {"NoSuchProduct"_L1, Endpoint, false},
        {"NoSuchVersion"_L1, Endpoint, false},
        {"RequestLimitExceeded"_L1, Throttled, true},
        {"RequestLimitExceeded.GlobalRegionUinLimitExceeded"_L1, Throttled, true},
        {"RequestLimitExceeded.IPLimitExceeded"_L1, Throttled, true},
        {"RequestLimitExceeded.UinLimitExceeded"_L1, Throttled, true},
        {"RequestSizeLimitExceeded"_L1, Parameter, false},
        {"ResourceInUse"_L1, State, false},
        {"ResourceInUse.RecordUserId"_L1, State, false},
        {"ResourceInsufficient"_L1, Quota, false},
        {"ResourceNotFound"_L1, State, false},
        {"ResourceUnavailable"_L1, State, false},
        {"ResourceUnavailable.NotRegistered"_L1, Account, false},
        {"ResourceUnavailable.ServiceExpired"_L1, Account, false},
        {"ResponseSizeLimitExceeded"_L1, Parameter, false},
        {"ServiceUnavailable"_L1, Server, true},
        {"UnauthorizedOperation"_L1, Permission, false},
        {"UnauthorizedOperation.SdkAppId"_L1, Account, false},
        {"UnknownParameter"_L1, Parameter, false},
        {"UnsupportedOperation"_L1, State, false},
        {"UnsupportedOperation.InvalidTaskStatus"_L1, State, false},
        {"UnsupportedOperation.TaskHasAlreadyStopped"_L1, State, false},
        {"UnsupportedProtocol"_L1, Parameter, false},
        {"UnsupportedRegion"_L1, Endpoint, false},
    };
    return catalogue;
}

const CatalogueEntry *findEntry(QStringView code)
{
    const QList<CatalogueEntry> &all = entries();
    while (!code.isEmpty()) {
        const auto found = std::ranges::lower_bound(
            all, code, [](auto a, auto b) { return QtPrivate::compareStrings(a, b) < 0; },
            &CatalogueEntry::code);
        if (found != all.end() && found->code == code) {
            return &*found;
        }
        const qsizetype dot = code.lastIndexOf(u'.');
        code = dot < 0 ? QStringView() : code.left(dot);
    }
    return nullptr;
}

ErrorCategory categoryOf(QStringView code)
{
    const CatalogueEntry *const entry = findEntry(code);
    return entry ? entry->category : ErrorCategory::Unknown;
}

} // namespace Api
