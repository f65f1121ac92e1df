// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/errorsentences.h"

#include "text/apicodetexts.h"
#include "text/causetexts.h"
#include "text/oneline.h"
#include "text/punctuation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

class ErrorSentences
{
    Q_DECLARE_TR_FUNCTIONS(Text::ErrorSentences)
public:
    [[nodiscard]] static ErrorText ofApiCode(const QString &code);
    [[nodiscard]] static ErrorText ofRequest(const Core::Error &error);
    [[nodiscard]] static ErrorText ofKind(Core::ErrorKind kind);
    [[nodiscard]] static ErrorText ofHttpStatus(int status);
    [[nodiscard]] static ErrorText ofKeyring(Core::ErrorKind kind);
    [[nodiscard]] static ErrorText ofStorage(Core::ErrorKind kind);
    [[nodiscard]] static QString mayHaveArrived();
};

ErrorText ErrorSentences::ofApiCode(const QString &code)
{
    const QString shownCode = oneCode(code);
    const ApiCodeText *const text = findApiCodeText(code);
    if (!text) {
        return {shownCode.isEmpty() ? tr("The service refused the request without naming a code")
                                    : tr("The service answered with the code %1").arg(shownCode),
                tr("This code is not in the list this program knows."),
                tr("Read the service's own message. Tencent Cloud support can look the RequestId up.")};
    }
    const QString title = QCoreApplication::translate("Text::ApiCode", text->title);
    return {text->code == code ? title : tr("%1 (%2)", "title, code").arg(title, shownCode),
            QCoreApplication::translate("Text::ApiCode", text->explanation),
            QCoreApplication::translate("Text::ApiCode", text->remedy)};
}

QString ErrorSentences::mayHaveArrived()
{
    return tr("The request may have reached the service all the same.");
}

ErrorText ErrorSentences::ofHttpStatus(int status)
{
    const QString title = tr("The answer has HTTP status %1").arg(status);
    if (status == 511) {
        return {title, tr("The network wants a login before it lets anything through."),
                tr("Open a web page, log in to the network, then try again.")};
    }
    if (status >= 500) {
        return {title, tr("The service, or a gateway in front of it, is in trouble."),
                tr("Try again in a moment; a Stop may be repeated safely.")};
    }
    return {title,
            tr("The service itself answers with status 200 only: something else answered in its place."),
            tr("Check the endpoint in the account's settings, and any proxy between here and the service.")};
}

ErrorText ErrorSentences::ofKeyring(Core::ErrorKind kind)
{
    if (kind == Core::ErrorKind::KeyringUnavailable) {
        return {
            tr("There is no keyring"),
            tr("Where none has answered since the program started, secrets are kept in memory for this run "
               "only. What a keyring keeps cannot be read or changed."),
            tr("Start a keyring service such as GNOME Keyring or KWallet, or enter the secrets anew in each "
               "run.")};
    }
    if (kind == Core::ErrorKind::KeyringDenied) {
        return {tr("The keys are locked up"),
                tr("This console is locked, or the keyring is, or it denied access. Nothing was sent, and no "
                   "secret "
                   "was saved."),
                tr("Unlock this console if it says that it is locked, else the keyring, and try again.")};
    }
    return {tr("The keyring did not answer in time"),
            tr("It may be waiting behind a password prompt. Nothing was sent, and whether a secret was saved "
               "is not "
               "known."),
            tr("Look for an open prompt of the keyring, answer it, and try again.")};
}

