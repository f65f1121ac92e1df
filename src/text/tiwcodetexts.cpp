// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/apicodetexts.h"

#include <QtGlobal>

#include <array>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

constexpr const char *otherFeature =
    QT_TRANSLATE_NOOP("Text::ApiCode",
                      "This code belongs to another feature of the whiteboard service (recording, "
                      "document transcoding or storage). Push actions are not expected to answer with it.");
constexpr const char *otherFeatureRemedy =
    QT_TRANSLATE_NOOP("Text::ApiCode",
                      "Read the service's own message. If a push action keeps answering like this, contact "
                      "Tencent Cloud support with the RequestId.");
constexpr const char *clientFault =
    QT_TRANSLATE_NOOP("Text::ApiCode",
                      "Most likely a fault of this program: please report it with the RequestId and the "
                      "action. Repeating the request will not help.");
constexpr const char *startOnly =
    QT_TRANSLATE_NOOP("Text::ApiCode", "Correct the value named in the service's message, then start again.");

constexpr std::array texts{
    ApiCodeText{
        "AuthFailure"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service did not accept the credentials"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The check of the signature or of the permissions failed."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Check SecretId and SecretKey in the account's settings, then the CAM policies "
                          "of the user they belong to.")},
    ApiCodeText{
        "FailedOperation"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The operation failed"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service took the request but could not carry it out."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Read the service's own message, refresh the task and try again. If it keeps "
                          "failing, contact Tencent Cloud support with the RequestId.")},
    ApiCodeText{
        "FailedOperation.WhiteboardPush"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The push task failed"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The request itself went through: it is the push task that ended by an error, "
                          "for example because its UserSig was not valid."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service's own message names the cause. Check the UserSig, the room and "
                          "the group that the task was started with. There is nothing left to stop.")},
    ApiCodeText{"FailedOperation.AlreadyEnabled"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The feature is enabled already"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.CosBucketInvalid"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The storage bucket is not valid"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.FileDownloadFail"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A file could not be downloaded"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.FileFormatError"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A file has the wrong format"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.FileOpenFail"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A file could not be opened"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.FileUploadFail"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A file could not be uploaded"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.GetCredentialFail"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service could not get its own credentials"),
                otherFeature, otherFeatureRemedy},
    ApiCodeText{"FailedOperation.Record"_L1, QT_TRANSLATE_NOOP("Text::ApiCode", "A recording failed"),
                otherFeature, otherFeatureRemedy},
    ApiCodeText{"FailedOperation.Transcode"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A document could not be transcoded"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.TranscodeServerError"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The transcoding server failed"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.Preprocess"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A document could not be prepared"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"FailedOperation.PreprocessServerError"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The server that prepares documents failed"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{
        "InvalidParameter.BodyParameterTypeUnmatched"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "A value was sent in the wrong type"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "A value of the request has another JSON type than the service declares, for "
                          "example an SdkAppId sent as text."),
        clientFault},
    ApiCodeText{"InvalidParameter.SdkAppIdNotFound"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "There is no such application"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service knows no application with this SdkAppId."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Check the SdkAppId, and that the account is set to the edition "
                                  "(International or Mainland) the application was made in.")},
    ApiCodeText{
        "InvalidParameter.TaskNotFound"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "There is no such task"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service knows no push task with this TaskId in this application."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Check TaskId, SdkAppId and region: each of them must be the one the task was "
                          "started with. A task that ended long ago may be gone from the service.")},
    ApiCodeText{"InvalidParameter.InvalidExtra"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The extra data are not valid"),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "The task was to be started with a special feature the service "
                                  "does not know."),
                startOnly},
    ApiCodeText{"InvalidParameter.RecordParameter"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A recording or push setting is not valid"),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "The service refused one of the values the task was to be "
                                  "started with."),
                startOnly},
    ApiCodeText{
        "InvalidParameter.CallbackAddressFormatError"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "The callback address is malformed"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service cannot use this text as a callback address."),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Give a complete URL that begins with http:// or https://.")},
    ApiCodeText{"InvalidParameter.UnmarshalJSONBodyFail"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service could not read the request"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The body of the request did not reach it as valid JSON."),
                clientFault},
    ApiCodeText{"InvalidParameter.ApplicationAlreadyExists"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The application exists already"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"InvalidParameter.CdnDomainNotFound"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The CDN domain was not found"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"InvalidParameter.FileFormatUnsupported"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The file format is not supported"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"InvalidParameter.InvalidTaskType"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The type of task is not valid"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"InvalidParameter.PreprocessParameter"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A setting for preparing documents is not valid"),
                otherFeature, otherFeatureRemedy},
    ApiCodeText{"InvalidParameter.TimeFormat"_L1, QT_TRANSLATE_NOOP("Text::ApiCode", "A time is malformed"),
                otherFeature, otherFeatureRemedy},
    ApiCodeText{"InvalidParameter.TranscodeParameter"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A transcoding setting is not valid"), otherFeature,
                otherFeatureRemedy},
    ApiCodeText{"InvalidParameter.UrlFormatError"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "A URL is malformed"), otherFeature, otherFeatureRemedy},
    ApiCodeText{
        "LimitExceeded.TaskConcurrency"_L1, QT_TRANSLATE_NOOP("Text::ApiCode", "Too many tasks run at once"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The application has as many running tasks as it may have."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Stop tasks that are no longer needed, or ask Tencent Cloud for a higher "
                          "limit.")},
    ApiCodeText{"LimitExceeded.TranscodePagesLimitation"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The document has too many pages to be transcoded"),
                otherFeature, otherFeatureRemedy},
    ApiCodeText{
        "ResourceInUse.RecordUserId"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The push user is in use already"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Another task uses the same user id."),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Start with another PushUserId, or stop that task first.")},
    ApiCodeText{
        "ResourceUnavailable.NotRegistered"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "The whiteboard service is not activated"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "This application has no activated Tencent Interactive Whiteboard service."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Activate the service for the application in the Tencent Cloud console, or "
                          "check that the SdkAppId is the intended one.")},
    ApiCodeText{"ResourceUnavailable.ServiceExpired"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The whiteboard service has expired"),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "The service of this application is suspended: it expired, or payments are "
                                  "overdue."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Renew the service or settle the bill in the Tencent Cloud console.")},
    ApiCodeText{
        "UnauthorizedOperation.SdkAppId"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "The application belongs to another account"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The application does not exist or is not one of the account that signed the "
                          "request."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Check the SdkAppId, and that the task is tracked under the right account.")},
    ApiCodeText{
        "UnsupportedOperation.InvalidTaskStatus"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "The task's state does not allow this"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The operation is not possible in the state the task is in now."),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Refresh the task to see its state, then decide again.")},
    ApiCodeText{"UnsupportedOperation.TaskHasAlreadyStopped"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The task had already stopped"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "There was nothing left to stop: the task ended before."),
                QT_TRANSLATE_NOOP("Text::ApiCode", "Nothing needs to be done.")},
};

} // namespace

std::span<const ApiCodeText> tiwCodeTexts()
{
    return texts;
}

} // namespace Text
