// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/apicodetexts.h"
#include "text/errorsentences.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

// Written down a second time on purpose, from the vendor's two lists: the whiteboard service's codes (45) and
// the common ones (38), of which 8 stand in both.
const QStringList whiteboardCodes = {
    u"AuthFailure"_s,
    u"FailedOperation"_s,
    u"FailedOperation.AlreadyEnabled"_s,
    u"FailedOperation.CosBucketInvalid"_s,
    u"FailedOperation.FileDownloadFail"_s,
    u"FailedOperation.FileFormatError"_s,
    u"FailedOperation.FileOpenFail"_s,
    u"FailedOperation.FileUploadFail"_s,
    u"FailedOperation.GetCredentialFail"_s,
    u"FailedOperation.Preprocess"_s,
    u"FailedOperation.PreprocessServerError"_s,
    u"FailedOperation.Record"_s,
    u"FailedOperation.Transcode"_s,
    u"FailedOperation.TranscodeServerError"_s,
    u"FailedOperation.WhiteboardPush"_s,
    u"InternalError"_s,
    u"InvalidParameter"_s,
    u"InvalidParameter.ApplicationAlreadyExists"_s,
    u"InvalidParameter.BodyParameterTypeUnmatched"_s,
    u"InvalidParameter.CallbackAddressFormatError"_s,
    u"InvalidParameter.CdnDomainNotFound"_s,
    u"InvalidParameter.FileFormatUnsupported"_s,
    u"InvalidParameter.InvalidExtra"_s,
    u"InvalidParameter.InvalidTaskType"_s,
    u"InvalidParameter.PreprocessParameter"_s,
    u"InvalidParameter.RecordParameter"_s,
    u"InvalidParameter.SdkAppIdNotFound"_s,
    u"InvalidParameter.TaskNotFound"_s,
    u"InvalidParameter.TimeFormat"_s,
    u"InvalidParameter.TranscodeParameter"_s,
    u"InvalidParameter.UnmarshalJSONBodyFail"_s,
    u"InvalidParameter.UrlFormatError"_s,
    u"LimitExceeded.TaskConcurrency"_s,
    u"LimitExceeded.TranscodePagesLimitation"_s,
    u"RequestLimitExceeded"_s,
    u"ResourceInUse.RecordUserId"_s,
    u"ResourceUnavailable"_s,
    u"ResourceUnavailable.NotRegistered"_s,
    u"ResourceUnavailable.ServiceExpired"_s,
    u"UnauthorizedOperation"_s,
    u"UnauthorizedOperation.SdkAppId"_s,
    u"UnknownParameter"_s,
    u"UnsupportedOperation"_s,
    u"UnsupportedOperation.InvalidTaskStatus"_s,
    u"UnsupportedOperation.TaskHasAlreadyStopped"_s,
};
const QStringList commonCodes = {
    u"ActionOffline"_s,
    u"AuthFailure.InvalidAuthorization"_s,
    u"AuthFailure.InvalidSecretId"_s,
    u"AuthFailure.MFAFailure"_s,
    u"AuthFailure.SecretIdNotFound"_s,
    u"AuthFailure.SignatureExpire"_s,
    u"AuthFailure.SignatureFailure"_s,
    u"AuthFailure.TokenFailure"_s,
    u"AuthFailure.UnauthorizedOperation"_s,
    u"DryRunOperation"_s,
    u"FailedOperation"_s,
    u"InternalError"_s,
    u"InvalidAction"_s,
    u"InvalidParameter"_s,
    u"InvalidParameterValue"_s,
    u"InvalidRequest"_s,
    u"IpInBlacklist"_s,
    u"IpNotInWhitelist"_s,
    u"LimitExceeded"_s,
    u"MissingParameter"_s,
    u"NoSuchProduct"_s,
    u"NoSuchVersion"_s,
    u"RequestLimitExceeded"_s,
    u"RequestLimitExceeded.GlobalRegionUinLimitExceeded"_s,
    u"RequestLimitExceeded.IPLimitExceeded"_s,
    u"RequestLimitExceeded.UinLimitExceeded"_s,
    u"RequestSizeLimitExceeded"_s,
    u"ResourceInUse"_s,
    u"ResourceInsufficient"_s,
    u"ResourceNotFound"_s,
    u"ResourceUnavailable"_s,
    u"ResponseSizeLimitExceeded"_s,
    u"ServiceUnavailable"_s,
    u"UnauthorizedOperation"_s,
    u"UnknownParameter"_s,
    u"UnsupportedOperation"_s,
    u"UnsupportedProtocol"_s,
    u"UnsupportedRegion"_s,
};

[[nodiscard]] Core::Error apiError(const QString &code)
{
    Core::Error error;
    error.kind = Core::ErrorKind::Api;
    error.apiCode = code;
    error.apiMessage = u"words of the service"_s;
    error.detail = u"words of a library"_s;
    error.delivery = Core::Delivery::Answered;
    return error;
}

//! Answers every text of one context.
class MarkingTranslator final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *,
                                    int) const override
    {
        return qstrcmp(context, "Text::ApiCode") == 0
            ? QString(u"translated "_s + QString::fromUtf8(sourceText))
            : QString();
    }
};