ErrorText ErrorSentences::ofStorage(Core::ErrorKind kind)
{
    switch (kind) {
    case Core::ErrorKind::StorageNewer:
        return {tr("The database was written by a newer version of this program"),
                tr("This version does not know its format and leaves it untouched."),
                tr("Update this program, or start it with another data directory.")};
    case Core::ErrorKind::StorageCorrupt:
        return {tr("The database is damaged"),
                tr("The file that holds tracked tasks and the journal cannot be read as a database. Nothing "
                   "is sent that cannot be journaled first."),
                tr("Close every window and command of this program, then start it again: it keeps the "
                   "damaged file under another name and begins a new one.")};
    case Core::ErrorKind::StorageReadOnly:
        return {tr("The database cannot be written"),
                tr("The file or its directory is read-only. Nothing is sent that cannot be journaled first."),
                tr("Make the data directory writable for this user, then try again.")};
    case Core::ErrorKind::StorageFull:
        return {tr("The disk is full"),
                tr("The journal cannot be written. Nothing is sent that cannot be journaled first."),
                tr("Free some space on the disk that holds the data directory, then try again.")};
    case Core::ErrorKind::StorageBusy:
        return {
            tr("Another program keeps the database locked"),
            tr("The journal cannot be written. Nothing is sent that cannot be journaled first."),
            tr("Try again. If it lasts, look for a program that has the file console.sqlite open, such as "
               "a backup or a database viewer, and end it.")};
    default:
        return {
            tr("The database failed"),
            tr("Tracked tasks or the journal could not be read or written. Nothing is sent that cannot be "
               "journaled first."),
            tr("Try again. If it lasts, check the disk and the rights of the data directory.")};
    }
}

ErrorText ErrorSentences::ofRequest(const Core::Error &error)
{
    const CauseText *const cause = findCauseText(error);
    ErrorText text = !cause ? ofKind(error.kind)
                            : ErrorText{QCoreApplication::translate("Text::ErrorCause", cause->title),
                                        QCoreApplication::translate("Text::ErrorCause", cause->explanation),
                                        QCoreApplication::translate("Text::ErrorCause", cause->remedy)};
    if (error.delivery == Core::Delivery::MaybeDelivered) {
        text.explanation = joinedSentences({text.explanation, mayHaveArrived()});
    }
    return text;
}

ErrorText ErrorSentences::ofKind(Core::ErrorKind kind)
{
    switch (kind) {
    case Core::ErrorKind::Timeout:
        return {tr("No answer in time"),
                tr("The service did not answer completely within the time set for one "
                   "request."),
                tr("Check the connection and try again; a longer time can be set in the network settings.")};
    case Core::ErrorKind::Network:
        return {
            tr("The service cannot be reached"),
            tr("The name was not found, or the connection was refused or lost."),
            tr("Check the network connection, the endpoint in the account's settings and the proxy, then try "
               "again.")};
    case Core::ErrorKind::Proxy:
        return {tr("The proxy does not let the request through"),
                tr("The proxy was not found, refused the connection, or wants a user and password."),
                tr("Check host, port, user and password of the proxy in the network settings.")};
    case Core::ErrorKind::Tls:
        return {
            tr("No secure connection"),
            tr("The certificate of the other side is not trusted, or the encrypted connection could not be "
               "set up."),
            tr("Check the endpoint and this computer's date. If your network inspects connections, add its "
               "CA file in the network settings.")};
    case Core::ErrorKind::Redirect:
        return {tr("The answer points to another address"),
                tr("Something between you and the service answered, or the endpoint is wrong. Redirects are "
                   "never "
                   "followed, because the signed request would go to a stranger."),
                tr("Open a web page to see whether the network wants a login, and check the endpoint in the "
                   "account's settings.")};
    case Core::ErrorKind::NotJson:
        return {
            tr("The answer cannot be read"),
            tr("It is not the JSON the service answers with: cut off, or from something else on the way."),
            tr("Try again. If it lasts, check the endpoint and any proxy or login page of the network.")};
    case Core::ErrorKind::WrongShape:
        return {tr("The answer is not what was asked for"),
                tr("It is JSON, but lacks what this action answers with."),
                tr("Try again. If it lasts, look for a newer version of this program and report it with the "
                   "RequestId.")};
    default:
        return {tr("The answer is too large"), tr("It passed the size this program accepts and was dropped."),
                tr("Check the endpoint. If it is right, ask for less at a time.")};
    }
}

} // namespace

