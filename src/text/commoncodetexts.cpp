// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/apicodetexts.h"

#include <QtGlobal>

#include <array>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

constexpr const char *clientFault =
    QT_TRANSLATE_NOOP("Text::ApiCode",
                      "Most likely a fault of this program: please report it with the RequestId and the "
                      "action. Repeating the request will not help.");
constexpr const char *endpointRemedy =
    QT_TRANSLATE_NOOP("Text::ApiCode",
                      "Check the endpoint and the edition in the account's settings. Behind a proxy, check "
                      "that it passes the host name on unchanged.");
constexpr const char *slowDown =
    QT_TRANSLATE_NOOP("Text::ApiCode",
                      "Wait a moment and try again. If it happens often, look for other programs that use "
                      "the same account at the same time.");
constexpr const char *permissionRemedy =
    QT_TRANSLATE_NOOP("Text::ApiCode",
                      "Have an administrator grant the right in CAM. To stop and confirm, a user needs "
                      "tiw:StopWhiteboardPush and tiw:DescribeWhiteboardPush.");

constexpr std::array texts{
    ApiCodeText{"ActionOffline"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The action is no longer offered"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service has withdrawn this action."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Look for a newer version of this program. Repeating the request will not "
                                  "help.")},
    ApiCodeText{
        "AuthFailure.InvalidAuthorization"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "The authorization is malformed"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The Authorization header did not reach the service in a form it can read."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Check the SecretId for stray characters. Behind a proxy, check that it leaves "
                          "the request's headers alone.")},
    ApiCodeText{
        "AuthFailure.InvalidSecretId"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "The SecretId is not a cloud API key"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "What is entered as SecretId is something else, for example the key of "
                          "another product."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Enter a SecretId and SecretKey from the API key page of the CAM console.")},
    ApiCodeText{
        "AuthFailure.MFAFailure"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "Multi-factor authentication failed"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The account asks for a second factor for this action, and it was not given."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Use a key this rule does not apply to, or have an administrator change the "
                          "rule.")},
    ApiCodeText{
        "AuthFailure.SecretIdNotFound"_L1, QT_TRANSLATE_NOOP("Text::ApiCode", "The SecretId was not found"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The key was deleted or disabled, is mistyped or has stray blanks, or belongs "
                          "to the other edition's site."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Copy the SecretId once more from the CAM console and see there that it is "
                          "enabled.")},
    ApiCodeText{
        "AuthFailure.SignatureExpire"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "This computer's clock is wrong"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The time in the request differs from the service's by more than 5 minutes."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Set the computer's clock, best by switching automatic time on. Until then "
                          "requests are signed with the service's time where it is known.")},
    ApiCodeText{
        "AuthFailure.SignatureFailure"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The signature is not right"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service knows the SecretId, but the signature does not fit it: most often "
                          "the SecretKey is mistyped, cut or another key's."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Enter the SecretKey again. Behind a proxy, check that it changes neither the "
                          "host name nor the content type.")},
    ApiCodeText{
        "AuthFailure.TokenFailure"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The token is wrong or has expired"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Temporary credentials are valid for a limited time, and only with the token "
                          "they came with."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Get new temporary credentials and enter all three parts, or remove the token "
                          "if the key is a permanent one.")},
    ApiCodeText{
        "AuthFailure.UnauthorizedOperation"_L1, QT_TRANSLATE_NOOP("Text::ApiCode", "CAM denies this action"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The key is right, but its user has no right to this action."),
        permissionRemedy},
    ApiCodeText{
        "DryRunOperation"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "A dry run would have succeeded"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The request was only a trial: the service checked it and changed nothing."),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Nothing needs to be done.")},
    ApiCodeText{
        "InternalError"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service had an internal error"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Something went wrong on the service's side."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Refresh the task, then try again; a Stop may be repeated safely. If it lasts, "
                          "contact Tencent Cloud support with the RequestId.")},
    ApiCodeText{
        "InvalidAction"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service does not know this action"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The action does not exist at this endpoint. Some actions exist in one edition "
                          "only."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Check the edition (International or Mainland) in the account's settings.")},
    ApiCodeText{
        "InvalidParameter"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "A parameter is not valid"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service refused a value of the request because of its format or type."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service's own message names the parameter: correct it and try again.")},
    ApiCodeText{
        "InvalidParameterValue"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "A value is not accepted"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service refused a value of the request, for example an outdated region "
                          "name."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service's own message names the parameter: correct it and try again.")},
    ApiCodeText{"InvalidRequest"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The request is malformed"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service could not take the request's body apart."),
                clientFault},
    ApiCodeText{
        "IpInBlacklist"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "This address is blocked"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The IP address the request came from is on a block list."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Have an administrator of the account check its access rules, or use another "
                          "network.")},
    ApiCodeText{
        "IpNotInWhitelist"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "This address is not allowed"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The account accepts requests from certain IP addresses only, and this is none "
                          "of them."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Have an administrator of the account allow this network's address, or use an "
                          "allowed network.")},
    ApiCodeText{"LimitExceeded"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "A quota is used up"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The account has reached one of its limits."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Free what is no longer needed, or ask Tencent Cloud for a higher limit.")},
    ApiCodeText{
        "MissingParameter"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "A parameter is missing"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The request lacks a parameter the service requires."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service's own message names the parameter. Check that the account has a "
                          "region; otherwise please report it as a fault of this program.")},
    ApiCodeText{"NoSuchProduct"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The endpoint knows no such service"),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "The host name the request reached does not belong to the whiteboard "
                                  "service."),
                endpointRemedy},
    ApiCodeText{
        "NoSuchVersion"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The endpoint knows no such API version"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The request reached a service that has no such version: most often the host "
                          "name is wrong."),
        endpointRemedy},
    ApiCodeText{
        "RequestLimitExceeded"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "Too many requests in a short time"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service accepts 20 requests a second for each action unless the account "
                          "has another limit."),
        slowDown},
    ApiCodeText{"RequestLimitExceeded.GlobalRegionUinLimitExceeded"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The account sent too many requests in all regions"),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "The requests of this account to all regions together passed its limit."),
                slowDown},
    ApiCodeText{
        "RequestLimitExceeded.IPLimitExceeded"_L1,
        QT_TRANSLATE_NOOP("Text::ApiCode", "This address sent too many requests"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "All requests from this IP address together passed its limit."),
        slowDown},
    ApiCodeText{"RequestLimitExceeded.UinLimitExceeded"_L1,
                QT_TRANSLATE_NOOP("Text::ApiCode", "The account sent too many requests"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "All requests of this account together passed its limit."),
                slowDown},
    ApiCodeText{"RequestSizeLimitExceeded"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The request is too large"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The request is larger than the service accepts."),
                clientFault},
    ApiCodeText{"ResourceInUse"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "Something the request needs is in use"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "Another task or operation holds it at the moment."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Wait until the other one has ended, or stop it, then try again.")},
    ApiCodeText{"ResourceInsufficient"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service has no capacity left"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "Not enough resources are free for this request."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Try again later. If it lasts, contact Tencent Cloud support with the "
                                  "RequestId.")},
    ApiCodeText{"ResourceNotFound"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "What the request names does not exist"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service did not find it in this account and region."),
                QT_TRANSLATE_NOOP("Text::ApiCode", "Check TaskId, SdkAppId, account and region.")},
    ApiCodeText{
        "ResourceUnavailable"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "What the request names cannot be used"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "It exists, but is not available at the moment."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "See in the Tencent Cloud console whether the service of this application is "
                          "active and paid for.")},
    ApiCodeText{"ResponseSizeLimitExceeded"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The answer would be too large"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service has more to say than fits into one answer."),
                QT_TRANSLATE_NOOP("Text::ApiCode", "Ask for less at a time.")},
    ApiCodeText{
        "ServiceUnavailable"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service is not available for now"),
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service is down or overloaded for the moment."),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Try again in a few minutes; a Stop may be repeated safely.")},
    ApiCodeText{
        "UnauthorizedOperation"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "This action is not permitted"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The key is right, but its user has no right to this action or application."),
        permissionRemedy},
    ApiCodeText{
        "UnknownParameter"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The service does not know a parameter"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The request holds a parameter this action does not declare. The editions "
                          "differ in this."),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "Check the edition in the account's settings; otherwise please report it as a "
                          "fault of this program.")},
    ApiCodeText{
        "UnsupportedOperation"_L1, //
        QT_TRANSLATE_NOOP("Text::ApiCode", "The operation is not supported"),
        QT_TRANSLATE_NOOP("Text::ApiCode",
                          "The service does not support this here, or not in the task's present state."),
        QT_TRANSLATE_NOOP("Text::ApiCode", "Refresh the task and read the service's own message.")},
    ApiCodeText{"UnsupportedProtocol"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service does not accept this kind of request"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "Only the HTTP methods GET and POST are accepted."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Behind a proxy, check that it leaves requests unchanged; otherwise please "
                                  "report it as a fault of this program.")},
    ApiCodeText{"UnsupportedRegion"_L1, //
                QT_TRANSLATE_NOOP("Text::ApiCode", "The service does not exist in this region"),
                QT_TRANSLATE_NOOP("Text::ApiCode", "The region set for the account is not served."),
                QT_TRANSLATE_NOOP("Text::ApiCode",
                                  "Choose another region in the account's settings: ap-singapore for the "
                                  "International edition, ap-guangzhou for the Mainland one.")},
};

} // namespace

std::span<const ApiCodeText> commonCodeTexts()
{
    return texts;
}

} // namespace Text