void verifyIsForPeople(const Text::ErrorText &text)
{
    QVERIFY(!text.title.isEmpty());
    QVERIFY2(!text.title.endsWith(u'.'), qPrintable(text.title));
    for (const QString &part : {text.explanation, text.remedy}) {
        QVERIFY2(part.endsWith(u'.'), qPrintable(part));
        QVERIFY2(!part.contains("  "_L1), qPrintable(part));
        QVERIFY2(part.size() < 250, qPrintable(part));
    }
    const QString all = text.title + text.explanation + text.remedy;
    QVERIFY2(!all.contains(QRegularExpression(u"%\\d"_s)), qPrintable(all));
    QVERIFY2(!all.contains("words of"_L1), "others' words are merged in");
}

} // namespace

class ErrorSentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeIsExplained_data();
    void everyCodeIsExplained();
    void noCodeIsListedTwiceAndNoneIsUnknown();
    void unknownCodesFallBack_data();
    void unknownCodesFallBack();
    void codesOfTheNetworkArePlainAndCapped();
    void everyKindIsExplained_data();
    void everyKindIsExplained();
    void everyCauseIsExplained();
    void whatMayHaveArrivedIsSaid();
    void httpStatusIsNamed_data();
    void httpStatusIsNamed();
    void unwrittenFileSaysWhyAndWhatNext();
    void tablesAreTranslated();
};

void ErrorSentencesTest::everyCodeIsExplained_data()
{
    QTest::addColumn<QString>("code");
    const QStringList codes = whiteboardCodes + commonCodes;
    for (const QString &code : QSet<QString>(codes.begin(), codes.end())) {
        QTest::newRow(qPrintable(code)) << code;
    }
}

void ErrorSentencesTest::everyCodeIsExplained()
{
    QFETCH(const QString, code);
    const Text::ErrorText text = Text::explain(apiError(code));
    verifyIsForPeople(text);
    QVERIFY2(!text.title.contains(code), "a known code needs no code in its title: it fell back");
}

void ErrorSentencesTest::noCodeIsListedTwiceAndNoneIsUnknown()
{
    QCOMPARE(whiteboardCodes.size(), 45);
    QCOMPARE(commonCodes.size(), 38);
    QStringList expected = whiteboardCodes + commonCodes;
    QCOMPARE(expected.removeDuplicates(), 8);
    expected.sort();
    QCOMPARE(Text::explainedApiCodes(), expected);

    QSet<QString> titles;
    for (const QString &code : expected) {
        const QString title = Text::explain(apiError(code)).title;
        QVERIFY2(!titles.contains(title), qPrintable(title));
        titles.insert(title);
    }
}

void ErrorSentencesTest::unknownCodesFallBack_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("parent");
    QTest::newRow("sub-code of a known code") << u"AuthFailure.NewRule"_s << u"AuthFailure"_s;
    QTest::newRow("two levels below") << u"LimitExceeded.Some.Thing"_s << u"LimitExceeded"_s;
    QTest::newRow("below a sub-code")
        << u"InvalidParameter.TaskNotFound.Gone"_s << u"InvalidParameter.TaskNotFound"_s;
    QTest::newRow("unknown") << u"SomethingNew"_s << QString();
    QTest::newRow("unknown with sub-code") << u"SomethingNew.Else"_s << QString();
    QTest::newRow("a longer word is no sub-code") << u"AuthFailures"_s << QString();
    QTest::newRow("dots alone") << u".."_s << QString();
    QTest::newRow("placeholder") << u"AuthFailure.%1%2"_s << u"AuthFailure"_s;
}

void ErrorSentencesTest::unknownCodesFallBack()
{
    QFETCH(const QString, code);
    QFETCH(const QString, parent);
    const Text::ErrorText text = Text::explain(apiError(code));
    QVERIFY2(text.title.contains(code), qPrintable(text.title));
    QVERIFY(!text.remedy.isEmpty());
    if (!parent.isEmpty()) {
        const Text::ErrorText parentText = Text::explain(apiError(parent));
        QVERIFY(text.title.startsWith(parentText.title));
        QCOMPARE(text.explanation, parentText.explanation);
        QCOMPARE(text.remedy, parentText.remedy);
    }
}

void ErrorSentencesTest::codesOfTheNetworkArePlainAndCapped()
{
    const QString hostile = QString(u"<b>A\u202e\n"_s + QString(5000, u'x'));
    const QString title = Text::explain(apiError(hostile)).title;
    QVERIFY(title.size() < 250);
    QVERIFY(!title.contains(u'\n'));
    QVERIFY(!title.contains(u'\u202e'));
    QVERIFY(!Text::explain(apiError(QString())).title.isEmpty());
}

void ErrorSentencesTest::everyKindIsExplained_data()
{
    QTest::addColumn<int>("kind");
    const QMetaEnum kinds = QMetaEnum::fromType<Core::ErrorKind>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        QTest::newRow(kinds.key(i)) << kinds.value(i);
    }
}