ErrorText explain(const Core::Error &error)
{
    switch (error.kind) {
    case Core::ErrorKind::Api:
        return ErrorSentences::ofApiCode(error.apiCode);
    case Core::ErrorKind::Timeout:
    case Core::ErrorKind::Network:
    case Core::ErrorKind::Proxy:
    case Core::ErrorKind::Tls:
    case Core::ErrorKind::Redirect:
    case Core::ErrorKind::NotJson:
    case Core::ErrorKind::WrongShape:
    case Core::ErrorKind::TooLarge:
        return ErrorSentences::ofRequest(error);
    case Core::ErrorKind::HttpStatus:
        return ErrorSentences::ofHttpStatus(error.httpStatus);
    case Core::ErrorKind::Canceled:
        return {ErrorSentences::tr("Cancelled"),
                error.delivery == Core::Delivery::NotDelivered
                    ? ErrorSentences::tr("The request was given up before it was sent.")
                    : ErrorSentences::tr("The request was given up while it was on its way. %1")
                          .arg(ErrorSentences::mayHaveArrived()),
                ErrorSentences::tr("Refresh the task to see how it stands.")};
    case Core::ErrorKind::InvalidInput:
        return {ErrorSentences::tr("The input is not valid"),
                ErrorSentences::tr("It was refused on this computer; nothing was sent."),
                ErrorSentences::tr("Correct the value named in the details and try again.")};
    case Core::ErrorKind::NoCredential:
        return {ErrorSentences::tr("There are no credentials to sign with"),
                ErrorSentences::tr("SecretId or SecretKey of this account is missing; nothing was sent."),
                ErrorSentences::tr(
                    "Enter the SecretKey in the account's settings, or set TENCENTCLOUD_SECRET_ID and "
                    "TENCENTCLOUD_SECRET_KEY in the environment.")};
    case Core::ErrorKind::ReadOnlyAccount:
        return {ErrorSentences::tr("The account is set to reading only"),
                ErrorSentences::tr("The request would change something; nothing was sent."),
                ErrorSentences::tr("Take an account that may change things, or clear “Reading only” in the "
                                   "account's settings.")};
    case Core::ErrorKind::KeyringUnavailable:
    case Core::ErrorKind::KeyringDenied:
    case Core::ErrorKind::KeyringTimeout:
        return ErrorSentences::ofKeyring(error.kind);
    case Core::ErrorKind::Storage:
    case Core::ErrorKind::StorageNewer:
    case Core::ErrorKind::StorageCorrupt:
    case Core::ErrorKind::StorageReadOnly:
    case Core::ErrorKind::StorageFull:
    case Core::ErrorKind::StorageBusy:
        return ErrorSentences::ofStorage(error.kind);
    }
    Q_UNREACHABLE();
}

QString fileNotWritten(const Core::Error &error)
{
    return ErrorSentences::tr(
               "The file could not be written: %1\n\nChoose another folder, or free some space.")
        .arg(error.detail.isEmpty() ? explain(error).title : oneLine(error.detail, 300));
}

QString paragraph(const ErrorText &text)
{
    return joinedSentences({asSentence(text.title), text.explanation, text.remedy});
}

QStringList explainedCauses()
{
    QStringList codes;
    for (const CauseText &text : causeTexts()) {
        Core::Error error = Core::Error::of(text.kind);
        error.cause = text.cause;
        codes.append(Core::codeOf(error));
    }
    codes.sort();
    return codes;
}

QStringList explainedApiCodes()
{
    QStringList codes;
    for (const auto codeTexts : {tiwCodeTexts(), commonCodeTexts()}) {
        for (const ApiCodeText &text : codeTexts) {
            codes.append(QString(text.code));
        }
    }
    codes.sort();
    return codes;
}

} // namespace Text
