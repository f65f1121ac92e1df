// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/connectionverdict.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Text::ConnectionProof;

class ConnectionVerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdict_data();
    void verdict();
    void anAnswerWorks();
    void otherFailuresProveNothing();
};

void ConnectionVerdictTest::verdict_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<ConnectionProof>("proof");
    QTest::addColumn<QString>("says");

    const QString missing = u"lacks the right tiw:DescribeWhiteboardPush"_s;
    QTest::newRow("denied by CAM") << u"AuthFailure.UnauthorizedOperation"_s << ConnectionProof::KeyProven
                                   << missing;
    QTest::newRow("not permitted") << u"UnauthorizedOperation"_s << ConnectionProof::KeyProven << missing;
    QTest::newRow("other's application") << u"UnauthorizedOperation.SdkAppId"_s << ConnectionProof::KeyProven
                                         << u"The application belongs to another account"_s;
    QTest::newRow("not activated") << u"ResourceUnavailable.NotRegistered"_s << ConnectionProof::KeyProven
                                   << u"not activated"_s;
    QTest::newRow("no such application")
        << u"InvalidParameter.SdkAppIdNotFound"_s << ConnectionProof::KeyProven << u"no such application"_s;
    QTest::newRow("no such task") << u"InvalidParameter.TaskNotFound"_s << ConnectionProof::KeyProven
                                  << u"The key is right"_s;
    QTest::newRow("wrong key") << u"AuthFailure.SignatureFailure"_s << ConnectionProof::KeyRefused
                               << u"Enter the SecretKey again"_s;
    QTest::newRow("no such key") << u"AuthFailure.SecretIdNotFound"_s << ConnectionProof::KeyRefused
                                 << u"The SecretId was not found"_s;
    QTest::newRow("token") << u"AuthFailure.TokenFailure"_s << ConnectionProof::KeyRefused << u"token"_s;
    QTest::newRow("auth at large") << u"AuthFailure"_s << ConnectionProof::KeyRefused << u"did not accept"_s;
    QTest::newRow("clock") << u"AuthFailure.SignatureExpire"_s << ConnectionProof::Unproven
                           << u"clock is wrong"_s;
    QTest::newRow("throttled") << u"RequestLimitExceeded"_s << ConnectionProof::Unproven
                               << u"Too many requests"_s;
    QTest::newRow("unknown") << u"SomethingNew"_s << ConnectionProof::Unproven << u"SomethingNew"_s;
}

void ConnectionVerdictTest::verdict()
{
    QFETCH(const QString, code);
    QFETCH(const QString, says);
    Core::Error error = Core::Error::of(Core::ErrorKind::Api);
    error.apiCode = code;
    const Core::Result<void> result = Core::failure(error);
    QTEST(Text::connectionProof(result), "proof");
    const QString verdict = Text::connectionVerdict(result, u"DescribeWhiteboardPush"_s);
    QVERIFY2(verdict.contains(says), qPrintable(verdict));
    QVERIFY2(!verdict.contains(u'%'), qPrintable(verdict));
}

void ConnectionVerdictTest::anAnswerWorks()
{
    const Core::Result<void> result;
    QCOMPARE(Text::connectionProof(result), ConnectionProof::Works);
    QVERIFY(Text::connectionVerdict(result, {}).contains("works"_L1));
}

void ConnectionVerdictTest::otherFailuresProveNothing()
{
    const Core::Result<void> result = Core::failure(Core::Error::of(Core::ErrorKind::Tls));
    QCOMPARE(Text::connectionProof(result), ConnectionProof::Unproven);
    QVERIFY(Text::connectionVerdict(result, {}).contains("No secure connection"_L1));
}

CONSOLE_TEST(ConnectionVerdictTest, TestSupport::NoApplication)
#include "tst_connectionverdict.moc"