void ErrorSentencesTest::everyKindIsExplained()
{
    QFETCH(const int, kind);
    static QHash<QString, int> titles;
    Core::Error error = Core::Error::of(static_cast<Core::ErrorKind>(kind), u"words of a library"_s);
    error.httpStatus = 502;
    for (const auto delivery :
         {Core::Delivery::NotDelivered, Core::Delivery::MaybeDelivered, Core::Delivery::Answered}) {
        error.delivery = delivery;
        const Text::ErrorText text = Text::explain(error);
        verifyIsForPeople(text);
        QVERIFY2(titles.value(text.title, kind) == kind, qPrintable(text.title));
        titles.insert(text.title, kind);
    }
}

void ErrorSentencesTest::everyCauseIsExplained()
{
    // Written down a second time: each failure that a person can do something of its own about.
    const QStringList expected{u"Network.ConnectionRefused"_s,
                               u"Network.HostNotFound"_s,
                               u"Network.Unreachable"_s,
                               u"NotJson.Page"_s,
                               u"Proxy.Authentication"_s,
                               u"Proxy.ConnectionRefused"_s,
                               u"Proxy.Declined"_s,
                               u"Proxy.HostNotFound"_s,
                               u"Tls.Expired"_s,
                               u"Tls.Handshake"_s,
                               u"Tls.NotYetValid"_s,
                               u"Tls.SelfSigned"_s,
                               u"Tls.UnknownIssuer"_s,
                               u"Tls.WrongHost"_s};
    QCOMPARE(Text::explainedCauses(), expected);
    QSet<QString> titles;
    for (const QString &code : expected) {
        const Core::Error error = Core::errorOfCode(code);
        QCOMPARE(Core::codeOf(error), code);
        const Text::ErrorText text = Text::explain(error);
        verifyIsForPeople(text);
        QVERIFY2(!titles.contains(text.title), qPrintable(text.title));
        titles.insert(text.title);
        QVERIFY(text != Text::explain(Core::Error::of(error.kind)));
    }
    // A cause that does not belong to its kind changes nothing; codes of others are theirs.
    QCOMPARE(Text::explain(Core::errorOfCode(u"Timeout.Expired"_s)),
             Text::explain(Core::Error::of(Core::ErrorKind::Timeout)));
    for (const QString &code : {u"Tls.Whatever"_s, u"Api.Expired"_s, u"AuthFailure.Expired"_s, QString()}) {
        QCOMPARE(Core::errorOfCode(code).kind, Core::ErrorKind::Api);
        QCOMPARE(Core::errorOfCode(code).apiCode, code);
    }
    QCOMPARE(Core::errorOfCode(u"Timeout"_s), Core::Error::of(Core::ErrorKind::Timeout));
}

void ErrorSentencesTest::whatMayHaveArrivedIsSaid()
{
    Core::Error error = Core::Error::of(Core::ErrorKind::Timeout);
    const QString without = Text::explain(error).explanation;
    error.delivery = Core::Delivery::MaybeDelivered;
    const QString with = Text::explain(error).explanation;
    QVERIFY(with.startsWith(without));
    QVERIFY(with.contains("may have reached"_L1));
}

void ErrorSentencesTest::httpStatusIsNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::newRow("gateway") << 502 << u"gateway"_s;
    QTest::newRow("a proxy's, of the service itself") << 407 << u"something else answered"_s;
    QTest::newRow("login of the network") << 511 << u"login"_s;
    QTest::newRow("not found") << 404 << u"something else answered"_s;
}

void ErrorSentencesTest::httpStatusIsNamed()
{
    QFETCH(const int, status);
    QFETCH(const QString, word);
    Core::Error error = Core::Error::of(Core::ErrorKind::HttpStatus);
    error.httpStatus = status;
    const Text::ErrorText text = Text::explain(error);
    QVERIFY(text.title.contains(QString::number(status)));
    QVERIFY2(text.explanation.contains(word), qPrintable(text.explanation));
}

void ErrorSentencesTest::unwrittenFileSaysWhyAndWhatNext()
{
    Core::Error error = Core::Error::of(Core::ErrorKind::StorageFull);
    QCOMPARE(
        Text::fileNotWritten(error),
        u"The file could not be written: The disk is full\n\nChoose another folder, or free some space."_s);
    error.detail = u"No such\nfolder\u202e"_s;
    const QString text = Text::fileNotWritten(error);
    QVERIFY(text.startsWith(u"The file could not be written: No such"_s));
    QCOMPARE(text.count(u'\n'), 2);
    QVERIFY(!text.contains(u'\u202e'));
}

void ErrorSentencesTest::tablesAreTranslated()
{
    MarkingTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const Text::ErrorText text = Text::explain(apiError(u"AuthFailure.NewRule"_s));
    QVERIFY(text.title.startsWith("translated "_L1));
    QVERIFY(text.explanation.startsWith("translated "_L1));
    QVERIFY(text.remedy.startsWith("translated "_L1));
}

CONSOLE_TEST(ErrorSentencesTest, QCoreApplication)
#include "tst_errorsentences.moc"
